import { type Alarm, listAlarms, readAlarmSummary } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { clockWords } from '../../ui/words.ts';
import { AlarmCard, minutesWords } from './alarm-card.tsx';
import { useLiveAlarms } from './use-live-alarms.ts';
import './alarms.css';

const MOST = 4;

/** 正在处理的告警, live, beside 今天要办的; then what was closed today and who is on duty. */
export default function RailPanel() {
  const live = useLiveAlarms();
  const closed = useQueryOf(listAlarms, { query: { scope: 'today', limit: 3 } }, { refreshEveryMs: 60_000 });
  const summary = useQueryOf(readAlarmSummary, {}, { refreshEveryMs: 60_000 });
  const rows = live.rows ?? [];
  return (
    <>
      <section aria-label="正在处理的告警">
        <div className={rows.length > 0 ? 'rail-head' : 'rail-head calm'}>
          <h2>正在处理的告警</h2>
          <span className="sm mute" aria-live="polite">
            {live.rows && `${rows.length}条`}
            {live.at && `，${clockWords(live.at)}更新`}
          </span>
        </div>
        {!live.rows && live.error && <ErrorState error={live.error} retry={live.retry} />}
        {!live.rows && !live.error && <Skeleton rows={4} />}
        {live.rows && rows.length === 0 && (
          <EmptyState title="现在没有告警">有老人长时间没有用水或按了一键呼，会立刻出现在这里。</EmptyState>
        )}
        {rows.slice(0, MOST).map(alarm => (
          <AlarmCard key={alarm.id} alarm={alarm} to={`/desk/alarms/${alarm.id}`}>
            <div className="form-acts">
              <LinkButton size="sm" to={`/desk/alarms/${alarm.id}`}>
                {alarm.status === 'raised' ? '去受理' : '去处置'}
              </LinkButton>
            </div>
          </AlarmCard>
        ))}
        {rows.length > MOST && <TextLink to="/desk/alarms">另有{rows.length - MOST}条</TextLink>}
      </section>
      <Closed rows={closed.data?.rows ?? []} total={closed.data?.total ?? 0} />
      {summary.data?.duty && (
        <p className="rail-duty">
          <b>今天值守</b>　{summary.data.duty}
        </p>
      )}
    </>
  );
}

function Closed({ rows, total }: { rows: readonly Alarm[]; total: number }) {
  if (rows.length === 0) return null;
  return (
    <section className="rail-closed" aria-label="今天已关闭">
      <div className="section-head">
        <h2 className="t">今天已关闭</h2>
        <TextLink small to="/desk/alarms?tab=today">
          全部{total}条
        </TextLink>
      </div>
      <ul>
        {rows.map(row => (
          <li key={row.id}>
            <time>{clockWords(row.raisedAt)}</time>
            <span>
              <TextLink to={`/desk/alarms/${row.id}`}>{row.cause ?? row.now}</TextLink>
              <small className={row.isTrue ? 'true' : undefined}>
                {row.isTrue === null ? '静默' : row.isTrue ? '属实' : '误报'}
                {row.responseMinutes !== null && `，${row.responseMinutes}分钟到场`}
                {row.responseMinutes === null && `，${minutesWords(row.minutes)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
