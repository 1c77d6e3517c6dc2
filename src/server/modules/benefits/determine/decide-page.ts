import type { OfferedScheme } from '#contracts/benefits/catalogue.ts';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { CopiedRows } from '#platform/database/copy-out.ts';
import { type Decisions, decideColumns, newDecisions } from '../columnar/decide-columns.ts';
import { blockersOf } from '../columnar/decision-table.ts';
import { newPeople, putPerson } from '../columnar/people-columns.ts';
import type { NewDetermination } from '../db/determinations.ts';
import type { FoundOffer } from '../db/offers.ts';
import { evaluatePage } from '../evaluate-page.ts';
import type { Law } from '../law/compile.ts';
import { monthText } from '../rules/civil-numbers.ts';
import { BIT } from '../rules/decision.ts';
import { basisOf, lineAt, type PersonLine, payerOf, personRowOf } from './person-line.ts';
import { newRow, readRow } from './read-row.ts';

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
  elderId: string;
  /** Schemes paid, changed or not: what is stored and not among them is removed. */
  paid: Scheme[];
  amountFen: number;
  changed: Marked[];
  /** Keys of offers that still stand. */
  offerKeys: string[];
  offers: FoundOffer[];
  problem: boolean;
};

type Asked = { law: Law; known: Known };

/**
 * A page of people against what is stored: numbers first, in columns; words (reasons, offers) only where something is
 * new. Answers those who are paid, could be, or could not be read; the others have nothing and had nothing. Pure.
 */
export function* decidePage(page: CopiedRows, asked: Asked): Generator<Verdict> {
  const people = newPeople(page.count);
  const odd = new Uint8Array(page.count);
  const applied = new Uint8Array(page.count);
  const row = newRow();
  for (let at = 0; at < page.count; at++) {
    if (readRow(page, at, row)) putPerson(people, at, row.facts);
    else odd[at] = 1;
    applied[at] = row.applied;
  }
  const decided = newDecisions(page.count);
  decideColumns(people, asked.law, decided);
  for (let at = 0; at < page.count; at++) {
    if (odd[at] === 1) yield carefully(lineAt(page, at), asked);
    else {
      const found = foundAt(decided, { at, applied: applied[at] as number, wantsOffers: asked.known.wantsOffers });
      if (found !== 0) yield compareWithStored(lineAt(page, at), { found, decided, at }, asked);
    }
  }
}

/** Bits of schemes that are paid, and eight bits higher of those that only want an application. */
function foundAt(
  { amounts, outcomes }: Decisions,
  { at, applied, wantsOffers }: { at: number; applied: number; wantsOffers: boolean },
): number {
  let found = 0;
  for (let scheme = 0; scheme < SCHEMES.length; scheme++) {
    const place = at * SCHEMES.length + scheme;
    if ((amounts[place] as number) > 0) found |= 1 << scheme;
    else if (wantsOffers && blockersOf(outcomes[place] as number) === BIT['no-application'])
      found |= (1 << (scheme + 8)) & ~(applied << 8);
  }
  return found;
}

type Found = { found: number; decided: Decisions; at: number };

function compareWithStored(line: PersonLine, { found, decided, at }: Found, asked: Asked): Verdict {
  const { law, known } = asked;
  const verdict: Verdict = { ...NOTHING, elderId: line.elderId, paid: [], offerKeys: [] };
  const mark = lazyMark(line, law);
  let isNew = false;
  for (const [scheme, name] of SCHEMES.entries()) {
    const key = storedKey(line.elderId, name);
    if ((found >> scheme) & 1) {
      const place = at * SCHEMES.length + scheme;
      const [amountFen, from] = [decided.amounts[place] as number, monthText(decided.from[place] as number)];
      verdict.paid.push(name);
      verdict.amountFen += amountFen;
      isNew ||= !isSame(known.stored.get(key), { amountFen, from, payer: payerOf(line), mark: mark(), line });
    } else if ((found >> (scheme + 8)) & 1) {
      verdict.offerKeys.push(key);
      isNew ||= !known.offered.has(key);
    }
  }
  return isNew ? carefully(line, asked) : verdict;
}

const NOTHING = { amountFen: 0, changed: [], offers: [], problem: false };

type Now = { amountFen: number; from: string; payer: string | null; mark: number; line: PersonLine };
const isSame = (stored: Stored | undefined, now: Now): boolean =>
  stored !== undefined &&
  stored.amountFen === now.amountFen &&
  stored.mark === now.mark &&
  stored.from === now.from &&
  stored.payer === now.payer &&
  stored.areaCode === now.line.areaCode;

/** The careful way, with reasons. */
function carefully(line: PersonLine, { law, known }: Asked): Verdict {
  const page = evaluatePage([personRowOf(line)], monthText(law.month));
  const mark = lazyMark(line, law);
  const all = page.granted.map(each => ({ ...each, mark: mark() }));
  const changed = all.filter(each => {
    const now = { amountFen: each.amountFen, from: each.from, payer: each.payerCode, mark: each.mark, line };
    return !isSame(known.stored.get(storedKey(line.elderId, each.scheme)), now);
  });
  const offers = known.wantsOffers ? page.offers : [];
  return {
    elderId: line.elderId,
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
export function hash53(text: string, seed: number): number {
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
