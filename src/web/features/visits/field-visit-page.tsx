import { useParams } from 'react-router';
import { readElderVisits } from '#contracts/visits.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactList, Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { planGroups, planPerson, visitWords } from './plan-words.ts';
import { VisitForm } from './visit-form.tsx';
import './visits.css';

/** At the door: who, why, what was found last time, the form. */
export default function FieldVisitPage() {
  const { elderId = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readElderVisits, { params: { elderId } });
  return (
    <div className="field-pad">
      <Loaded whole of={answer} rows={5}>
        {({ plan, visits }) =>
          plan ? (
            <>
              <h1>{planPerson(plan)}</h1>
              <FactList
                items={[
                  ['住址', [plan.areaName, plan.place].filter(Boolean).join(' ')],
                  ['居住', plan.living],
                  ['为什么', planGroups(plan)],
                ]}
              />
              <VisitForm plan={plan} large />
              <Timeline
                items={visits.slice(0, 5).map(visit => ({
                  key: visit.id,
                  at: instantWords(visit.visitedAt, today),
                  text: visitWords(visit),
                  kind: visit.result === 'ok' ? 'done' : 'warn',
                }))}
              />
            </>
          ) : (
            <>
              <PageHeader title="探访" />
              <EmptyState icon="walk" title="这位老年人不在您的探访名单里">
                请向社区核实。
              </EmptyState>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
