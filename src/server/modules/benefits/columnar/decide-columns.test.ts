import { expect, test } from 'vitest';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { generatePeople } from '../check/generate-people.ts';
import { decide } from '../explain/decide.ts';
import { type Law, lawOf } from '../law/compile.ts';
import { readFacts } from '../law/read-facts.ts';
import { firstOfMonth, monthIndex } from '../rules/civil-numbers.ts';
import { type Facts, noFacts } from '../rules/facts.ts';
import { decideColumns, newDecisions } from './decide-columns.ts';
import { outcomeOf, tableOf } from './decision-table.ts';
import { newPeople, putPerson } from './people-columns.ts';

/** The columns must say of everybody what the rule says of each. */
function expectEqual(everybody: readonly Facts[], law: Law): void {
  const people = newPeople(everybody.length);
  for (const [at, facts] of everybody.entries()) putPerson(people, at, facts);
  const found = newDecisions(everybody.length);
  decideColumns(people, law, found);
  for (const [person, facts] of everybody.entries())
    for (const [at, scheme] of SCHEMES.entries()) {
      const rule = decide(scheme, facts, law);
      const place = person * SCHEMES.length + at;
      const columns = [found.amounts[place], found.outcomes[place], found.from[place]];
      const wanted = [rule.amountFen, outcomeOf(rule), rule.from];
      if (columns.some((value, n) => value !== wanted[n]))
        throw new Error(JSON.stringify({ month: law.month, scheme, facts, rule, columns, wanted }, null, 1));
    }
}

test('thirty thousand people on every boundary: the columns say what the rule says of each', () => {
  const byMonth = Map.groupBy(generatePeople(30_000, 99), sample => sample.month);
  for (const [month, samples] of byMonth) {
    const everybody = samples.map(({ person }) => {
      const read = readFacts(person);
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      return read.facts;
    });
    expectEqual(everybody, lawOf(monthIndex(month)));
  }
  expect(byMonth.size).toBeGreaterThan(80);
});

/** The day, the day before and the day after, as far as they are days. */
const around = (date: number): number[] => [date, dayBefore(date), date + 1];
const dayBefore = (date: number): number => {
  const day = new Date(Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, (date % 100) - 1));
  return Number(day.toISOString().slice(0, 10).replaceAll('-', ''));
};

/** Everybody who can stand in a cell of the table, with each of its days on, before and after its boundary. */
function* everyCell(law: Law): Generator<Facts> {
  const { next, first } = law.span;
  const ages = [60, 80, 90, 100, 70].map(age => next - age * 10_000);
  const born = [...ages.flatMap(around), ...ages.map(day => day - 72), 19_240_229, 19_400_229, 19_600_229, 20_010_101];
  const validity = firstOfMonth(law.month - 12);
  for (const diedOn of [0, ...around(first)])
    for (const hukouInBeijing of [0, 1])
      for (const bornOn of born)
        for (let economicClass = 0; economicClass < 4; economicClass++)
          for (const familyPlanningSpecial of [0, 1])
            for (let abilityLevel = -1; abilityLevel < 5; abilityLevel++)
              for (const abilityAssessedOn of [0, ...around(validity)])
                yield {
                  ...{ ...noFacts(), diedOn, hukouInBeijing, bornOn, economicClass, familyPlanningSpecial },
                  ...{ abilityLevel, abilityAssessedOn },
                };
}

const MONTHS = ['2019-09', '2019-10', '2024-02', '2025-02', '2025-06'];

test.each(MONTHS)('every cell of the table of %s is the rule’s answer, on every day around a boundary', month => {
  const law = lawOf(monthIndex(month));
  expectEqual([...everyCell(law)], law);
  // Ages (before the measure there is one), assessed × level × class × family × hukou × died, three outcomes and a spare.
  expect(tableOf(law).cells.length).toBe((month === '2019-09' ? 2 : 5) * 2 ** 9 * 4);
});

test('a draft with results that never expire and with more ages has its own table', () => {
  const law = lawOf(monthIndex('2025-06'));
  const tiers = [100, 95, 90, 85, 80, 70].map(minAge => ({ minAge, amountFen: minAge * 100 }));
  const draft = { ...law, care: { ...law.care, abilityValidityMonths: 0 }, advancedAge: { ...law.advancedAge, tiers } };
  expectEqual([...everyCell(draft)], draft);
});
