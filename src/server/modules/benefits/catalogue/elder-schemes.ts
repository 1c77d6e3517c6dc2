import { type FoundScheme, isFoundScheme, type Outcome } from '#contracts/benefits/catalogue.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { ElderFactsRow } from '../db/elder-facts.ts';
import { funeral } from '../schemes/funeral/rule.ts';
import { evaluateScheme } from './evaluate.ts';
import type { Setting } from './law-on.ts';
import { REGISTER } from './register.ts';
import type { SchemeDefinition } from './scheme.ts';

const KINDS: readonly string[] = ['person-month', 'person-service', 'meal-day', 'household-month'];
/** Counted by the person, but of another age. */
const NOT_ELDERS: readonly string[] = ['childrensAllowance'];
/** Events that the file itself tells of. */
const TOLD: readonly string[] = ['festivalVisit'];

/** The schemes that concern an elder; after a death only the funeral's. */
export const schemesOfElder = (diedOn: string | null): readonly SchemeDefinition[] =>
  REGISTER.filter(({ key, kind }) =>
    diedOn ? key === 'funeral' : (KINDS.includes(kind) && !NOT_ELDERS.includes(key)) || TOLD.includes(key),
  );

export type KnownFacts = Record<string, unknown>;
export type When = { on: CivilDate; settings: readonly Setting[] };

/** An expired assessment opens no new benefit; it is said, not passed over. */
export const hasExpired = (row: ElderFactsRow, on: CivilDate): boolean =>
  row.ability_level !== null && row.ability_valid_to !== null && row.ability_valid_to < on;

const isArranged = (row: ElderFactsRow, scheme: FoundScheme): boolean =>
  row.offers.some(each => each.scheme === scheme && each.status === 'arranged');

/** The file in the names of PERSON; what it does not hold is left out and comes back as missing. */
export function factsOfElder(row: ElderFactsRow, on: CivilDate): KnownFacts {
  return {
    ...{ bornOn: row.born_on, diedOn: row.died_on, hukouInBeijing: row.hukou_in_beijing },
    ...{ economicClass: row.economic_class, familyPlanningSpecial: row.family_planning_special },
    abilityLevel: hasExpired(row, on) ? null : row.ability_level,
    ...{ dementia: row.dementia, disabilities: row.disabilities, multipleDisability: row.multiple_disability },
    ...{ living: row.living, careAllowanceFen: row.care_fen, hardshipAllowance: row.hardship },
    ...{ hasHomeCareBed: row.has_bed, hasFamilyDoctor: row.has_doctor },
    hasOnePressCall: isArranged(row, 'onePressCall'),
  };
}

/** Every scheme that concerns the person, on known facts; each takes those it declares. */
export function outcomesOf(
  facts: KnownFacts,
  diedOn: string | null,
  when: When & { district: string | null },
): Outcome[] {
  return schemesOfElder(diedOn).flatMap(scheme => {
    const own = Object.fromEntries(Object.entries(facts).filter(([name]) => name in scheme.facts));
    const answer = evaluateScheme(scheme, own, when);
    return 'problems' in answer ? [] : [answer];
  });
}

export const districtOfElder = (row: ElderFactsRow): string => areaAt(row.area_code, 'district');

export const outcomesOfElder = (row: ElderFactsRow, when: When): Outcome[] =>
  outcomesOf(factsOfElder(row, when.on), row.died_on, { ...when, district: districtOfElder(row) });

/** What he has already, in words; null = not as far as the file knows. */
export function drawnOf(row: ElderFactsRow, scheme: string): string | null {
  const drawn: Record<string, boolean> = {
    minimumLiving: row.economic_class === '低保',
    lowIncomeFamily: row.economic_class === '低收入',
    destituteSupport: row.economic_class === '特困',
    disabledPersonsCare: row.benefit_codes.includes('disabled-care-allowance'),
    disabledPersonsLiving: row.benefit_codes.includes('disabled-living-allowance'),
    homeCareBed: row.has_bed,
    familyDoctor: row.has_doctor,
  };
  if (drawn[scheme]) return '已在享受';
  return row.offers.some(each => each.scheme === scheme && each.status === 'arranged') ? '已办好' : null;
}

export type Finding = { scheme: FoundScheme; amountFen: number; sentence: string };

/** What the person could have and has not: pure, so that one person and a whole city are found by the same rule. */
export function findingsOf(row: ElderFactsRow, when: When): Finding[] {
  if (row.died_on) return funeralOf(row, when);
  return outcomesOfElder(row, when).flatMap((outcome): Finding[] => {
    const { scheme, state, lines } = outcome;
    if (!isFoundScheme(scheme)) return [];
    if ((state !== 'yes' && state !== 'undetermined') || drawnOf(row, scheme)) return [];
    const own = lines.filter(line => line.per === 'month' && line.payee === 'person');
    const sentence = `${lines.map(line => line.sentence).join('；')}（${outcome.version}）`;
    return [{ scheme, sentence, amountFen: own.reduce((sum, line) => sum + (line.amountFen ?? 0), 0) }];
  });
}

/** Offered to the family on the register's word; whether another funeral benefit exists is still to be asked. */
function funeralOf(row: ElderFactsRow, when: When): Finding[] {
  const facts = { diedOn: row.died_on, hukouInBeijing: row.hukou_in_beijing, otherFuneralBenefit: false };
  const answer = evaluateScheme(funeral, facts, { ...when, on: row.died_on ?? when.on });
  if ('problems' in answer || answer.state !== 'yes') return [];
  const asked = funeral.facts.otherFuneralBenefit?.label ?? '';
  const sentence = `${answer.nameZh}${fenToYuanText(answer.amountFen)}元，一次；还缺：${asked}（${answer.version}）`;
  return [{ scheme: 'funeral', amountFen: 0, sentence }];
}
