import type { LetterKind } from '#contracts/letters.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';

/** 2025-06 → 2025年6月. */
export const documentMonth = (month: string): string => dayWords(`${month}-01`).replace(/1日$/, '');

/** Fills `{word}`; a blank without a value is a fault of the template or of its composer and throws. */
export function fillBlanks(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`文书模板缺少“${word}”`);
    return value;
  });
}

type NameOf = (code: string) => string;

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/街道$/, '办事处'],
  [/地区$/, '办事处'],
  [/[镇乡]$/, '人民政府'],
  [/区$/, '民政局'],
];

/** The office that signs: 大兴区清源街道办事处, 大兴区民政局. `name` is its short name in the number. */
export function officeOf(code: string, nameOf: NameOf): { full: string; short: string; counter: string } {
  const short = nameOf(code);
  const office = OFFICES.find(([ending]) => ending.test(short))?.[1] ?? '';
  const district = areaLevel(code) === 'district' ? '' : nameOf(areaAt(code, 'district'));
  const counter = areaLevel(code) === 'district' ? `${short}民政局` : `${short}便民服务窗口`;
  return { full: `${district}${short}${office}`, short, counter };
}

/** What the family must be allowed to see before it reads a letter: assessments are health, all others money. */
export const familyPurposeOf = (kind: LetterKind): 'family-health' | 'family-money' =>
  kind === 'result' ? 'family-health' : 'family-money';
