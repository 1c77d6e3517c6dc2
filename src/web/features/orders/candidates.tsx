import { SKILL_LEVEL_LABELS } from '#contracts/catalogue.ts';
import { type Candidate, dispatchOrder, findCandidates } from '#contracts/orders.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { metresWords } from './words.ts';

/** Who can go, best first with the reasons in words; who cannot, with the one reason against each. */
export function Candidates({ orderId }: { orderId: string }) {
  const answer = useQueryOf(findCandidates, { params: { id: orderId } });
  const dispatch = useWrite(dispatchOrder);
  const send = (caregiverId: string) => dispatch.mutate({ params: { id: orderId }, body: { caregiverId } });
  return (
    <section>
      <Loaded of={answer}>
        {({ ranked, excluded }) => (
          <>
            <SectionHead title={`谁能去：${ranked.length}人`} note="按距离、当天空闲、评价、价格和是否服务过排列" />
            {dispatch.error && <ErrorState error={dispatch.error} kept="这张单还没有派出" />}
            {ranked.length === 0 && (
              <EmptyState icon="person" title="没有能派的护理员">
                每个人的原因列在下面；可以改上门日期，或请区里协调别的服务商。
              </EmptyState>
            )}
            <ol className="candidates" aria-label="能派的护理员">
              {ranked.map((candidate, index) => (
                <li key={candidate.caregiverId}>
                  <Person candidate={candidate} />
                  <Button
                    look={index === 0 ? 'go' : 'plain'}
                    busy={dispatch.isPending}
                    onClick={() => send(candidate.caregiverId)}
                  >
                    派给{candidate.caregiverName}
                  </Button>
                </li>
              ))}
            </ol>
            {excluded.length > 0 && <Excluded rows={excluded} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Person({ candidate }: { candidate: Candidate }) {
  return (
    <div>
      <b>{candidate.caregiverName}</b>{' '}
      <span className="sm soft">
        <Facts
          items={[
            candidate.providerName,
            SKILL_LEVEL_LABELS[candidate.level as keyof typeof SKILL_LEVEL_LABELS],
            candidate.metres !== null && metresWords(candidate.metres),
          ]}
        />
      </span>
      <p>{candidate.reasons.join('，')}</p>
    </div>
  );
}

function Excluded({ rows }: { rows: readonly Candidate[] }) {
  return (
    <details>
      <summary className="sm soft">不能派的{rows.length}人和原因</summary>
      <ul className="candidates">
        {rows.map(row => (
          <li key={row.caregiverId}>
            <span>
              <b>{row.caregiverName}</b> <span className="sm soft">{row.providerName}</span>
            </span>
            <span className="sm why-not">{row.excludedBecause}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
