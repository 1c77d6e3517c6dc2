import { getFigure } from '#contracts/indicators.ts';
import type { Report } from '#contracts/publications.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { CheckList } from './checks-drawer.tsx';
import { checksOfRow, type Equation, equationOf, placesOf } from './report-words.ts';

type FigureProps = { report: Report; shown: { code: string; row: number }; close: () => void };
type Part = { areaCode: string; areaName: string; value: number };
const FEW = 16;

/** What a figure of the table rests on: its sum, the checks it takes part in, the areas, the definition, the records. */
export function FigureDrawer({ report, shown, close }: FigureProps) {
  const today = useBusinessDate();
  const places = placesOf(report, shown.code);
  const figure = useQueryOf(getFigure, {
    params: { code: shown.code },
    query: { area: report.areaCode, asOf: report.asOf },
  });
  const rows = [...new Set(places.map(place => place.row))];
  const checks = rows.flatMap(row => checksOfRow(report, row));
  const text = (places.find(place => place.row === shown.row) ?? places[0])?.text ?? '';
  const equation = equationOf(checks, text);
  const changed = places.find(place => place.figure.changedFrom)?.figure;
  const note = `第${rows.join('、')}项，指标`;
  const to = `/desk/figures/${shown.code}?${new URLSearchParams({ area: report.areaCode, asOf: report.asOf })}`;
  return (
    <Drawer title={figure.data?.name ?? '这个数的依据'} note={note} close={close}>
      <p className="equation">{equation?.words ?? text}</p>
      {equation && <Segments parts={equation.parts} />}
      {changed && (
        <p className="sm soft">
          录入时写的是{changed.changedFrom}，按记录算是{countWords(changed.value)}，表里用记录算的数。
        </p>
      )}
      {checks.length > 0 && (
        <section>
          <h3>核对</h3>
          <CheckList checks={[...new Set(checks)]} />
        </section>
      )}
      <Loaded of={figure}>
        {data => (
          <>
            <section>
              <h3>
                按辖区
                <TextLink small to={to}>
                  打开{data.value === null ? '' : countWords(data.value)}
                  {data.unit}的记录
                </TextLink>
              </h3>
              <Breakdown parts={data.parts} unit={data.unit} total={data.value} />
            </section>
            <p className="xs mute source">
              口径：{data.definition}。来源：{data.source}，截至{dateWords(data.asOf, today)}。
            </p>
            {data.value !== null && data.value !== places[0]?.figure.value && (
              <p className="sm soft">
                送审后台账又有变动，现在是{countWords(data.value)}
                {data.unit}；这一版的数不变，要改请修订。
              </p>
            )}
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

/** The parts of a sum as one bar with its words below; the words carry it, the colours only help. */
function Segments({ parts }: { parts: Equation['parts'] }) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  if (parts.length === 0 || whole === 0) return null;
  return (
    <>
      <div className="segments" aria-hidden="true">
        {parts.map((part, index) => (
          <i key={part.label} className={`seg-${index % 4}`} style={{ flexGrow: part.value }} />
        ))}
      </div>
      <dl className="segment-words">
        {parts.map((part, index) => (
          <div key={part.label}>
            <dt>
              <i className={`seg-${index % 4}`} />
              {part.label}
            </dt>
            <dd>
              {countWords(part.value)}
              <small>{((part.value / whole) * 100).toFixed(1)}%</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Breakdown({ parts, unit, total }: { parts: readonly Part[]; unit: string; total: number | null }) {
  if (parts.length === 0) return <p className="sm mute">没有下一级辖区的数。</p>;
  const shown = parts.slice(0, FEW);
  const isSum = unit !== '%' && unit !== '分钟';
  return (
    <table className="breakdown">
      <thead>
        <tr>
          <th scope="col">辖区</th>
          <th scope="col">数（{unit}）</th>
          {isSum && <th scope="col">占比</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map(part => (
          <tr key={part.areaCode}>
            <th scope="row">{part.areaName}</th>
            <td>{countWords(part.value)}</td>
            {isSum && <td>{total ? `${((part.value / total) * 100).toFixed(1)}%` : '—'}</td>}
          </tr>
        ))}
      </tbody>
      {isSum && total !== null && (
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td>{countWords(total)}</td>
            <td>100%</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
