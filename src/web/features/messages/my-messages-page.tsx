import { listMessages, markMessageRead } from '#contracts/messages.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** What was decided, and what others did in my place: large, newest first. */
export default function MyMessagesPage() {
  const today = useBusinessDate();
  const pathOf = useRecordPath('elder');
  const messages = usePagesOf(listMessages, { query: { limit: 10 } });
  const read = useWrite(markMessageRead);
  return (
    <>
      <PageHeader title="我的消息" />
      {messages.error && <ErrorState error={messages.error} retry={messages.retry} />}
      {!messages.rows && !messages.error && <Skeleton rows={3} />}
      {messages.rows?.length === 0 && <p className="elder-note">还没有消息。有人替您办了事，会写在这里。</p>}
      {messages.rows?.map(row => {
        const to = pathOf(row.path);
        return (
          <section key={row.id}>
            <h2>{row.title}</h2>
            <p className="elder-note">
              {instantWords(row.at, today)}，{row.text}
            </p>
            {to && <TextLink to={to}>去看看</TextLink>}
            {!row.readAt && (
              <Button size="lg" wide busy={read.isPending} onClick={() => read.mutate({ params: { id: row.id } })}>
                知道了
              </Button>
            )}
          </section>
        );
      })}
      {messages.hasMore && (
        <Button size="lg" wide busy={messages.loadingMore} onClick={messages.loadMore}>
          再看早些的
        </Button>
      )}
    </>
  );
}
