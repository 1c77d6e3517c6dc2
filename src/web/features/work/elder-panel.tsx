import { Link } from 'react-router';
import { listWork, type WorkItem } from '#contracts/work.ts';
import { useQueryOf } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';

const FEW = 5;

/** What waits for a nod of the elder or the family, soonest first; large, one thing a row. */
export default function ElderPanel() {
  const toPage = useRecordPath('elder');
  const work = useQueryOf(listWork, { query: { limit: FEW } });
  return (
    <section>
      <h2>要您办的事</h2>
      <Loaded of={work} rows={2}>
        {({ groups, counts }) => {
          const rows = groups.flatMap(group => group.rows).slice(0, FEW);
          if (rows.length === 0) return <p className="elder-note">今天没有要您办的事。有事要您点头，会写在这里。</p>;
          return (
            <>
              {rows.map(row => (
                <Row key={row.id} row={row} to={toPage(row.path)} />
              ))}
              {counts.mine.all > rows.length && (
                <p className="elder-note">另有{counts.mine.all - rows.length}件不急。</p>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Row({ row, to }: { row: WorkItem; to: string | null }) {
  const text = (
    <span>
      <b>{row.title}</b>
      <em>
        {row.dueWords}，{row.reason}
      </em>
    </span>
  );
  if (!to) return <div className="elder-row">{text}</div>;
  return (
    <Link className="elder-row" to={to}>
      {text}
      <Icon name="right" />
    </Link>
  );
}
