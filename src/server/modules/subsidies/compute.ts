import { createHash } from 'node:crypto';
import type { OutcomeLine } from '#contracts/benefits/catalogue.ts';
import type { SubsidyBasis, SubsidyScheme } from '#contracts/subsidy-lifecycle.ts';
import {
  basicServiceOf,
  bedsOf,
  institutionOf,
  judgeDiner,
  type PersonFacts,
  type SubsidyPlace,
  sayMeals,
  stationOf,
} from '#modules/benefits/places/index.ts';
import type { PersonRecord, UsedBy } from './db-statements.ts';
import { daysIn, lastDayOf, standsAt } from './rules.ts';

export type Computed = {
  amountFen: number;
  lines: OutcomeLine[];
  people: PersonRecord[];
  version: string;
  /** Of everything that decides the amount: other records, another amount, another law give another one. */
  fingerprint: string;
};
export type Given = {
  uses: readonly UsedBy[];
  month: string;
  place: SubsidyPlace;
  rural: boolean;
  stars: number;
  /** Registered with the place on the day it is computed. */
  beds: number;
};

/** The subsidy of one place and month from its records; pure. */
export function computeSubsidy(basis: SubsidyBasis, given: Given): Computed {
  const made = { agreement: ofStation, stay: ofInstitution, bed: ofBeds, meal: ofMeals }[basis](given);
  const fingerprint = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  return { ...made, fingerprint };
}

type Made = Omit<Computed, 'fingerprint'>;

const factsOf = (use: UsedBy, on: string): PersonFacts => ({
  ...{ bornOn: use.born_on, economicClass: use.economic_class, familyPlanningSpecial: use.family_planning_special },
  ...{
    dementia: use.dementia,
    disabilities: use.disabilities,
    living: use.living,
    hukouInBeijing: use.hukou_in_beijing,
  },
  // An expired assessment opens no new money.
  abilityLevel: use.ability_valid_to !== null && use.ability_valid_to < on ? null : use.ability_level,
});

const span = (use: UsedBy) => ({
  fromOn: use.from_on,
  toOn: use.died_on !== null && (use.to_on === null || use.died_on < use.to_on) ? use.died_on : use.to_on,
});

/** Each person once, with all uses of the month. */
const byPerson = (uses: readonly UsedBy[]) => [...Map.groupBy(uses, use => use.elder_id).values()];

type Judged = Pick<PersonRecord, 'days' | 'counted' | 'because' | 'amount_fen'> & Partial<PersonRecord>;
const personOf = (use: UsedBy, judged: Judged): PersonRecord => ({
  ...{ elder_id: use.elder_id, elder_name: use.elder_name, diner_days: null, ability_level: null },
  ...judged,
});

function ofStation({ uses, month, place, rural, stars }: Given): Made {
  const people = byPerson(uses).flatMap(([use, ...more]): PersonRecord[] => {
    if (!use) return [];
    const all = [use, ...more];
    const days = all.reduce((sum, each) => sum + daysIn(month, span(each)), 0);
    const none = (because: string) => [personOf(use, { days, counted: false, because, amount_fen: 0 })];
    if (!all.some(each => standsAt(lastDayOf(month), span(each)))) return none('月末协议已经结束');
    if (use.elsewhere) return none(`本月已计入${use.elsewhere}`);
    const target = basicServiceOf(factsOf(use, place.on), place);
    if (!target.yes) return none(`不是基本养老服务对象：${target.because}`);
    return [personOf(use, { days, counted: true, because: target.because, amount_fen: 0 })];
  });
  const signed = people.filter(each => each.counted).length;
  const outcome = stationOf({ rural, signed, stars }, place);
  const each = outcome.lines.some(line => line.code === 'per-elder')
    ? Math.round((outcome.lines.find(line => line.code === 'per-elder')?.amountFen ?? 0) / Math.max(1, signed))
    : 0;
  return {
    ...{ amountFen: outcome.amountFen, lines: outcome.lines, version: outcome.version },
    people: people.map(person => (person.counted ? { ...person, amount_fen: each } : person)),
  };
}

function ofInstitution({ uses, month, place }: Given): Made {
  const people = byPerson(uses).flatMap(([use, ...more]): PersonRecord[] => {
    if (!use) return [];
    const days = Math.min(
      31,
      [use, ...more].reduce((sum, each) => sum + daysIn(month, span(each)), 0),
    );
    const { abilityLevel = null } = factsOf(use, place.on);
    const alone = institutionOf([{ days, hukouInBeijing: use.hukou_in_beijing, abilityLevel }], place);
    const because = use.elsewhere
      ? `本月已计入${use.elsewhere}`
      : (alone.lines[0]?.sentence ?? (use.hukou_in_beijing ? `住 ${days} 天，不满一个月的计数天数` : '不是本市户籍'));
    const counted = alone.state === 'yes' && !use.elsewhere;
    return [
      personOf(use, { days, counted, because, ability_level: abilityLevel, amount_fen: counted ? alone.amountFen : 0 }),
    ];
  });
  const residents = people
    .filter(each => each.counted)
    .map(each => ({ days: each.days, hukouInBeijing: true, abilityLevel: each.ability_level }));
  const outcome = institutionOf(residents, place);
  return { amountFen: outcome.amountFen, lines: outcome.lines, people, version: outcome.version };
}

/** 补床头: no person counts, so none is listed. */
function ofBeds({ beds, place }: Given): Made {
  const { amountFen, lines, version } = bedsOf(beds, place);
  return { amountFen, lines, people: [], version };
}

function ofMeals({ uses, place }: Given): Made {
  const days = { diner: 0, operator: 0 };
  const judged = byPerson(uses).map(meals =>
    meals.map(use => ({
      use,
      ...judgeDiner(factsOf(use, use.from_on), use.bill_fen ?? 0, { ...place, on: use.from_on }),
    })),
  );
  for (const meal of judged.flat()) {
    days.diner += meal.diner ? 1 : 0;
    days.operator += meal.operator ? 1 : 0;
  }
  const { rates, lines } = sayMeals(days, place);
  const people = judged.flatMap((meals): PersonRecord[] => {
    const first = meals[0];
    if (!first) return [];
    const diner = meals.filter(each => each.diner).length;
    const operator = meals.filter(each => each.operator).length;
    const refused = [...new Set(meals.filter(each => !each.diner).map(each => each.because))].join('；');
    const because = diner > 0 ? `就餐补贴 ${diner} 天${refused && `；其余：${refused}`}` : refused;
    return [
      personOf(first.use, {
        ...{ days: meals.length, diner_days: diner, counted: operator > 0, because },
        amount_fen: operator * rates.operator + diner * rates.diner,
      }),
    ];
  });
  const amountFen = lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0);
  return { amountFen, lines, people, version: lines[0]?.documentNumber ?? '' };
}

export const BASIS_OF_SCHEME = {
  station: 'agreement',
  institutionOperating: 'stay',
  institutionBeds: 'bed',
  meal: 'meal',
} as const satisfies Record<SubsidyScheme, SubsidyBasis>;
