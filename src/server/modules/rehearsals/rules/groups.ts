import { ABILITY_LEVEL_LABELS } from '#contracts/assessments/scales.ts';
import { ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import type { Grouping } from '#contracts/rehearsals/result.ts';
import { areaAt } from '#shared/area-codes.ts';

/** What the people of a result are grouped by; the street is the one of the day of the run. */
export type Groups = Record<Exclude<Grouping, 'area'>, string> & { street: string };

const BANDS = [0, 60, 65, 70, 75, 80, 85, 90, 95, 100] as const;

export const bandOf = (ageMonths: number): string => {
  const age = Math.floor(ageMonths / 12);
  return String(BANDS.findLast(from => age >= from) ?? 0);
};

/** 重度 as the care allowance counts it: 3 and 4 of GB/T 42195-2022. */
const abilityOf = (level: number): string =>
  level < 0 ? 'unknown' : level >= 3 ? 'severe' : level > 0 ? 'light' : 'able';

type Person = {
  areaCode: string;
  living: string;
  ageMonths: number;
  facts:
    | { economicClass: number; familyPlanningSpecial: number; abilityLevel: number; disabilities: number }
    | undefined;
};

export function groupsOf({ areaCode, living, ageMonths, facts }: Person): Groups {
  const economic = ECONOMIC_CLASSES[facts?.economicClass ?? 0] ?? 'none';
  return {
    street: areaAt(areaCode, 'street'),
    band: bandOf(ageMonths),
    economic: economic === 'none' && facts?.familyPlanningSpecial === 1 ? 'special' : economic,
    ability: abilityOf(facts?.abilityLevel ?? -1),
    card: facts && facts.disabilities !== 0 ? 'yes' : 'no',
    living: living || 'unknown',
  };
}

const WORDS: Record<string, Record<string, string>> = {
  economic: { none: '一般', 低保: '低保', 低收入: '低收入', 特困: '特困', special: '计划生育特殊家庭' },
  ability: { unknown: '没有评估过', able: '能力完好', light: '轻度、中度失能', severe: '重度、完全失能' },
  card: { yes: '有残疾证', no: '没有残疾证' },
  living: { unknown: '没有登记' },
};

/** 80 → 80至84岁. */
function bandWords(key: string): string {
  const from = Number(key);
  const next = BANDS[(BANDS as readonly number[]).indexOf(from) + 1];
  if (from === 0) return '不到60岁';
  return next === undefined ? `${from}岁及以上` : `${from}至${next - 1}岁`;
}

export const groupWords = (by: Exclude<Grouping, 'area'>, key: string): string =>
  by === 'band' ? bandWords(key) : (WORDS[by]?.[key] ?? key);

const ORDER: Record<string, readonly string[]> = {
  economic: ['低保', '低收入', '特困', 'special', 'none'],
  ability: ['severe', 'light', 'able', 'unknown'],
  card: ['yes', 'no'],
  living: ['独居', '空巢', '与子女同住', '与其他人同住', '住养老机构', 'unknown'],
};

/** Where a group stands in its table: ages upward, the rest as an office lists them. */
export function groupRank(by: Grouping, key: string): number {
  if (by === 'band') return Number(key);
  const at = ORDER[by]?.indexOf(key) ?? -1;
  return at < 0 ? 99 : at;
}

export const abilityWords = (level: string): string =>
  ABILITY_LEVEL_LABELS[Number(level) as keyof typeof ABILITY_LEVEL_LABELS] ?? level;
