import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Shares from which the synthetic city is drawn. Every figure says where it stands: `found` (published),
 * `memory`, or `modelled` (ours; fits published totals, not official). Reference day of ages is the demo's first day.
 */
export const DEMO_START = '2025-06-20';
export const HISTORY_FROM = '2024-01-01';
export const FIGURES_AS_OF = '2025-05-31';
/** 《老龄事业发展报告（2024）》: 514.0 万 residents of 60 and over at the end of 2024 (found). */
export const CITY_ELDERS = 5_140_000;
export const DEFAULT_SEED = 7;

/** Five-year bands: persons in 万 (modelled to 514.0 and 80+ 68.7, both found) and share of women. */
export const BANDS = [
  { band: '60-64', from: 60, to: 65, persons: 150.0, female: 0.505 },
  { band: '65-69', from: 65, to: 70, persons: 131.0, female: 0.518 },
  { band: '70-74', from: 70, to: 75, persons: 104.0, female: 0.53 },
  { band: '75-79', from: 75, to: 80, persons: 60.3, female: 0.54 },
  { band: '80-84', from: 80, to: 85, persons: 34.0, female: 0.55 },
  { band: '85-89', from: 85, to: 90, persons: 23.0, female: 0.555 },
  { band: '90-94', from: 90, to: 95, persons: 9.5, female: 0.565 },
  { band: '95-99', from: 95, to: 100, persons: 2.05, female: 0.6 },
  { band: '100+', from: 100, to: 106, persons: 0.15, female: 0.65 },
] as const;
export const FIRST_BAND_OF_80 = 4;

/** Share disabled (轻度 and worse) by band (modelled; national 11.6 % of 60+ is found). */
export const DISABLED_BY_BAND = [0.045, 0.045, 0.11, 0.11, 0.26, 0.4, 0.58, 0.58, 0.58] as const;
/** Grades of GB/T 42195-2022; the split among the disabled is modelled. */
export const ABILITIES = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'] as const;
export type Ability = (typeof ABILITIES)[number];
export const LEVEL_SPLIT = [0.52, 0.22, 0.15, 0.11] as const;
export const DEMENTIA_BY_BAND = [0.008, 0.012, 0.028, 0.05, 0.1, 0.18, 0.26, 0.3, 0.3] as const;

/** 空巢 here means a couple living without children; 独居 is counted apart, as in the ledgers. */
export const LIVINGS = ['独居', '空巢', '与子女同住', '与其他人同住', '住养老机构'] as const;
export type Living = (typeof LIVINGS)[number];

/** Married to a living spouse, by band, men and women (modelled). */
export const MARRIED_MEN = [0.92, 0.92, 0.89, 0.86, 0.78, 0.7, 0.55, 0.4, 0.25] as const;
export const MARRIED_WOMEN = [0.83, 0.8, 0.7, 0.6, 0.42, 0.26, 0.12, 0.06, 0.02] as const;

/**
 * How couples and single people live (modelled so that the city comes to 14 % alone, 46 % couple only, 33 % with
 * children, 4 % other: shares of the fifth national survey, memory; 1 % in institutions = 5.2 万 of 514 万, found).
 */
export const COUPLE_LIVING = { coupleOnly: 0.605, withChildren: 0.365, other: 0.03 } as const;
export const SINGLE_LIVING = { alone: 0.655, withChildren: 0.265, other: 0.08 } as const;
/** Chance of living in an institution by ability, single people; those with a spouse have a third of it (modelled). */
export const INSTITUTION_BY_ABILITY = [0.005, 0.06, 0.145, 0.24, 0.28] as const;

/** 低保 0.8 %, 低收入 0.4 %, 特困 0.1 %, 计划生育特殊家庭 0.9 % of 60+ (modelled); the disabled are poorer. */
export const HARDSHIP = {
  dibao: 0.0073,
  dibaoDisabled: 0.0146,
  lowIncome: 0.004,
  tekunAmongUnsupported: 0.0053,
  specialFamily: 0.0182,
} as const;

/** 户籍: 447.5 万 registered against 514.0 万 resident (found) → about 15 % registered elsewhere than Beijing (modelled). */
export const HUKOU = { here: 0.63, sameDistrict: 0.12, otherDistrict: 0.1, outside: 0.15 } as const;

export type DistrictElders = {
  code: string;
  name: string;
  elders60: number;
  elders80: number;
  confidence60: string;
  zone: string;
};

/** 60+ and 80+ by district, end of 2024; only the shares of 西城, 门头沟 and 东城 are found, the others modelled. */
export function readDistrictElders(): DistrictElders[] {
  const file = join(import.meta.dirname, '../../../data/elders-by-district.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { districts: DistrictElders[] }).districts;
}
