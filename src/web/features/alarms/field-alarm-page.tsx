import { useParams } from 'react-router';
import { getAlarm } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { Chip, RiskMark } from '../../ui/marks.tsx';
import { FactList, HopLine } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { clockWords } from '../../ui/words.ts';
import { StepForm } from './alarm-actions.tsx';
import { hopsOf, minutesWords } from './alarm-card.tsx';
import { Contact } from './contact.tsx';
import './alarms.css';

/** What the person sent to the door needs: where, by when, one big button, then why it happened. */
export default function FieldAlarmPage() {
  const { id = '' } = useParams();
  const alarm = useQueryOf(getAlarm, { params: { id } }, { refreshEveryMs: 20_000 });
  return (
    <Loaded whole of={alarm} rows={5}>
      {data => (
        <div className="field-pad field-alarm">
          <h1>
            <RiskMark risk={data.level} /> {data.person.name}
            {data.age !== null && ` ${data.age}岁`}
          </h1>
          <p>{data.title}</p>
          <FactList
            items={[
              ['住址', `${data.areaName} ${data.person.place}`],
              ['居住', data.person.living],
              ['应在', data.assignee?.expectedAt ? `${clockWords(data.assignee.expectedAt)}前到场` : null],
              ['告警', `${minutesWords(data.minutes)}前`],
            ]}
          />
          {data.closedAt === null && <Contact alarmId={data.id} />}
          <HopLine hops={hopsOf(data)} />
          {data.assignee?.late && <Note tone="warn" title="已过应到时间，请尽快到场，或打值守电话说明" />}
          {data.evidence.added.map(line => (
            <Note key={line.sentence} tone="warn" title={line.sentence} />
          ))}
          {data.status === 'dispatched' && <StepForm step="arrive" alarm={data} done={() => undefined} />}
          {data.status === 'on-site' && <StepForm step="close" alarm={data} done={() => undefined} />}
          {data.status === 'closed' && <Chip>{data.now}</Chip>}
        </div>
      )}
    </Loaded>
  );
}
