import { explainMyBenefits } from '#contracts/benefits/endpoints.ts';
import { APPLICATION_STATUS_LABELS, type OfferStatus } from '#contracts/benefits/lifecycle.ts';
import type { Entitlement } from '#contracts/benefits/records.ts';
import { readMyEntitlements } from '#contracts/benefits/scheme-endpoints.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/states.tsx';
import { onlyUnapplied, plainReason } from './benefit-words.ts';
import { groupsOf, OfferActs } from './entitlement-lines.tsx';
import { outcomeWords } from './outcome-view.tsx';
import './benefits.css';

/** What I am entitled to and why, in large type; one press applies. */
export default function MinePage() {
  const answer = useQueryOf(explainMyBenefits, { query: {} });
  return (
    <>
      <h1>我的待遇</h1>
      <Loaded of={answer}>
        {data => (
          <>
            <p className="mine-fen">
              每月{fenToYuanText(data.totalFen)}
              <small>元</small>
            </p>
            {more(data.schemes) > 0 && <p>还可以申请每月{fenToYuanText(more(data.schemes))}元，按一下就行。</p>}
            <p className="elder-note">{monthWords(data.month)}，按档案里的情况算的。钱由户籍所在的区发。</p>
            {data.schemes.toSorted(nearestFirst).map(each => (
              <Mine key={each.scheme} entitlement={each} />
            ))}
            <MyServices />
            <p className="elder-note">看不明白，可以打12345，或到街道（乡镇）便民服务窗口问。</p>
          </>
        )}
      </Loaded>
    </>
  );
}

/** What is there for the asking stands first, then what is paid, then what is not. */
const rank = (each: Entitlement): number => (onlyUnapplied(each) ? 0 : each.amountFen > 0 ? 1 : 2);
const nearestFirst = (a: Entitlement, b: Entitlement): number => rank(a) - rank(b);
const more = (schemes: readonly Entitlement[]): number =>
  schemes.filter(each => onlyUnapplied(each)).reduce((sum, each) => sum + (each.nearestYes?.amountFen ?? 0), 0);

function Mine({ entitlement }: { entitlement: Entitlement }) {
  const { scheme, amountFen, application, nearestYes, canApply } = entitlement;
  const open = application && application.status !== 'withdrawn';
  const unapplied = onlyUnapplied(entitlement);
  return (
    <section className="mine">
      <h2>{SCHEME_LABELS[scheme]}</h2>
      {amountFen > 0 ? (
        <p>
          <b>每月{fenToYuanText(amountFen)}元</b>，因为{why(entitlement)}。
        </p>
      ) : (
        <p>
          {unapplied ? '您符合条件，还没有申请' : `现在没有，因为${why(entitlement)}`}。
          {nearestYes?.sentence && `${nearestYes.sentence}。`}
        </p>
      )}
      {open && (
        <p>
          {APPLICATION_STATUS_LABELS[application.status]}
          {application.decisionNote && `，理由：${application.decisionNote}`}。
        </p>
      )}
      {canApply && unapplied && (
        <LinkButton look="ok" wide to={fill('/elder/benefits/apply/:scheme', { scheme })}>
          申请这项待遇
        </LinkButton>
      )}
    </section>
  );
}

/** One reason is enough here: for a payment the condition met, for a refusal the first in the way. */
function why({ reasons }: Entitlement): string {
  const reason = reasons.find(each => each.code === 'qualified') ?? reasons[0];
  return reason ? plainReason(reason).replace(/^符合本档条件（(.*)）$/, '您符合：$1') : '没有找到理由';
}

/** How far an offer is, said to the one it is for. */
const MY_WORDS = {
  found: '等您决定',
  notified: '等您决定',
  claimed: '您要了，社区在办',
  arranged: '已办好',
  declined: '您说不要',
  lapsed: '现在不符合了',
} as const satisfies Record<OfferStatus, string>;

/** Services the community has found for me: I say whether I want them; nothing happens by itself. */
function MyServices() {
  const answer = useQueryOf(readMyEntitlements, { query: {} });
  return (
    <Loaded of={answer}>
      {data => {
        const rows = groupsOf(data).open.filter(each => each.offer !== null);
        if (rows.length === 0) return null;
        return (
          <section>
            <h2>社区帮您找到的服务</h2>
            {rows.map(row => (
              <section key={row.outcome.scheme} className="mine">
                <h2>{row.outcome.nameZh}</h2>
                <p>
                  <b>{outcomeWords(row.outcome)}</b>，{row.outcome.lines.map(line => line.sentence).join('；')}。
                </p>
                <p className="elder-note">
                  依据{row.outcome.version}
                  {row.offer && `。${MY_WORDS[row.offer.status]}`}
                </p>
                <OfferActs row={row} who="home" />
              </section>
            ))}
          </section>
        );
      }}
    </Loaded>
  );
}
