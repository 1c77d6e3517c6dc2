import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { decide } from '../explain/decide.ts';
import type { Law } from '../law/compile.ts';
import { addMonths, birthday, monthOfDate } from '../rules/civil-numbers.ts';
import { BIT } from '../rules/decision.ts';
import type { Facts } from '../rules/facts.ts';
import { type LawPair, standingFacts } from './law-pair.ts';

/**
 * An amount of one scheme over months `from` up to and without `until` (offsets from the first month), fen a month.
 * `open`: nothing but the application is missing, so it is not money yet.
 */
export type Slice = { scheme: number; from: number; until: number; fen: number; open: boolean };

export type Both = { old: readonly Slice[]; new: readonly Slice[] };
const NOTHING: readonly Slice[] = [];

/** One person under both laws over all months; decided only where something can change. `new === old` when all is equal. */
export function slicesOf(facts: Facts, pair: LawPair): Both {
  const turns = turnsOf(facts, pair);
  const old = under(pair.old, facts, { pair, turns });
  if (!pair.touched.includes(true)) return { old, new: old };
  const drafted = under(pair.new, facts, { pair, turns, kept: old });
  return { old, new: isEqual(old, drafted) ? old : drafted };
}

type Given = { pair: LawPair; turns: readonly number[]; kept?: readonly Slice[] };

function under(laws: readonly Law[], person: Facts, { pair, turns, kept }: Given): readonly Slice[] {
  const [law] = laws;
  if (!law) return NOTHING;
  const facts = standingFacts(person, pair, law);
  // Most people have nothing at all: no list is made for them.
  let found: Slice[] | undefined;
  const keep = (slice: Slice) => {
    found ??= [];
    found.push(slice);
  };
  for (let scheme = 0; scheme < SCHEMES.length; scheme++) {
    if (kept && !pair.touched[scheme]) {
      for (const slice of kept) if (slice.scheme === scheme) keep(slice);
      continue;
    }
    for (let at = 0; at < turns.length; at++) {
      const from = turns[at] ?? 0;
      const { fen, open } = amountOf(scheme, facts, laws[from] ?? law);
      if (fen === 0) continue;
      const until = turns[at + 1] ?? pair.months;
      const last = found?.at(-1);
      if (last && last.scheme === scheme && last.until === from && last.fen === fen && last.open === open)
        last.until = until;
      else keep({ scheme, from, until, fen, open });
    }
  }
  return found ?? NOTHING;
}

const NO_MONEY = { fen: 0, open: false } as const;

/** What is paid, or what would be paid with an application: then it is the only thing that stands against it. */
export function amountOf(scheme: number, facts: Facts, law: Law): { fen: number; open: boolean } {
  const name = SCHEMES[scheme] ?? 'hardship';
  const { amountFen, blockers, tier } = decide(name, facts, law);
  if (amountFen > 0) return { fen: amountFen, open: false };
  if (blockers !== BIT['no-application']) return NO_MONEY;
  return { fen: law[name].tiers[tier]?.amountFen ?? 0, open: true };
}

const ALWAYS: readonly number[] = [0];
const LAST_DAY = 29_991_231;

/** Offsets at which this person's answers may change: birthdays at the law's ages, dates of the record, changes of law. */
function turnsOf(facts: Facts, pair: LawPair): readonly number[] {
  const { first, months } = pair;
  let turns: Set<number> | undefined;
  const mark = (month: number) => {
    const at = month - first;
    if (at > 0 && at < months) {
      turns ??= new Set([0]);
      turns.add(at);
    }
  };
  for (const at of pair.breaks) mark(first + at);
  const born = monthOfDate(facts.bornOn);
  for (const age of pair.ages) {
    const at = born + age * 12 - first;
    // One month more for 29 February, whose birthday is 1 March in a common year.
    if (at >= -1 && at < months) mark(monthOfDate(birthday(facts.bornOn, age)));
  }
  const values = facts as unknown as Record<string, number>;
  for (const key in values) {
    const value = values[key] ?? 0;
    if (value >= pair.since && value <= LAST_DAY) markDate(value, mark);
  }
  if (!pair.reassessed && facts.abilityAssessedOn > 0)
    for (const validity of pair.validities) mark(monthOfDate(addMonths(facts.abilityAssessedOn, validity)) + 1);
  return turns ? [...turns].sort((a, b) => a - b) : ALWAYS;
}

/** An event counts from its month (a start) or from the month after (a stop): both are looked at. */
function markDate(date: number, mark: (month: number) => void): void {
  const month = monthOfDate(date);
  mark(month);
  mark(month + 1);
}

const isEqual = (a: readonly Slice[], b: readonly Slice[]): boolean =>
  a.length === b.length &&
  a.every((slice, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      slice.scheme === other.scheme &&
      slice.from === other.from &&
      slice.until === other.until &&
      slice.fen === other.fen &&
      slice.open === other.open
    );
  });
