import { listAlarms } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { clockWords } from '../../ui/words.ts';
import './alarms.css';

/** An alarm under way, told to the family: what, since when, who is doing what. */
export default function ElderAlarmPanel() {
  const alarms = useQueryOf(listAlarms, { query: { scope: 'live', limit: 5 } }, { refreshEveryMs: 15_000 });
  const rows = alarms.data?.rows ?? [];
  return rows.map(alarm => (
    <section key={alarm.id} className="elder-alarm" role="status">
      <b>{alarm.title}</b>
      <p className="elder-note">
        {clockWords(alarm.raisedAt)}发现。
        {alarm.status === 'raised' ? '已经通知值守台和家里人，马上给您打电话' : alarm.now}。
      </p>
    </section>
  ));
}
