import { useParams } from 'react-router';
import { ASSIGNMENT_LABELS, type Assignment, getTask, type TaskTarget } from '#contracts/tasks.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { dueOf, STATUS_TONES, targetWords, UNIT_ROLE_LABELS } from './task-words.ts';
import './tasks.css';

const COLUMNS: readonly Column<Assignment>[] = [
  { key: 'unit', title: '单位', cell: row => row.unitName },
  { key: 'role', title: '分工', cell: row => (row.unitRole ? UNIT_ROLE_LABELS[row.unitRole] : '负责'), width: 72 },
  {
    key: 'status',
    title: '状态',
    cell: row => <Chip tone={STATUS_TONES[row.status]}>{ASSIGNMENT_LABELS[row.status]}</Chip>,
    width: 120,
  },
  { key: 'due', title: '时限', cell: row => <DueCell row={row} />, width: 150 },
  {
    key: 'progress',
    title: '进展',
    cell: row => <span className="sm soft clamp">{row.progress ?? '还没有反馈'}</span>,
  },
];

function DueCell({ row }: { row: Assignment }) {
  const due = dueOf(row);
  return due ? <DueChip due={due} /> : <span className="sm mute">没有期限</span>;
}

/** One task: the document's own words, its targets, and every unit's part. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const task = useQueryOf(getTask, { params: { id } });
  return (
    <Loaded whole of={task} rows={6}>
      {data => (
        <>
          <PageHeader
            title={data.title || data.text.slice(0, 40)}
            trail={[{ title: '任务台账', to: '/desk/tasks' }]}
            facts={[
              `《${data.documentTitle}》`,
              data.documentNumber,
              `第${data.number}项`,
              data.total > 0 && `${data.total}个单位，${data.done}个已办结`,
              data.overdue > 0 && (
                <b key="over" className="red">
                  {data.overdue}个超期
                </b>
              ),
            ]}
          />
          <blockquote className="doc task-text">
            <p>{data.text}</p>
          </blockquote>
          {data.targets.length > 0 && <Targets targets={data.targets} />}
          <SectionHead title="各单位的进展" />
          <DataList
            name="task-assignments"
            unit="个单位"
            columns={COLUMNS}
            answer={{ rows: data.assignments }}
            rowKey={row => row.id}
            to={row => `/desk/task-assignments/${row.id}`}
            empty={
              <EmptyState icon="document" title="还没有分到单位">
                文件里没有写明责任单位的，要先在文件核对里补上。
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  );
}

const TARGET_COLUMNS = [
  { key: 'target', title: '目标' },
  { key: 'quote', title: '原文' },
  { key: 'deadline', title: '期限' },
  { key: 'figure', title: '现在的数' },
] as const;

function Targets({ targets }: { targets: readonly TaskTarget[] }) {
  const today = useBusinessDate();
  return (
    <section className="task-targets">
      <SectionHead title="写明的目标" />
      <Table caption="写明的目标" columns={TARGET_COLUMNS}>
        {targets.map(target => (
          <tr key={target.quote}>
            <td>
              <b>{targetWords(target)}</b>
            </td>
            <td className="soft">“{target.quote}”</td>
            <td>{target.deadline ? `${dateWords(target.deadline, today)}前` : '没有写明'}</td>
            <td>
              {target.indicatorCode ? (
                <TextLink small to={`/desk/figures/${target.indicatorCode}`}>
                  看指标
                </TextLink>
              ) : (
                <span className="sm mute">由单位报</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
