import { type AuditEntry, listAudit } from '#contracts/audits.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** Who looked at my record, and who did something with it: large, newest first, nothing to set. */
export default function SeenPage() {
  const entries = usePagesOf(listAudit, { query: { limit: 20 } });
  return (
    <>
      <PageHeader title="谁看过我的档案" />
      {entries.error && <ErrorState error={entries.error} retry={entries.retry} />}
      {!entries.rows && !entries.error && <Skeleton rows={3} />}
      {entries.rows?.length === 0 && <p className="elder-note">还没有人看过。有人看或办，会一条一条记在这里。</p>}
      {entries.rows?.map(row => (
        <Row key={row.id} row={row} />
      ))}
      {entries.hasMore && (
        <Button wide busy={entries.loadingMore} onClick={entries.loadMore}>
          再看早些的
        </Button>
      )}
      <p className="elder-note">觉得不该看的，请打12345，报出时间就能查到人。</p>
    </>
  );
}

function Row({ row }: { row: AuditEntry }) {
  const today = useBusinessDate();
  return (
    <div className="elder-row">
      <span>
        <b>{row.role ? ROLE_LABELS[row.role] : '访客'}</b>
        <em>
          {row.actorName}，{instantWords(row.at, today)}，{row.actionLabel}
        </em>
      </span>
    </div>
  );
}
