import { type CivilDate, isCivilDate } from './dates.ts';

/** 公民身份号码 (GB 11643-1999): address 6, birth date 8, sequence 3 (odd = male), check character 1. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';

/**
 * Address codes 119900–119999 belong to no place: GB/T 2260 gives Beijing (11) only the segments 01 (districts) and
 * 02 (former counties), never 99. So no number that starts so can be a real person's; the check character stays valid.
 */
export const DEMO_ADDRESS_PREFIX = '1199';

/** Check character of the first 17 digits (digits only, caller's duty). */
export function identityCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK.charAt(sum % 11);
}

export type IdentityFacts = { bornOn: CivilDate; sex: '男' | '女'; addressCode: string };

/**
 * Reads a number typed by a person (spaces allowed, x = X). Returns the facts in it, or one Chinese sentence saying
 * what is wrong. `today` bounds the birth date. Address codes are not looked up: elders hold codes of places long gone.
 */
export function readIdentityNumber(text: string, today: CivilDate): IdentityFacts | { because: string } {
  const number = tidyIdentityNumber(text);
  if (number.length === 15 && /^\d{15}$/.test(number)) {
    return { because: '这是 15 位旧号码，2013 年起已停用，请填 18 位公民身份号码' };
  }
  if (number.length !== 18) return { because: `公民身份号码应为 18 位，现在是 ${number.length} 位` };
  if (!/^\d{17}[\dX]$/.test(number)) return { because: '公民身份号码前 17 位应为数字，最后一位为数字或 X' };
  if (/^0/.test(number)) return { because: '公民身份号码的前 6 位地址码不对' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDate(bornOn)) return { because: `公民身份号码里的出生日期 ${number.slice(6, 14)} 不是真实日期` };
  if (bornOn > today) return { because: '公民身份号码里的出生日期在今天之后' };
  if (bornOn < '1880-01-01') return { because: '公民身份号码里的出生日期太早，请核对' };
  if (identityCheck(number) !== number.charAt(17)) {
    return { because: '公民身份号码的最后一位校验不对，请核对有没有输错' };
  }
  return { bornOn, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女', addressCode: number.slice(0, 6) };
}

export const tidyIdentityNumber = (text: string): string => text.replace(/\s/g, '').toUpperCase();

export const isDemoIdentityNumber = (number: string): boolean => number.startsWith(DEMO_ADDRESS_PREFIX);

/** 110*************12 → keeps 3 and 2: enough to recognise, not enough to use. */
export const maskIdentityNumber = (number: string): string => `${number.slice(0, 3)}*************${number.slice(16)}`;

/** isCivilDate throws on month 13; a typed number may hold anything. */
function isRealDate(text: string): boolean {
  try {
    return isCivilDate(text);
  } catch {
    return false;
  }
}
