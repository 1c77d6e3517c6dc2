import type { Context } from '#platform/http/context.ts';
import { hash53 } from '../determine/decide-page.ts';
import { linesOf } from '../determine/determine-people.ts';
import { basisOf, type PersonLine, payerOf, personRowOf } from '../determine/person-line.ts';
import { factsOf } from '../determine/read-row.ts';
import { readFacts } from '../law/read-facts.ts';
import { monthOfDate, monthText } from '../rules/civil-numbers.ts';
import type { Facts } from '../rules/facts.ts';
import { personOf } from '../rules/person-facts.ts';
import type { LawPair } from './law-pair.ts';
import { type Both, slicesOf } from './month-slices.ts';
import { type Fall, fallsOf } from './probe-falls.ts';

/** One person under both laws, with what the groups are made of. `facts` undefined = the record is faulty. */
export type Compared = Both & {
  elderId: string;
  areaCode: string;
  payerCode: string | null;
  living: string;
  /** From the month of birth to the first month. */
  ageMonths: number;
  /** Born on 29 February: of age on 1 March of a common year. */
  onLeapDay: boolean;
  facts: Facts | undefined;
  falls: readonly Fall[];
  /** Fingerprint of everything the answer rests on. */
  mark: number;
};

const NONE = { old: [], new: [] } as const;

/**
 * The people who live (or have their 户籍) in a range of areas, page by page, under the law in force and the draft. One
 * pass under the caller's row rules; nothing is written.
 */
export async function* comparePeople(
  ctx: Context,
  pair: LawPair,
  area: { by: 'area' | 'hukou'; from: string; to: string },
): AsyncGenerator<Compared[]> {
  for await (const lines of linesOf(ctx, monthText(pair.first), { ...area, since: null, also: ['p.living'] }))
    yield lines.map(line => compare(line, pair));
}

function compare(line: PersonLine, pair: LawPair): Compared {
  const facts = factsOf(line) ?? carefulFacts(line);
  const both = facts ? slicesOf(facts, pair) : NONE;
  const hasClaim = both.old.length > 0 || both.new.length > 0;
  return {
    ...both,
    ...{ elderId: line.elderId, areaCode: line.areaCode, payerCode: payerOf(line), living: line.fields.at(-1) ?? '' },
    ageMonths: facts ? pair.first - monthOfDate(facts.bornOn) : 0,
    onLeapDay: facts !== undefined && facts.bornOn % 10_000 === 229,
    facts,
    falls: facts && hasClaim ? fallsOf(facts, pair) : [],
    mark: hash53(line.elderId + basisOf(line), 0),
  };
}

/** The careful reader's answer for other benefits, dates by scheme and anything unusual. */
function carefulFacts(line: PersonLine): Facts | undefined {
  const read = readFacts(personOf(personRowOf(line), { districtName: null, grantedOnly: true }));
  return 'facts' in read ? read.facts : undefined;
}
