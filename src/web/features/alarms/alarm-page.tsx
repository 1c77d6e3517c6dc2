import { useParams } from 'react-router';
import {
  ALARM_STATUS_LABELS,
  type AlarmRecord,
  CALL_OUTCOME_LABELS,
  CALLEE_LABELS,
  getAlarm,
} from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip, RiskMark } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, HopLine, Timeline } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { AlarmActions } from './alarm-actions.tsx';
import { hopsOf, minutesWords } from './alarm-card.tsx';
import { Contact } from './contact.tsx';
import { EvidenceChart } from './evidence-chart.tsx';
import './alarms.css';

const REFRESH_MS = 10_000;

/** One alarm: what, who, where, the hop line, the next step, the evidence, everything that was done. */
export default function AlarmPage() {
  const { id = '' } = useParams();
  const alarm = useQueryOf(getAlarm, { params: { id } }, { refreshEveryMs: REFRESH_MS });
  return (
    <Loaded whole of={alarm} rows={8}>
      {data => (
        <>
          <PageHeader
            record
            title={`${data.person.name}，${data.title}`}
            trail={[{ title: '守平安', to: '/desk/alarms' }]}
            facts={[
              <RiskMark key="level" risk={data.level} />,
              <Chip key="status" tone={data.status === 'closed' ? 'pine' : 'plain'}>
                {ALARM_STATUS_LABELS[data.status]}
              </Chip>,
              data.areaName,
              data.closedAt ? `共${minutesWords(data.minutes)}` : `已${minutesWords(data.minutes)}`,
              data.responseMinutes !== null && `${data.responseMinutes}分钟到场`,
              data.escalatedTo && `已通知到${data.escalatedTo}`,
            ]}
          />
          <HopLine hops={hopsOf(data)} />
          <div className="alarm-page">
            <div>
              {data.evidence.added.map(line => (
                <Note key={line.sentence} tone="warn" title={line.sentence} />
              ))}
              <SectionHead title="证据" note="判断规则的数字为设计默认值" />
              {data.evidence.hours.length > 0 ? (
                <EvidenceChart evidence={data.evidence} />
              ) : (
                <p>{data.evidence.because}。</p>
              )}
              <Done alarm={data} />
            </div>
            <aside>
              <AlarmActions alarm={data} />
              <Person alarm={data} />
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Person({ alarm }: { alarm: AlarmRecord }) {
  const record = useRecordPath()(`/desk/elders/${alarm.elderId}`);
  const { person, evidence, assignee } = alarm;
  const name = record ? <TextLink to={record}>{person.name}</TextLink> : person.name;
  return (
    <>
      <SectionHead title="老年人" />
      <FactList
        items={[
          ['告警号', alarm.number],
          ['姓名', name],
          ['年龄', alarm.age === null ? null : `${alarm.age}岁${person.sex ? `，${person.sex}` : ''}`],
          ['居住', person.living],
          ['住址', `${alarm.areaName} ${person.place}`],
          ['水表', evidence.serial],
          ['派去的人', assignee && `${assignee.name}（${assignee.title}）`],
        ]}
      />
      {alarm.closedAt === null && <Contact alarmId={alarm.id} />}
    </>
  );
}

function Done({ alarm }: { alarm: AlarmRecord }) {
  const today = useBusinessDate();
  const steps = alarm.steps.map(step => ({
    key: `${step.at}${step.to}`,
    at: instantWords(step.at, today),
    text: `${step.actor}：${step.label}${step.note ? `，${step.note}` : ''}`,
    kind: 'done' as const,
  }));
  return (
    <>
      <SectionHead title="经过" />
      <Timeline items={steps} />
      {alarm.calls.length > 0 && (
        <>
          <SectionHead title="通话" />
          <Timeline
            items={alarm.calls.map(call => ({
              key: call.id,
              at: instantWords(call.at, today),
              text: `${call.caller}打给${CALLEE_LABELS[call.callee]}：${CALL_OUTCOME_LABELS[call.outcome]}${call.note ? `，${call.note}` : ''}`,
            }))}
          />
        </>
      )}
    </>
  );
}
