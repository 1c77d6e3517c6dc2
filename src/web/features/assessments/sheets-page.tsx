import { Link } from 'react-router';
import type { AssignmentRow } from '#contracts/assessments/assessment.ts';
import { listAssignments } from '#contracts/assessments/endpoints.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import './assessments.css';

/** The assessor's sheets: open ones by visit time, then those that are done. */
export default function SheetsPage() {
  const answer = useQueryOf(listAssignments, { query: {} });
  const today = useBusinessDate();
  return (
    <>
      <header className="field-head">
        <h1>我的评估</h1>
        <p>草稿存在手机和服务器上，没有网络也能填。</p>
      </header>
      <Loaded of={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="field-pad">
              <EmptyState icon="scales" title="还没有派给您的评估">
                街道派了您，会按上门时间列在这里。
              </EmptyState>
            </div>
          ) : (
            <ol className="route">
              {rows.map((row, index) => (
                <Row key={row.id} row={row} at={index + 1} today={today} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}

function stateOf(row: AssignmentRow): string {
  if (row.finished) return '已评分';
  if (row.signedAt) return '已签字，等另一名评估员';
  return row.answered === 0 ? '还没开始' : `已填${row.answered}/${row.items}项`;
}

function Row({ row, at, today }: { row: AssignmentRow; at: number; today: string }) {
  const current = at === 1 && !row.finished;
  return (
    <li className={row.finished ? 'ok' : current ? 'cur' : undefined}>
      <i aria-hidden="true">{row.finished ? '✓' : at}</i>
      <div>
        <b>
          <Link to={fill('/field/assessments/:id', { id: row.id })}>{row.elderName}</Link>
          <small>{[row.road, row.compound].filter(Boolean).join(' ')}</small>
        </b>
        <p>
          {instantWords(row.visitAt, today)}，{row.reason}
        </p>
        {current && <p>{stateOf(row)}</p>}
      </div>
      {!current && <em className={row.finished ? undefined : 'wait'}>{stateOf(row)}</em>}
    </li>
  );
}
