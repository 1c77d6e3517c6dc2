import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { getOutlines, type Outlines } from '#contracts/areas.ts';
import { getFigure } from '#contracts/indicators.ts';
import { useQueryOf } from '../../api.ts';
import { useSession } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { drawDistricts, stepsOf } from './district-map.ts';
import { timeWords } from './figure-words.ts';
import './wall.css';

const DEFAULT = 'home-care-beds-built';
const HEIGHT = 900;
const STEPS = 4;
const REFRESH_MS = 60_000;

/** The city's districts coloured by one figure (`?map=` names another); a sketch, as its label says. */
export default function WallMapPanel() {
  const [params] = useSearchParams();
  const code = params.get('map') ?? DEFAULT;
  const outlines = useQueryOf(getOutlines, {});
  const figure = useQueryOf(getFigure, { params: { code }, query: {} }, { refreshEveryMs: REFRESH_MS });
  return (
    <Loaded of={outlines}>
      {data => (
        <DistrictMap
          outlines={data}
          parts={figure.data?.parts ?? []}
          title={figure.data ? `${figure.data.name}（${figure.data.unit}）` : ''}
          time={figure.data ? timeWords(figure.data) : ''}
        />
      )}
    </Loaded>
  );
}

type MapProps = {
  outlines: Outlines;
  parts: readonly { areaCode: string; areaName: string; value: number }[];
  title: string;
  time: string;
};

function DistrictMap({ outlines, parts, title, time }: MapProps) {
  const own = useSession().currentPost.areaCode;
  const drawn = useMemo(() => drawDistricts(outlines.districts, HEIGHT), [outlines]);
  const values = new Map(parts.map(part => [part.areaCode, part.value]));
  const steps = stepsOf([...values.values()], STEPS);
  const stepOf = (value: number) => (value === 0 ? 0 : steps.findIndex(top => value <= top) + 1);
  return (
    <figure className="wall-districts">
      <figcaption>
        <span>
          <b>{title}</b>
          {time}
        </span>
        <ul>
          {steps.map((top, index) => (
            <li key={top}>
              <i className={`land-${index + 1}`} />
              {countWords((steps[index - 1] ?? 0) + 1)}–{countWords(top)}
            </li>
          ))}
          <li className="sketch">{outlines.label}</li>
        </ul>
      </figcaption>
      <svg viewBox={`-8 -8 ${drawn.width + 16} ${drawn.height + 16}`} aria-hidden="true">
        {drawn.shapes.map(shape => (
          <path
            key={shape.code}
            d={shape.path}
            className={shape.code === own ? 'land own' : `land land-${stepOf(values.get(shape.code) ?? 0)}`}
          />
        ))}
        {drawn.shapes.map(shape => (
          <text key={shape.code} x={shape.at[0]} y={shape.at[1]} className={shape.small ? 'small' : undefined}>
            {shape.small ? shape.name.replace(/区$/, '') : shape.name}
            {!shape.small && values.has(shape.code) && (
              <tspan x={shape.at[0]} dy="26" className="count">
                {countWords(values.get(shape.code) ?? 0)}
              </tspan>
            )}
          </text>
        ))}
      </svg>
      <table className="visually-hidden">
        <caption>{title}分区</caption>
        <tbody>
          {parts.map(part => (
            <tr key={part.areaCode}>
              <th scope="row">{part.areaName}</th>
              <td>{countWords(part.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
