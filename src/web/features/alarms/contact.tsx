import { openAlarmContact } from '#contracts/alarms.ts';
import { useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { ErrorState } from '../../ui/states.tsx';

/** Phone and door, opened for this alarm and written down; closed again when the page is left. */
export function Contact({ alarmId }: { alarmId: string }) {
  const open = useWrite(openAlarmContact);
  if (open.error) return <ErrorState error={open.error} />;
  if (!open.data)
    return (
      <p>
        <Button size="sm" icon="phone" busy={open.isPending} onClick={() => open.mutate({ params: { id: alarmId } })}>
          看电话和门牌
        </Button>{' '}
        <span className="sm mute">会记下是谁、什么时候看的</span>
      </p>
    );
  const { phone, door } = open.data;
  const number = phone && (
    <a className="link" href={`tel:${phone}`}>
      {phone}
    </a>
  );
  return (
    <FactList
      items={[
        ['电话', number ?? '档案里没有登记'],
        ['门牌', door ?? '档案里没有登记'],
      ]}
    />
  );
}
