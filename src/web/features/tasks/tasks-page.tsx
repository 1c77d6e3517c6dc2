import { listTasks, type Task } from '#contracts/tasks.ts';
import { usePagesOf } from '../../api.ts';
import { useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { unitsWords } from './task-words.ts';
import './tasks.css';

const SPECS: readonly FilterSpec[] = [
  { name: 'q', label: '找任务', kind: 'search', placeholder: '任务里的字' },
  { name: 'unit', label: '责任单位', kind: 'search', placeholder: '责任单位名称' },
];

const COLUMNS: readonly Column<Task>[] = [
  {
    key: 'title',
    title: '任务',
    width: '46%',
    cell: row => (
      <>
        {row.number} {row.title || row.text}
        {row.title && row.text !== row.title && <span className="row-note clamp">{row.text}</span>}
      </>
    ),
  },
  { key: 'units', title: '责任单位', cell: row => <span className="sm soft">{unitsWords(row.units)}</span> },
  { key: 'progress', title: '办结', cell: row => <Done {...row} />, width: 150 },
  {
    key: 'overdue',
    title: '超期',
    cell: row => row.overdue > 0 && <Chip tone="over">{row.overdue}个超期</Chip>,
    width: 96,
  },
];

function Done({ done, total }: Pick<Task, 'done' | 'total'>) {
  if (total === 0) return <span className="sm mute">还没有分到单位</span>;
  return (
    <span className="task-done">
      <span className="task-bar" aria-hidden="true">
        <i style={{ width: `${(done / total) * 100}%` }} />
      </span>
      {done}/{total}
    </span>
  );
}

/** Tasks under the document that asks for them, each with how many units are done. */
export default function TasksPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const { q, unit, documentId } = values;
  const tasks = usePagesOf(listTasks, {
    query: { limit: 200, ...(q && { q }), ...(unit && { unit }), ...(documentId && { documentId }) },
  });
  const rows = tasks.rows ?? [];
  const documents = Map.groupBy(rows, row => `${row.documentTitle}\n${row.documentNumber ?? ''}`);
  const overdue = rows.reduce((sum, row) => sum + row.overdue, 0);
  const empty = (
    <NothingMatches specs={SPECS} what="任务">
      <EmptyState icon="document" title="还没有任务">
        任务分工或进展情况文件核对无误后，会按条落到这里，分到每个责任单位。
      </EmptyState>
    </NothingMatches>
  );
  return (
    <>
      <PageHeader
        title="任务台账"
        facts={[
          areaName,
          tasks.rows && `${documents.size}份文件`,
          overdue > 0 && (
            <b key="over" className="red">
              {overdue}个单位超期
            </b>
          ),
        ]}
      />
      <FilterBar name="tasks" specs={SPECS} />
      {documents.size === 0 && (
        <DataList name="tasks" unit="项" columns={COLUMNS} answer={tasks} rowKey={row => row.id} empty={empty} />
      )}
      {[...documents].map(([key, own], index) => {
        const [title, number] = key.split('\n');
        const isLast = index === documents.size - 1;
        return (
          <section key={key} className="task-document">
            <SectionHead title={`《${title}》`} note={number} />
            <DataList
              name="tasks"
              unit="项"
              columns={COLUMNS}
              answer={isLast ? { ...tasks, rows: own, total: own.length } : { rows: own }}
              rowKey={row => row.id}
              to={row => `/desk/tasks/${row.id}`}
              empty={empty}
            />
          </section>
        );
      })}
    </>
  );
}
