import { expect, it } from 'vitest';
import { addDays, civilDateFromDays } from '#shared/dates.ts';
import { chance, pick, type Random, randomOf } from '#shared/random.ts';
import { evaluateScheme } from '../catalogue/evaluate.ts';
import { schemeOf } from '../catalogue/register.ts';
import { type Destitute, destituteOf, type Household, lowIncomeOf, minimumLivingOf, reliefOf } from './means-oracle.ts';

const HOUSEHOLDS = 12_000;
/** Days on which a value of these schemes begins. */
const CHANGES = [
  ...['2019-07-01', '2020-01-01', '2020-07-01', '2021-07-01', '2021-08-01', '2022-07-01', '2023-07-01', '2023-09-01'],
  ...['2024-07-01', '2025-07-01', '2025-09-01'],
];
const STANDARD = 1450;

/** Half the days stand on a boundary or a day beside it. */
const someDay = (r: Random): string =>
  chance(r, 0.5)
    ? addDays(pick(r, CHANGES), pick(r, [-1, 0, 1]))
    : civilDateFromDays(18_050 + Math.floor(r.next() * 2600));

const yuan = (r: Random, most: number): number => Math.floor(r.next() * most * 100) / 100;

function someHousehold(r: Random, day: string): Household {
  const size = 1 + Math.floor(r.next() * 4);
  const exact = chance(r, 0.1);
  return {
    members: Array.from({ length: size }, () => ({
      income: exact ? STANDARD + pick(r, [-0.01, 0, 0.01]) : yuan(r, pick(r, [1200, 3500, 8000])),
      ill: chance(r, 0.12),
      disabled: chance(r, 0.12),
    })),
    children: Array.from({ length: chance(r, 0.5) ? 1 + Math.floor(r.next() * 2) : 0 }, () => ({
      income: yuan(r, 40_000),
      persons: 1 + Math.floor(r.next() * 4),
      families: 1 + Math.floor(r.next() * 2),
      helped: chance(r, 0.15),
    })),
    single: chance(r, 0.1),
    supporterOld: chance(r, 0.3),
    rich: chance(r, 0.06),
    local: !chance(r, 0.06),
    destitute: chance(r, 0.05),
    job: chance(r, 0.5) ? addDays(day, -Math.floor(r.next() * 230) + 15) : null,
    before: yuan(r, 3000),
  };
}

const fen = (amount: number): number => Math.round(amount * 100);

const factsOf = (home: Household) => ({
  hukouInBeijing: home.local,
  economicClass: home.destitute ? '特困' : 'none',
  propertyWithinRule: !home.rich,
  members: home.members.map(each => ({
    incomeFen: fen(each.income),
    severelyIll: each.ill,
    severelyDisabled: each.disabled,
  })),
  singleParent: home.single,
  supporterIs60: home.supporterOld,
  childFamilies: home.children.map(each => ({
    incomeFen: fen(each.income),
    persons: each.persons,
    parentFamilies: each.families,
    onAssistance: each.helped,
  })),
});

