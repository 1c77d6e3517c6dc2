import { Link } from 'react-router';
import { ADAPTATION_STATUS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const MINE = ['assigned', 'assessed', 'built'];

/** The assessor's homes: those that wait for an assessment, a plan or the acceptance first. */
export default function FieldAdaptationsPage() {
  const answer = useQueryOf(listAdaptations, { query: { limit: 100 } });
  const today = useBusinessDate();
  return (
    <>
      <header className="field-head">
        <h1>适老化改造</h1>
        <p>上门评估、提出方案、完工验收。</p>
      </header>
      <Loaded of={answer}>
        {({ rows }) => {
          const sorted = [...rows].sort((a, b) => Number(MINE.includes(b.status)) - Number(MINE.includes(a.status)));
          return sorted.length === 0 ? (
            <div className="field-pad">
              <EmptyState icon="document" title="还没有派给您的改造">
                区里或街道派了您，会列在这里。
              </EmptyState>
            </div>
          ) : (
            <ol className="route">
              {sorted.map((row, i) => {
                const mine = MINE.includes(row.status);
                return (
                  <li key={row.id} className={mine ? 'cur' : undefined}>
                    <i aria-hidden="true">{i + 1}</i>
                    <div>
                      <b>
                        <Link to={fill('/field/adaptations/:id', { id: row.id })}>{row.elderName}</Link>
                        <small>{row.place}</small>
                      </b>
                      <p>
                        {ADAPTATION_STATUS_LABELS[row.status]}
                        {mine && row.dueOn && `，${dateWords(row.dueOn, today)}前`}
                      </p>
                    </div>
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Loaded>
    </>
  );
}
