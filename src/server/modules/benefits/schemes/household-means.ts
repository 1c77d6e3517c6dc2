import { z } from 'zod';
import { count, fen, flag, rows } from '../catalogue/fields.ts';
import { PERSON } from '../catalogue/person-facts.ts';
import type { LawOf } from '../catalogue/scheme.ts';

/** What 低保 and 低收入 ask of a household; income by month, without the elders' allowances (160号：不计入家庭收入). */
export const HOUSEHOLD = {
  hukouInBeijing: PERSON.hukouInBeijing,
  economicClass: PERSON.economicClass,
  propertyWithinRule: flag('家庭财产符合低保的财产规定'),
  members: rows('共同生活的家庭成员', {
    incomeFen: fen('月收入', '老年人养老服务补贴津贴不算收入'),
    severelyIll: flag('重病'),
    severelyDisabled: flag('重度残疾'),
  }),
  singleParent: flag('单亲家庭'),
  supporterIs60: flag('扶养人已满 60 周岁'),
  childFamilies: rows('不住在一起的子女家庭', {
    incomeFen: fen('子女家庭月收入'),
    persons: count('子女家庭人数', 30),
    parentFamilies: count('子女家庭要赡养的父母家庭数', 4),
    onAssistance: flag('子女家庭本身在领救助'),
  }),
} as const;

export const MEANS_LAW = {
  standardFen: z.int().positive(),
  deductionPercent: z.int(),
  deductionIfSupporter60Percent: z.int(),
  supportLinePercent: z.int(),
  supportSharePercent: z.int(),
};

type Member = {
  incomeFen?: number | null | undefined;
  severelyIll?: boolean | null | undefined;
  severelyDisabled?: boolean | null | undefined;
};
type ChildFamily = {
  incomeFen?: number | null | undefined;
  persons?: number | null | undefined;
  parentFamilies?: number | null | undefined;
  onAssistance?: boolean | null | undefined;
};
export type HouseholdFacts = {
  members?: readonly Member[] | null | undefined;
  singleParent?: boolean | null | undefined;
  supporterIs60?: boolean | null | undefined;
  childFamilies?: readonly ChildFamily[] | null | undefined;
  propertyWithinRule?: boolean | null | undefined;
};

/** Facts without which means cannot be worked out; a row with a blank counts as the whole list missing. */
export function missingMeans(facts: HouseholdFacts): ('members' | 'childFamilies' | 'propertyWithinRule')[] {
  const members = facts.members ?? [];
  const children = facts.childFamilies ?? [];
  const blankChild = children.some(
    each => !each.onAssistance && (each.incomeFen == null || !each.persons || !each.parentFamilies),
  );
  return [
    ...(members.length === 0 || members.some(each => each.incomeFen == null) ? (['members'] as const) : []),
    ...(blankChild ? (['childFamilies'] as const) : []),
    ...(facts.propertyWithinRule == null ? (['propertyWithinRule'] as const) : []),
  ];
}

export type Means = { persons: number; severe: number; supportFen: number; deductionFen: number; countedFen: number };

/**
 * Countable income of a household and month in fen (京民社救发〔2018〕445号): own income plus the support that children owe,
 * less the deduction for serious illness, severe disability or a single parent; never below zero.
 */
export function meansOf(facts: HouseholdFacts, law: LawOf<typeof MEANS_LAW>): Means {
  const members = facts.members ?? [];
  const standard = law.standardFen ?? 0;
  const severe = members.filter(each => each.severelyIll || each.severelyDisabled).length;
  const supportFen = (facts.childFamilies ?? []).reduce((sum, each) => sum + supportOf(each, law), 0);
  const percent = (law.deductionPercent ?? 0) + (facts.supporterIs60 ? (law.deductionIfSupporter60Percent ?? 0) : 0);
  const deductionFen = severe > 0 || facts.singleParent ? share(standard, percent) : 0;
  const ownFen = members.reduce((sum, each) => sum + (each.incomeFen ?? 0), 0);
  const countedFen = Math.max(0, ownFen + supportFen - deductionFen);
  return { persons: members.length, severe, supportFen, deductionFen, countedFen };
}

/** (child household income − 1.5 × standard × persons) × 20 % ÷ parent families; on assistance = unable to support. */
function supportOf(child: ChildFamily, law: LawOf<typeof MEANS_LAW>): number {
  if (child.onAssistance || !child.parentFamilies) return 0;
  const lineFen = share((law.standardFen ?? 0) * (child.persons ?? 0), law.supportLinePercent ?? 0);
  const above = Math.max(0, (child.incomeFen ?? 0) - lineFen);
  return Math.floor((above * (law.supportSharePercent ?? 0)) / 100 / child.parentFamilies);
}

/** Whole percent of an amount, to the fen. */
export const share = (fen_: number, percent: number): number => Math.round((fen_ * percent) / 100);
