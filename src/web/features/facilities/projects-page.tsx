import {
  listProjects,
  PROGRAMME_LABELS,
  PROGRAMMES,
  PROJECT_STAGE_LABELS,
  PROJECT_STAGES,
  type ProjectRow,
  type ProjectStage,
} from '#contracts/construction.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { PROGRAMME_OPTIONS, STAGE_TONE } from './facility-words.ts';
import { UrlChoice } from './url-choice.tsx';
import './facilities.css';

const YEARS = ['2025', '2024', '2023', '2022', '2021'].map(value => ({ value, label: `${value}年` }));
const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '名称', kind: 'search', placeholder: '项目名称' },
  {
    name: 'stage',
    label: '阶段',
    kind: 'select',
    options: PROJECT_STAGES.map(value => ({ value, label: PROJECT_STAGE_LABELS[value] })),
  },
];

/** Building projects with their funnel: how many have come how far. */
export default function ProjectsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const year = today.slice(0, 4);
  const asked = { programme: PROGRAMMES[0], planYear: year, ...values };
  const answer = usePagesOf(listProjects, { query: asked });
  const funnel = useQueryOf(listProjects, { query: { ...asked, limit: 1 } });
  const columns: readonly Column<ProjectRow>[] = [
    { key: 'name', title: '项目', cell: r => r.name },
    { key: 'area', title: '社区（村）', cell: r => r.areaName, optional: true },
    { key: 'year', title: '计划', cell: r => `${r.planYear}年`, optional: true },
    { key: 'stage', title: '阶段', cell: r => <Chip tone={STAGE_TONE(r.stage)}>{PROJECT_STAGE_LABELS[r.stage]}</Chip> },
    { key: 'on', title: '到这一步', cell: r => dateWords(r.latestOn, today) },
  ];
  return (
    <>
      <PageHeader
        title="建设项目"
        facts={[`${asked.planYear}年`, PROGRAMME_LABELS[asked.programme], '数由每个项目的阶段记录数出']}
      />
      <Loaded of={funnel}>{data => <Funnel rows={data.funnel} />}</Loaded>
      <div className="filters no-print">
        <UrlChoice name="programme" label="建设任务" options={PROGRAMME_OPTIONS} fallback={PROGRAMMES[0]} />
        <UrlChoice name="planYear" label="年度" options={YEARS} fallback={year} />
        <FilterBar name="projects" specs={SPECS} />
      </div>
      <DataList
        name="projects"
        unit="个"
        columns={columns}
        answer={answer}
        rowKey={r => r.id}
        to={r => fill('/desk/facilities/projects/:id', { id: r.id })}
        empty={
          <NothingMatches specs={SPECS} what="项目">
            <EmptyState title={`${asked.planYear}年本辖区没有${PROGRAMME_LABELS[asked.programme]}项目`}>
              可以换一项建设任务或年度看。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

type FunnelRow = { stage: ProjectStage; standing: number; reached: number };

/** One bar a stage, as long as the share that has reached it. */
function Funnel({ rows }: { rows: readonly FunnelRow[] }) {
  const all = rows[0]?.reached ?? 0;
  if (all === 0) return null;
  return (
    <table className="funnel">
      <caption className="visually-hidden">各阶段已到的项目数</caption>
      <tbody>
        {rows.map(row => (
          <tr key={row.stage}>
            <th scope="row">{row.stage === 'not-started' ? '列入计划' : PROJECT_STAGE_LABELS[row.stage]}</th>
            <td className="num">
              <b>{countWords(row.reached)}</b>
            </td>
            <td aria-hidden="true">{row.reached > 0 && <i style={{ width: `${(row.reached / all) * 100}%` }} />}</td>
            <td className="xs mute">{row.standing > 0 && `其中${countWords(row.standing)}个正停在这一步`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
