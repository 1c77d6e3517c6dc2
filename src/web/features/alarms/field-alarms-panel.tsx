import { Link } from 'react-router';
import { listAlarms } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { clockWords } from '../../ui/words.ts';

/** Alarms this person was sent to stand above everything else of the day; nothing is drawn when there is none. */
export default function FieldAlarmsPanel() {
  const alarms = useQueryOf(listAlarms, { query: { scope: 'live', limit: 10 } }, { refreshEveryMs: 15_000 });
  if (alarms.error) return <ErrorState error={alarms.error} retry={() => void alarms.refetch()} />;
  return (alarms.data?.rows ?? []).map(alarm => (
    <Link key={alarm.id} className="field-notice" to={`/field/alarms/${alarm.id}`}>
      <b>
        告警：{alarm.person.name}
        {alarm.age !== null && ` ${alarm.age}岁`}，{alarm.title}
      </b>
      <span>
        {alarm.person.place}
        {alarm.assignee?.expectedAt && alarm.status === 'dispatched'
          ? `，应在${clockWords(alarm.assignee.expectedAt)}前到场`
          : `，${alarm.now}`}
      </span>
      <Icon name="right" />
    </Link>
  ));
}
