import { useParams, useSearchParams } from 'react-router';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { APPLICATION_STATUS_LABELS, OFFER_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import type { Entitlement, Explanation } from '#contracts/benefits/records.ts';
import { dayWords, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { onlyUnapplied } from './benefit-words.ts';
import { EntitlementsSection } from './entitlements-section.tsx';
import { FactsForm } from './facts-form.tsx';
import { InsuranceSection } from './insurance-section.tsx';
import { SchemeLine, stateWords } from './scheme-lines.tsx';

/** One person, one month: every allowance with its reasons, the facts looked at, and where each fact comes from. */
export default function PersonPage() {
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const today = useBusinessDate();
  const month = params.get('month') ?? today.slice(0, 7);
  const answer = useQueryOf(
    explainBenefits,
    { params: { elderId: id }, query: { ...(month && { month }) } },
    { enabled: month !== '' },
  );
  return (
    <Loaded whole of={answer} rows={6}>
      {data => <Body data={data} pick={value => setParams(value ? { month: value } : {}, { replace: true })} />}
    </Loaded>
  );
}

function Body({ data, pick }: { data: Explanation; pick: (month: string) => void }) {
  const today = useBusinessDate();
  const role = useRole();
  return (
    <>
      <PageHeader
        record
        title={data.elderName}
        trail={[{ title: '符合还没申请', to: '/desk/benefits/offers' }]}
        facts={[`${dayWords(data.bornOn)}生`, data.areaName, `共每月${fenToYuanText(data.totalFen)}元`]}
      >
        <label className="row-flex sm">
          按哪个月算
          <input
            className="in dense"
            type="month"
            value={data.month}
            min="2019-10"
            onChange={event => pick(event.target.value)}
          />
        </label>
        <TextLink small to={fill('/desk/elders/:id', { id: data.elderId })}>
          打开档案
        </TextLink>
      </PageHeader>
      <div className="benefit-cols">
        <section>
          <SectionHead title="能享受的待遇" note={`按${monthWords(data.month)}计算`} />
          <ul>
            {data.schemes.map(each => (
              <SchemeLine key={each.scheme} result={each} state={stateOf(each)}>
                <ApplyButton elderId={data.elderId} entitlement={each} />
              </SchemeLine>
            ))}
          </ul>
          <EntitlementsSection
            elderId={data.elderId}
            on={data.month === today.slice(0, 7) ? undefined : `${data.month}-01`}
          />
        </section>
        <aside className="stack" aria-label="核定用的情况">
          <section>
            <SectionHead title="看了这些情况" />
            <ul className="fact-lines">
              {data.facts.map(fact => (
                <li key={fact.field}>
                  <span>{fact.label}</span>
                  {fact.value}
                  <small>{fact.source}</small>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <SectionHead title="本月期限" />
            <ul className="fact-lines">
              {data.deadlines.map(each => (
                <li key={each.on}>
                  <span>{dateWords(each.on, today)}前</span>
                  {each.label}
                </li>
              ))}
            </ul>
          </section>
          <InsuranceSection elderId={data.elderId} />
          {(role === 'community' || role === 'street') && <FactsForm data={data} />}
        </aside>
      </div>
    </>
  );
}

function stateOf(each: Entitlement): string {
  if (each.determined) return `已核定${fenToYuanText(each.determined.amountFen)}元`;
  if (each.application) return APPLICATION_STATUS_LABELS[each.application.status];
  if (each.offer) return OFFER_STATUS_LABELS[each.offer.status];
  return stateWords(each);
}

function ApplyButton({ elderId, entitlement }: { elderId: string; entitlement: Entitlement }) {
  const role = useRole();
  const { application, canApply, scheme } = entitlement;
  return (
    <>
      {application && (
        <TextLink small to={fill('/desk/benefits/applications/:id', { id: application.id })}>
          打开申请
        </TextLink>
      )}
      {canApply && (role === 'community' || role === 'street') && (
        <LinkButton
          size="sm"
          look={onlyUnapplied(entitlement) ? 'ok' : 'plain'}
          to={fill('/desk/benefits/elders/:id/apply/:scheme', { id: elderId, scheme })}
        >
          {onlyUnapplied(entitlement) ? '代为申请' : '仍要代为申请'}
        </LinkButton>
      )}
    </>
  );
}
