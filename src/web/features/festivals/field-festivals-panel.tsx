import { Link } from 'react-router';
import { listFestivalVisits } from '#contracts/festivals.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { giftWords } from './festival-words.ts';

/** Whom this person brings a festival's greeting; nothing is drawn when there is nobody. */
export default function FieldFestivalsPanel() {
  const answer = useQueryOf(listFestivalVisits, { query: { status: 'listed', limit: 50 } });
  if (answer.error) return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton rows={2} />;
  const { rows } = answer.data;
  if (rows.length === 0) return null;
  return (
    <section className="visit-due">
      <h2>节日慰问{rows.length}人</h2>
      <ol className="route">
        {rows.map((visit, index) => (
          <li key={visit.id}>
            <i aria-hidden="true">{index + 1}</i>
            <div>
              <b>
                <Link to={fill('/field/festivals/:id', { id: visit.id })}>{visit.elderName}</Link>
              </b>
              <p>{[visit.place ?? visit.areaName, visit.occasionName, giftWords(visit)].join('，')}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