function answerOf(key: string, facts: object, on: string) {
  const scheme = schemeOf(key);
  if (!scheme) throw new Error(key);
  const answer = evaluateScheme(scheme, facts, { on });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** What was reached, counted: no branch may go unseen. */
const reached = new Map<string, number>();
const see = (key: string, answer: ReturnType<typeof answerOf>): void => {
  for (const said of [...answer.lines, ...answer.refusals]) {
    const name = `${key} ${said.code}`;
    reached.set(name, (reached.get(name) ?? 0) + 1);
  }
};

it('低保 and 低收入 of random households equal the independent calculation', () => {
  for (let at = 0; at < HOUSEHOLDS; at++) {
    const r = randomOf(20251122, 'household', at);
    const on = someDay(r);
    const home = someHousehold(r, on);
    const facts = factsOf(home);
    const poor = answerOf('minimumLiving', { ...facts, employedOn: home.job, formerAmountFen: fen(home.before) }, on);
    see('minimumLiving', poor);
    const expected = minimumLivingOf(home, on);
    expect({ at, on, home, yuan: poor.state === 'yes' ? poor.amountFen / 100 : 'no' }).toEqual({
      at,
      on,
      home,
      yuan: expected,
    });
    const low = answerOf('lowIncomeFamily', facts, on);
    see('lowIncomeFamily', low);
    expect({ at, on, home, low: low.state === 'yes' }).toEqual({ at, on, home, low: lowIncomeOf(home, on) });
  }
});

it('特困 and 临时救助 of random people equal the independent calculation', () => {
  for (let at = 0; at < HOUSEHOLDS; at++) {
    const r = randomOf(20251122, 'person', at);
    const on = someDay(r);
    const age = pick(r, [16, 60, Math.floor(r.next() * 90)]);
    const person: Destitute = {
      born: addDays(
        `${Number(on.slice(0, 4)) - age}-${on.slice(5) === '02-29' ? '03-01' : on.slice(5)}`,
        pick(r, [-1, 0, 1]),
      ),
      local: !chance(r, 0.05),
      recognised: chance(r, 0.3),
      noIncome: chance(r, 0.7),
      noSupporter: chance(r, 0.7),
      disabled: chance(r, 0.3),
      care: chance(r, 0.5) ? pick(r, ['self', 'partly', 'full'] as const) : null,
      level: chance(r, 0.7) ? pick(r, [0, 1, 2, 3, 4]) : null,
    };
    const answer = answerOf(
      'destituteSupport',
      {
        bornOn: person.born,
        hukouInBeijing: person.local,
        economicClass: person.recognised ? '特困' : 'none',
        disabilities: person.disabled ? [{ kind: '肢体', grade: 2 }] : [],
        abilityLevel: person.level,
        selfCare: person.care,
        noIncome: person.noIncome,
        noSupporter: person.noSupporter,
      },
      on,
    );
    see('destituteSupport', answer);
    const words = { yes: answer.amountFen / 100, no: 'no', undetermined: 'unknown care', incomplete: 'incomplete' };
    expect({ at, on, person, yuan: words[answer.state] }).toEqual({ at, on, person, yuan: destituteOf(person, on) });

    const [isPoor, severe] = [chance(r, 0.5), chance(r, 0.4)];
    const edge = pick(r, [2000, 5000, 30_000, 68_000]) + pick(r, [-0.01, 0, 0.01]);
    const spent = chance(r, 0.3) ? edge : yuan(r, 120_000);
    const relief = answerOf(
      'temporaryRelief',
      {
        economicClass: isPoor ? pick(r, ['低保', '低收入', '特困']) : 'none',
        spentFen: fen(spent),
        severelyDisabled: severe,
      },
      on,
    );
    see('temporaryRelief', relief);
    const paid = relief.state === 'yes' ? relief.amountFen / 100 : 'no';
    expect({ at, on, spent, isPoor, severe, paid }).toEqual({
      ...{ at, on, spent, isPoor, severe },
      paid: reliefOf({ spent, poor: isPoor, severe }, on),
    });
  }
});

it('reaches every sentence of these four schemes a hundred times', () => {
  const every = [
    ...['difference', 'severe-extra', 'taper', 'no-law', 'not-hukou', 'destitute', 'property', 'income-above'].map(
      code => `minimumLiving ${code}`,
    ),
    ...[
      'recognised',
      'no-law',
      'not-hukou',
      'on-minimum-living',
      'minimum-living-instead',
      'property',
      'income-above',
    ].map(code => `lowIncomeFamily ${code}`),
    ...[
      'basic',
      'care',
      'care-unknown',
      'floor',
      'no-law',
      'not-hukou',
      'not-class',
      'has-income',
      'has-supporter',
    ].map(code => `destituteSupport ${code}`),
    ...['poor', 'others', 'others-severe', 'capped', 'no-law', 'too-little-poor', 'too-little-others'].map(
      code => `temporaryRelief ${code}`,
    ),
  ];
  for (const name of every) expect(reached.get(name) ?? 0, name).toBeGreaterThanOrEqual(100);
  expect([...reached.keys()].toSorted()).toEqual(every.toSorted());
});
