import {
  CHANNEL_LABELS,
  countUnreadMessages,
  DELIVERY_STATUS_LABELS,
  listMessages,
  type Message,
  markAllMessagesRead,
  markMessageRead,
} from '#contracts/messages.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton, TextButton } from '../../ui/button.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, Facts } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import './messages.css';

const SPECS: readonly FilterSpec[] = [{ name: 'unread', label: '只看未读', kind: 'toggle' }];

/** Newest first; unread ones stand out, each leads to the page where it is dealt with. */
export default function MessagesPage() {
  const { values } = useFilters();
  const messages = usePagesOf(listMessages, { query: { unread: values.unread === '1' ? 'true' : 'false' } });
  const unread = useQueryOf(countUnreadMessages, {}).data?.unread ?? 0;
  const all = useWrite(markAllMessagesRead);
  return (
    <>
      <PageHeader title="消息" facts={[`${countWords(unread)}条未读`, '每条消息都留在这里，短信和邮件只是提醒']}>
        {unread > 0 && (
          <Button busy={all.isPending} onClick={() => all.mutate({})}>
            全部标为已读
          </Button>
        )}
      </PageHeader>
      <FilterBar name="messages" specs={SPECS} />
      {all.error && <ErrorState error={all.error} />}
      <Rows messages={messages} />
    </>
  );
}

function Rows({ messages }: { messages: ReturnType<typeof usePagesOf<typeof listMessages>> }) {
  if (messages.error) return <ErrorState error={messages.error} retry={messages.retry} />;
  if (!messages.rows) return <Skeleton rows={5} />;
  if (messages.rows.length === 0) {
    return (
      <NothingMatches specs={SPECS} what="消息">
        <EmptyState icon="check" title="还没有消息">
          有事派给您、快到期或有了结果，会发到这里。
        </EmptyState>
      </NothingMatches>
    );
  }
  return (
    <>
      <ul className="messages">
        {messages.rows.map(message => (
          <Row key={message.id} message={message} />
        ))}
      </ul>
      {messages.hasMore && (
        <Button busy={messages.loadingMore} onClick={messages.loadMore}>
          再列一些
        </Button>
      )}
    </>
  );
}

function Row({ message }: { message: Message }) {
  const today = useBusinessDate();
  const to = useRecordPath()(message.path?.split('?')[0] ?? null);
  const mark = useWrite(markMessageRead);
  const read = () => !message.readAt && mark.mutate({ params: { id: message.id } });
  return (
    <li className={message.readAt ? 'message' : 'message unread'}>
      <time className="sm mute" dateTime={message.at}>
        {instantWords(message.at, today)}
      </time>
      <div>
        <h2>
          {message.title}
          {message.urgent && <Chip tone="over">紧急</Chip>}
          {!message.readAt && <Chip tone="plain">未读</Chip>}
        </h2>
        <p>{message.text}</p>
        {message.deliveries.length > 0 && (
          <p className="xs mute">
            <Facts
              items={message.deliveries.map(one =>
                [`${CHANNEL_LABELS[one.channel]}${DELIVERY_STATUS_LABELS[one.status]}`, one.because]
                  .filter(Boolean)
                  .join('：'),
              )}
            />
          </p>
        )}
        {mark.error && <ErrorState error={mark.error} />}
      </div>
      <div className="message-acts">
        {to && (
          <LinkButton to={message.path ?? to} size="sm" onClick={read}>
            去办
          </LinkButton>
        )}
        {!message.readAt && <TextButton onClick={read}>标为已读</TextButton>}
      </div>
    </li>
  );
}
