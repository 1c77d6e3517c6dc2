import { Link } from 'react-router';
import { listVisitPlans } from '#contracts/visits.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { DueChip } from '../../ui/marks.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { planDue, planGroups, planPerson } from './plan-words.ts';
import './visits.css';

/** Whom this person visits today; nothing is drawn when nobody is due. */
export default function FieldVisitsPanel() {
  const today = useBusinessDate();
  const plans = useQueryOf(listVisitPlans, { query: { view: 'due', limit: 50 } });
  if (plans.error) return <ErrorState error={plans.error} retry={() => void plans.refetch()} />;
  if (!plans.data) return <Skeleton rows={2} />;
  const { rows } = plans.data;
  if (rows.length === 0) return null;
  return (
    <section className="visit-due">
      <h2>今天探访{rows.length}人</h2>
      <ol className="route">
        {rows.map((plan, index) => {
          const due = planDue(plan, today);
          return (
            <li key={plan.id}>
              <i aria-hidden="true">{index + 1}</i>
              <div>
                <b>
                  <Link to={`/field/visits/${plan.elderId}`}>{planPerson(plan)}</Link>
                </b>
                <p>
                  {plan.place}，{planGroups(plan)}
                </p>
              </div>
              {due && <DueChip due={due} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
