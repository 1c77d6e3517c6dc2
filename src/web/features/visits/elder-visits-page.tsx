import { useParams } from 'react-router';
import { OFFICIALS } from '#contracts/roles.ts';
import {
  assignVisitPlan,
  listVisitors,
  PLAN_STATUS_LABELS,
  readElderVisits,
  type Visit,
  type VisitPlan,
} from '#contracts/visits.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useRecordPath } from '../../record-path.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Select } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, DueChip, TagWithReason } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { planDue, planPerson, visitWords } from './plan-words.ts';
import { VisitForm } from './visit-form.tsx';
import './visits.css';

const MAKERS = ['community', 'street', 'centre', 'station'];

/** One person's plan with its reasons, the form, and every visit made. */
export default function ElderVisitsPage() {
  const { elderId = '' } = useParams();
  const answer = useQueryOf(readElderVisits, { params: { elderId } });
  return (
    <Loaded whole of={answer} rows={6}>
      {({ plan, visits }) =>
        plan ? (
          <Plan plan={plan} visits={visits} />
        ) : (
          <>
            <PageHeader title="探访" trail={[{ title: '走访', to: '/desk/visits' }]} />
            <EmptyState icon="walk" title="没有探访计划">
              这位老年人不属于重点对象，或不在您的辖区。
            </EmptyState>
          </>
        )
      }
    </Loaded>
  );
}

function Plan({ plan, visits }: { plan: VisitPlan; visits: readonly Visit[] }) {
  const today = useBusinessDate();
  const record = useRecordPath()(`/desk/elders/${plan.elderId}`);
  const { role } = useSession().currentPost;
  const due = planDue(plan, today);
  return (
    <>
      <PageHeader
        record
        title={planPerson(plan)}
        trail={[{ title: '走访', to: '/desk/visits' }]}
        facts={[
          <Chip key="status">{PLAN_STATUS_LABELS[plan.status]}</Chip>,
          plan.areaName,
          plan.living,
          plan.status === 'active' && `每${plan.frequencyDays}天一次（设计默认）`,
          plan.lastVisitedOn ? `上次${dateWords(plan.lastVisitedOn, today)}` : '还没有探访过',
          due && <DueChip key="due" due={due} />,
        ]}
      >
        {record && <TextLink to={record}>看档案</TextLink>}
      </PageHeader>
      <div className="visit-page">
        <section>
          <div className="row-flex visit-reasons">
            {plan.reasons.map(reason => (
              <TagWithReason key={reason.group} tag={reason.label} reason={reason.reason} />
            ))}
          </div>
          {plan.status === 'excluded' && (
            <Note title="本人不愿探访">计划里不排，有事仍可联系；本人改变主意后在档案里改。</Note>
          )}
          {MAKERS.includes(role) ? (
            <>
              <SectionHead title="记一次探访" />
              <VisitForm plan={plan} />
            </>
          ) : (
            <Note title="这里只看记录">探访由社区、街道、驿站和中心记。</Note>
          )}
        </section>
        <aside>
          {MAKERS.includes(role) && <Assign plan={plan} />}
          <SectionHead title="探访记录" note={`${visits.length}次`} />
          {visits.length === 0 && <p className="mute">还没有探访过。</p>}
          {OFFICIALS.includes(role as never) && visits.some(visit => visit.needs.length > 0) && (
            <p className="sm">
              <TextLink to={`/desk/needs?elderId=${plan.elderId}`}>探访发现的需要办得怎样</TextLink>
            </p>
          )}
          <Timeline
            items={visits.map(visit => ({
              key: visit.id,
              at: instantWords(visit.visitedAt, today),
              text: visitWords(visit),
              kind: visit.result === 'ok' ? 'done' : 'warn',
            }))}
          />
        </aside>
      </div>
    </>
  );
}

function Assign({ plan }: { plan: VisitPlan }) {
  const params = { id: plan.id };
  const visitors = useQueryOf(listVisitors, { params });
  const write = useWrite(assignVisitPlan);
  const options = (visitors.data?.rows ?? []).map(one => ({
    value: one.accountId,
    label: `${one.name}（${one.organisation ?? one.title}）`,
  }));
  if (options.length === 0) return null;
  return (
    <>
      <SectionHead title="交给谁去" note={plan.assigneeName ? `现在是${plan.assigneeName}` : '现在由社区去'} />
      <Form
        initial={{}}
        checks={assignVisitPlan.body}
        label="交给这位"
        look="ok"
        submit={(body: never) => write.mutateAsync({ params, body })}
      >
        <Select name="workerId" label="护理员或志愿者" options={options} />
      </Form>
    </>
  );
}
