import { useMemo } from 'react';
import { Link } from 'react-router';
import { getOutlines, type Outlines } from '#contracts/areas.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { readLayout } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS } from '#contracts/facility-nouns.ts';
import { mapPlaces } from '#contracts/public-facilities.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { aroundAll, middleOf, pathOf } from '../../ui/sketch.ts';
import { Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { DEFAULT_KIND, KIND_OPTIONS, kindOf } from './place-words.ts';
import { UrlChoice } from './url-choice.tsx';
import './facilities.css';

type Layout = OutputOf<typeof readLayout>;
const FRAME = { width: 900, height: 760 };
/** Share of communities without a meal point: upper ends of the five steps of the need scale, in per cent. */
const STEPS = [2, 5, 10, 20, 100] as const;

/** 看布局: where the places are, where communities have no meal point; a table says the same. */
export default function LayoutPage() {
  const { values, set } = useFilters();
  const own = useSession().currentPost.areaCode;
  const area = values.area ?? own;
  const layout = useQueryOf(readLayout, { query: { area } });
  const today = useBusinessDate();
  const asTable = values.view === 'table';
  return (
    <Loaded whole of={layout} rows={8}>
      {data => (
        <>
          <PageHeader
            title={titleOf(data)}
            facts={[data.areaName, '助餐按已登记的服务社区算', `截至${dateWords(data.asOf, today)}`]}
            {...(area === own ? {} : { trail: [{ title: '看布局', to: '/desk/layout' }] })}
          >
            <fieldset className="switch">
              <legend className="visually-hidden">看法</legend>
              <button type="button" aria-pressed={!asTable} onClick={() => set('view', '')}>
                地图
              </button>
              <button type="button" aria-pressed={asTable} onClick={() => set('view', 'table')}>
                表格
              </button>
            </fieldset>
          </PageHeader>
          {!asTable && (
            <div className="filters no-print">
              <UrlChoice name="kind" label="看哪类设施" options={KIND_OPTIONS} fallback={DEFAULT_KIND} />
            </div>
          )}
          {asTable ? <LayoutTable data={data} /> : <LayoutMap data={data} kind={kindOf(values.kind)} />}
        </>
      )}
    </Loaded>
  );
}

const sum = (data: Layout, of: (row: Layout['rows'][number]) => number) => data.rows.reduce((n, row) => n + of(row), 0);

function titleOf(data: Layout): string {
  const blank = sum(data, r => r.communities - r.mealCovered);
  return blank === 0
    ? `${countWords(sum(data, r => r.communities))}个社区（村）都有助餐点服务`
    : `还有${countWords(blank)}个社区（村）没有助餐点服务`;
}

const stepOf = (row: Layout['rows'][number]): number => {
  const share = row.communities === 0 ? 0 : (1 - row.mealCovered / row.communities) * 100;
  return STEPS.findIndex(top => share <= top);
};

function LayoutMap({ data, kind }: { data: Layout; kind: ReturnType<typeof kindOf> }) {
  const outlines = useQueryOf(getOutlines, {});
  const points = useQueryOf(mapPlaces, { query: { kind, area: data.areaCode } });
  return (
    <Loaded of={outlines}>
      {drawn => (
        <Drawn data={data} outlines={drawn} points={points.data?.points ?? []} kindName={FACILITY_KIND_LABELS[kind]} />
      )}
    </Loaded>
  );
}

type DrawnProps = {
  data: Layout;
  outlines: Outlines;
  points: OutputOf<typeof mapPlaces>['points'];
  kindName: string;
};

/** The city by district; a district, street or community inside its district's outline. */
function Drawn({ data, outlines, points, kindName }: DrawnProps) {
  const isCity = areaLevel(data.areaCode) === 'city';
  const districts = useMemo(
    () => outlines.districts.filter(d => isCity || d.code === areaAt(data.areaCode, 'district')),
    [outlines, isCity, data.areaCode],
  );
  const project = useMemo(
    () =>
      aroundAll(
        districts.flatMap(d => d.polygons.flat()),
        FRAME,
      ),
    [districts],
  );
  const rows = new Map(data.rows.map(row => [row.areaCode, row]));
  return (
    <div className="layout-map">
      <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img">
        <title>{`${data.areaName}${kindName}分布示意图，内容同表格`}</title>
        {districts.map(d => {
          const row = rows.get(d.code);
          return (
            <path key={d.code} d={pathOf(d.polygons, project)} className={row ? `land need-${stepOf(row)}` : 'land'} />
          );
        })}
        {points.map(p => {
          const [x, y] = project(p.at);
          return <rect key={p.id} x={x - 3} y={y - 3} width="6" height="6" className="point" />;
        })}
        {districts.map(d => {
          const [x, y] = middleOf(d.polygons, project).at;
          return (
            <text key={d.code} x={x} y={y} className="name">
              {d.name}
            </text>
          );
        })}
      </svg>
      <div className="layout-legend">
        <span>
          <i className="sq" />
          {kindName} {countWords(points.length)}处
        </span>
        {isCity && (
          <>
            没有助餐点服务的社区占
            {STEPS.map((top, i) => (
              <span key={top}>
                <i className={`need-${i}`} />
                {i === STEPS.length - 1 ? `${STEPS[i - 1]}%以上` : `${STEPS[i - 1] ?? 0}–${top}%`}
              </span>
            ))}
          </>
        )}
        <span className="mute">{outlines.label}，点位为演示坐标，不作界线依据</span>
      </div>
    </div>
  );
}

function LayoutTable({ data }: { data: Layout }) {
  const kinds = KIND_OPTIONS;
  const total = (of: (row: Layout['rows'][number]) => number) => countWords(sum(data, of));
  return (
    <Table
      caption={`${data.areaName}各辖区的设施`}
      columns={[
        { key: 'area', title: '辖区' },
        ...kinds.map(k => ({ key: k.value, title: k.label, number: true })),
        { key: 'communities', title: '社区（村）', number: true },
        { key: 'blank', title: '没有助餐点服务', number: true },
        { key: 'oldest', title: '80岁以上', number: true },
      ]}
      tall
    >
      {data.rows.map(row => (
        <tr key={row.areaCode}>
          <td>
            {areaLevel(row.areaCode) === 'community' ? (
              row.areaName
            ) : (
              <Link className="row-link nw" to={`/desk/layout?area=${row.areaCode}&view=table`}>
                {row.areaName}
              </Link>
            )}
          </td>
          {kinds.map(k => (
            <td key={k.value} className="num">
              {countWords(row.counts[k.value])}
            </td>
          ))}
          <td className="num">{countWords(row.communities)}</td>
          <td className="num">{countWords(row.communities - row.mealCovered)}</td>
          <td className="num">{row.oldest === null ? '—' : countWords(row.oldest)}</td>
        </tr>
      ))}
      <tr className="sum">
        <td>合计</td>
        {kinds.map(k => (
          <td key={k.value} className="num">
            {total(r => r.counts[k.value])}
          </td>
        ))}
        <td className="num">{total(r => r.communities)}</td>
        <td className="num">{total(r => r.communities - r.mealCovered)}</td>
        <td className="num">{data.rows.some(r => r.oldest === null) ? '—' : total(r => r.oldest ?? 0)}</td>
      </tr>
    </Table>
  );
}
