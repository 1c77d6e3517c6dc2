import { useParams } from 'react-router';
import { isFoundScheme } from '#contracts/benefits/catalogue.ts';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { APPLICATION_STATUS_LABELS, OFFER_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import { readEntitlements } from '#contracts/benefits/scheme-endpoints.ts';
import { addMonths, monthOf, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { groupsOf } from './entitlement-lines.tsx';
import { outcomeWords } from './outcome-view.tsx';
import { SchemeLine } from './scheme-lines.tsx';

/** On the record of a person: the three allowances of this month with their reasons, and what else could be had. */
export default function ElderPanel() {
  const { id = '' } = useParams();
  const diedOn = useDiedOn(id);
  // What was granted runs to the month of the death: the month after shows that it stops, and by which clause.
  const query = diedOn ? { month: monthOf(addMonths(diedOn, 1)) } : {};
  const answer = useQueryOf(explainBenefits, { params: { elderId: id }, query });
  return (
    <Loaded of={answer} rows={3}>
      {data => (
        <section>
          <SectionHead
            title={diedOn ? '去世后的待遇' : '能享受的待遇'}
            note={`按${monthWords(data.month)}计算，共每月${fenToYuanText(data.totalFen)}元`}
          >
            <TextLink small to={fill('/desk/benefits/elders/:id', { id: data.elderId })}>
              看理由
            </TextLink>
          </SectionHead>
          <ul>
            {data.schemes
              .filter(each => !diedOn || each.application)
              .map(each => (
                <SchemeLine
                  key={each.scheme}
                  brief
                  result={each}
                  state={each.application ? APPLICATION_STATUS_LABELS[each.application.status] : undefined}
                />
              ))}
          </ul>
          <FoundToo elderId={data.elderId} />
        </section>
      )}
    </Loaded>
  );
}

/** What else could be had, in one line each; reasons and answers are one page further. */
function FoundToo({ elderId }: { elderId: string }) {
  const answer = useQueryOf(readEntitlements, { params: { elderId }, query: {} });
  return (
    <Loaded of={answer} rows={2}>
      {data => (
        <ul className="found-too">
          {groupsOf(data).open.map(({ outcome, offer }) => (
            <li key={outcome.scheme}>
              <b>{outcome.nameZh}</b>
              <span className="sm">{outcomeWords(outcome)}</span>
              <span className="sm soft">
                {offer ? OFFER_STATUS_LABELS[offer.status] : isFoundScheme(outcome.scheme) ? '还没有告知' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
