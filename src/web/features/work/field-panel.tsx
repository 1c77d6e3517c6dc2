import { Link } from 'react-router';
import { listWork, type WorkItem } from '#contracts/work.ts';
import { useQueryOf } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { DueChip } from '../../ui/marks.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const KIND = { overdue: 'over', today: 'today', later: 'left' } as const;

/** What the person in the field owes, soonest first: number, what, deadline. */
export default function FieldPanel() {
  const { name, currentPost } = useSession();
  const today = useBusinessDate();
  const toPage = useRecordPath('field');
  const work = useQueryOf(listWork, { query: { limit: 100 } }, { refreshEveryMs: 60_000 });
  return (
    <section>
      <header className="field-head">
        <h1>要办的事</h1>
        <p>
          {today && dateWords(today)}，{name}，{currentPost.organisationName ?? currentPost.areaName}
        </p>
        {work.data && (
          <dl>
            <div className={work.data.counts.mine.overdue > 0 ? 'bad' : undefined}>
              <dt>超期</dt>
              <dd>{work.data.counts.mine.overdue}</dd>
            </div>
            <div>
              <dt>今天</dt>
              <dd>{work.data.counts.mine.today}</dd>
            </div>
          </dl>
        )}
      </header>
      <Loaded of={work}>
        {({ groups }) => {
          const rows = groups.flatMap(group => group.rows);
          if (rows.length === 0) {
            return (
              <div className="field-pad">
                <EmptyState icon="check" title="现在没有要办的事">
                  有人上报、派单或退回，会按期限列在这里。
                </EmptyState>
              </div>
            );
          }
          return (
            <ol className="route">
              {rows.map((row, index) => (
                <Row key={row.id} row={row} at={index + 1} to={toPage(row.path)} />
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}

function Row({ row, at, to }: { row: WorkItem; at: number; to: string | null }) {
  return (
    <li className={at === 1 ? 'cur' : undefined}>
      <i aria-hidden="true">{at}</i>
      <div>
        <b>{to ? <Link to={to}>{row.title}</Link> : row.title}</b>
        <p>
          {row.kindLabel}，{row.reason}
        </p>
        {at === 1 && <DueChip due={{ kind: KIND[row.group], words: row.dueWords }} />}
      </div>
      {at > 1 && <DueChip due={{ kind: KIND[row.group], words: row.dueWords }} />}
    </li>
  );
}
