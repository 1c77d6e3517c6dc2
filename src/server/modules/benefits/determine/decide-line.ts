import type { OfferedScheme } from '#contracts/benefits/catalogue.ts';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { NewDetermination } from '../db/determinations.ts';
import type { FoundOffer } from '../db/offers.ts';
import { evaluatePage } from '../evaluate-page.ts';
import { decide } from '../explain/decide.ts';
import type { Law } from '../law/compile.ts';
import { monthText } from '../rules/civil-numbers.ts';
import { BIT } from '../rules/decision.ts';
import {
  type Applied,
  applicationsOf,
  basisOf,
  factsOf,
  type PersonLine,
  payerOf,
  personRowOf,
} from './person-line.ts';

/** What is stored of one person, scheme and month: enough to see that nothing changed. */
export type Stored = { amountFen: number; from: string; payer: string | null; mark: number | null; areaCode: string };
export const storedKey = (elderId: string, scheme: OfferedScheme): string => `${elderId} ${scheme}`;

export type Marked = NewDetermination & { mark: number };

/** Asked of every line: what is stored, and which offers exist already. */
export type Known = {
  stored: ReadonlyMap<string, Stored>;
  offered: ReadonlySet<string>;
  /** Offers are for months to come; looking back makes none. */
  wantsOffers: boolean;
};

export type Verdict = {
  /** Schemes paid, changed or not: what is stored and not among them is removed. */
  paid: Scheme[];
  amountFen: number;
  changed: Marked[];
  /** Keys of offers that still stand. */
  offerKeys: string[];
  offers: FoundOffer[];
  problem: boolean;
};

/** One person against what is stored: numbers first, words (reasons, offers) only where something is new. Pure. */
export function decideLine(line: PersonLine, law: Law, known: Known): Verdict {
  const applied = applicationsOf(line);
  const facts = factsOf(line, applied);
  const verdict: Verdict = { paid: [], amountFen: 0, changed: [], offerKeys: [], offers: [], problem: false };
  if (!facts) return carefully(line, law, { known, verdict });
  let isNew = false;
  const mark = lazyMark(line, law);
  for (const scheme of SCHEMES) {
    const { amountFen, blockers, from } = decide(scheme, facts, law);
    if (amountFen > 0) {
      verdict.paid.push(scheme);
      verdict.amountFen += amountFen;
      const stored = known.stored.get(storedKey(line.elderId, scheme));
      isNew ||= !isSame(stored, { amountFen, from: monthText(from), payer: payerOf(line), mark: mark(), line });
    } else if (known.wantsOffers && blockers === BIT['no-application'] && !applied[scheme]) {
      const key = storedKey(line.elderId, scheme);
      verdict.offerKeys.push(key);
      isNew ||= !known.offered.has(key);
    }
  }
  return isNew ? carefully(line, law, { known, verdict }) : verdict;
}

type Now = { amountFen: number; from: string; payer: string | null; mark: number; line: PersonLine };
const isSame = (stored: Stored | undefined, now: Now): boolean =>
  stored !== undefined &&
  stored.amountFen === now.amountFen &&
  stored.mark === now.mark &&
  stored.from === now.from &&
  stored.payer === now.payer &&
  stored.areaCode === now.line.areaCode;

/** The careful way, with reasons; it fills the verdict anew. */
function carefully(line: PersonLine, law: Law, { known, verdict }: { known: Known; verdict: Verdict }): Verdict {
  const page = evaluatePage([personRowOf(line)], monthText(law.month));
  const mark = lazyMark(line, law);
  const all = page.granted.map(each => ({ ...each, mark: mark() }));
  const changed = all.filter(each => {
    const now = { amountFen: each.amountFen, from: each.from, payer: each.payerCode, mark: each.mark, line };
    return !isSame(known.stored.get(storedKey(line.elderId, each.scheme)), now);
  });
  const offers = known.wantsOffers ? page.offers : [];
  return {
    ...verdict,
    paid: all.map(each => each.scheme),
    amountFen: all.reduce((sum, each) => sum + each.amountFen, 0),
    changed,
    offerKeys: offers.map(each => storedKey(each.elderId, each.scheme)),
    offers: offers.filter(each => !known.offered.has(storedKey(each.elderId, each.scheme))),
    problem: page.problems > 0,
  };
}

const seeds = new WeakMap<Law, number>();

/** Hash of facts and law, made once a person and only for whoever is paid. */
function lazyMark(line: PersonLine, law: Law): () => number {
  let mark: number | undefined;
  return () => {
    mark ??= hash53(basisOf(line), seedOf(law));
    return mark;
  };
}

function seedOf(law: Law): number {
  const known = seeds.get(law);
  if (known !== undefined) return known;
  const seed = hash53(JSON.stringify(law), 1) % 4_294_967_296;
  seeds.set(law, seed);
  return seed;
}

/** cyrb53 (public domain, bryc): 53 bits, so that two different records of one person practically never collide. */
function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

export type { Applied };
