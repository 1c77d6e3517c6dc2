import { useParams } from 'react-router';
import { PLAN_STATUS_LABELS, readElderVisits } from '#contracts/visits.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { DueChip, Facts } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { planDue, planGroups, visitWords } from './plan-words.ts';

const FEW = 3;

/** On a person's record: the visit plan with its reasons, and the last visits. */
export default function PersonPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readElderVisits, { params: { elderId: id } });
  return (
    <section>
      <SectionHead title="走访">
        <TextLink small to={`/desk/visits/${id}`}>
          记一次探访
        </TextLink>
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {({ plan, visits }) => {
          const due = plan && planDue(plan, today);
          return (
            <>
              <p className="sm">
                {plan ? (
                  <Facts
                    items={[
                      PLAN_STATUS_LABELS[plan.status],
                      planGroups(plan),
                      `每${plan.frequencyDays}天一次`,
                      due && <DueChip key="due" due={due} />,
                    ]}
                  />
                ) : (
                  '不属于重点对象，没有探访计划。'
                )}
              </p>
              <Timeline
                items={visits.slice(0, FEW).map(visit => ({
                  key: visit.id,
                  at: instantWords(visit.visitedAt, today),
                  text: visitWords(visit),
                  kind: visit.result === 'ok' ? 'done' : 'warn',
                }))}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
