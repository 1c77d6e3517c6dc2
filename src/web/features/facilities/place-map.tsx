import { useMemo } from 'react';
import { getOutlines } from '#contracts/areas.ts';
import { FACILITY_KIND_LABELS } from '#contracts/facility-nouns.ts';
import { mapPlaces, type NearPlace } from '#contracts/public-facilities.ts';
import { useQueryOf } from '../../api.ts';
import { useSite } from '../../session.ts';
import { type At, aroundAll, aroundPoint, labelsThatFit, middleOf, type Project, pathOf } from '../../ui/sketch.ts';
import { fromPriceWords } from './place-words.ts';
import { useSearch, WITHIN_METRES } from './use-search.ts';

const FRAME = { width: 800, height: 700 };
const LABEL = 112;
const NAME_HEIGHT = 15;
const RINGS = [1000, 2000] as const;
type Near = { name: string; longitude: number; latitude: number };
type MapProps = {
  near: Near | null;
  rows: readonly NearPlace[];
  active: string | null;
  point: (id: string) => void;
  /** Around `near` whatever the search says: the page of one place. */
  close?: boolean;
};

/** District outlines and the places of the list: a sketch, not a street map. The list is its text. */
export function PlaceMap({ near, rows, active, point, close: always = false }: MapProps) {
  const { kind, wide: asked } = useSearch();
  const wide = asked && !always;
  const outlines = useQueryOf(getOutlines, {});
  const points = useQueryOf(mapPlaces, { query: { kind } }, { enabled: wide });
  const demo = useSite().data?.demoData;
  const close = near && !wide;
  const view = useMemo(() => {
    if (near && !wide) return aroundPoint([near.longitude, near.latitude], WITHIN_METRES * 1.1, FRAME);
    const all = outlines.data?.districts.flatMap(d => d.polygons.flat()) ?? [];
    return {
      project: aroundAll(
        all.length > 0
          ? all
          : [
              [115.4, 39.4],
              [117.5, 41.1],
            ],
        FRAME,
      ),
      perMetre: 0,
    };
  }, [near, wide, outlines.data]);
  const { project, perMetre } = view;
  const districts = outlines.data?.districts ?? [];
  return (
    <section className="places-map" aria-label="示意图">
      <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} preserveAspectRatio="xMidYMid slice" role="img">
        <title>{`${near && close ? `${near.name}附近的` : '全市'}${FACILITY_KIND_LABELS[kind]}示意图，内容同左边的列表`}</title>
        <rect width={FRAME.width} height={FRAME.height} className="ground" />
        {districts.map(d => (
          <path key={d.code} d={pathOf(d.polygons, project)} className="land" />
        ))}
        {close ? (
          <Rings near={near} project={project} perMetre={perMetre} />
        ) : (
          <Names districts={districts} project={project} />
        )}
        {wide && points.data?.points.map(p => <Dot key={p.id} at={p.at} project={project} on={p.id === active} />)}
        <Pins rows={rows} project={project} active={active} point={point} small={!close} />
      </svg>
      <span className="sketch-label">
        {[outlines.data?.label ?? '示意图', demo && '演示数据'].filter(Boolean).join('，')}
      </span>
    </section>
  );
}

function Rings({ near, project, perMetre }: { near: Near; project: Project; perMetre: number }) {
  const [x, y] = project([near.longitude, near.latitude]);
  return (
    <g>
      {RINGS.map(metres => (
        <g key={metres}>
          <circle cx={x} cy={y} r={metres * perMetre} className="ring" />
          <text x={x} y={y + metres * perMetre + 20} className="ring-name">
            {metres / 1000}公里
          </text>
        </g>
      ))}
      <circle cx={x} cy={y} r="9" className="here" />
      <text x={x} y={y + 32} className="here-name">
        {near.name}
      </text>
    </g>
  );
}

type District = { code: string; name: string; polygons: readonly (readonly At[])[] };
/** Larger districts first; where the core is too close for all names, the list beside the map has them. */
function Names({ districts, project }: { districts: readonly District[]; project: Project }) {
  const labels = districts
    .map(d => {
      const { at, area } = middleOf(d.polygons, project);
      return { key: d.code, name: d.name, x: at[0], y: at[1], width: 15 * d.name.length, area };
    })
    .sort((a, b) => b.area - a.area);
  const fitting = labelsThatFit(labels, FRAME, NAME_HEIGHT);
  return labels
    .filter(label => fitting.has(label.key))
    .map(label => (
      <text key={label.key} x={label.x} y={label.y} className="district-name">
        {label.name}
      </text>
    ));
}

function Dot({ at, project, on }: { at: At; project: Project; on: boolean }) {
  const [x, y] = project(at);
  return <rect x={x - 3} y={y - 3} width="6" height="6" className={on ? 'dot on' : 'dot'} />;
}

type PinsProps = {
  rows: readonly NearPlace[];
  project: Project;
  active: string | null;
  point: (id: string) => void;
  small: boolean;
};

/** A square for every place; its price above it where there is room, the pointed one always and on top. */
function Pins({ rows, project, active, point, small }: PinsProps) {
  const drawn = rows.map(place => {
    const [x, y] = project([place.longitude, place.latitude]);
    return { key: place.id, x, y, width: LABEL, words: fromPriceWords(place) };
  });
  const first = drawn.filter(pin => pin.key === active);
  const order = [...first, ...drawn.filter(pin => pin.key !== active)];
  const labelled = small
    ? new Set(first.map(p => p.key))
    : labelsThatFit(
        order.filter(p => p.words),
        FRAME,
      );
  return [...order].reverse().map(pin => (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only; the list beside it is the way by keyboard
    <g
      key={pin.key}
      transform={`translate(${pin.x} ${pin.y})`}
      className={pin.key === active ? 'pin on' : 'pin'}
      onMouseEnter={() => point(pin.key)}
    >
      <rect x="-6" y="-6" width="12" height="12" rx="2" className="mark" />
      {pin.words && labelled.has(pin.key) && (
        <g transform="translate(0 -8)">
          <rect x={-LABEL / 2} y="-43" width={LABEL} height="35" rx="6" className="tag" />
          <path d="M-6 -8.5L0 0L6 -8.5" className="tag" />
          <text y="-20">{pin.words}</text>
        </g>
      )}
    </g>
  ));
}
