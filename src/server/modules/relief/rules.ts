import { areaAt } from '#shared/area-codes.ts';
import { fenToYuanText } from '#shared/money.ts';

/**
 * 个人负担的医疗费一年超过多少预警: no document of Beijing with a figure was found; ours until a district or the city sets
 * its own (designDefault, shown as such). 因病支出型困难 is usually measured against income, which the insurer does not send.
 */
export const DEFAULT_THRESHOLD_FEN = 3_000_000;

/** Without the cost: that is 医疗数据 and stands in a field of its own. */
export const sayOver = (of: { period: string; threshold_fen: number; sender: string }): string =>
  `${of.period}年个人负担医疗费超过预警线 ${fenToYuanText(of.threshold_fen)} 元（${of.sender}）`;

/** The street of 户籍 decides where it lies in the city, else the one where the person lives (designDefault: nothing found). */
export const responsibleArea = (of: { areaCode: string; hukouAreaCode: string; hukouInBeijing: boolean }): string =>
  of.hukouInBeijing && /^11\d{10}$/.test(of.hukouAreaCode) && !of.hukouAreaCode.endsWith('000000')
    ? of.hukouAreaCode
    : of.areaCode;

/** YYYY-MM of the months around a day: two before, four from it on. */
export function monthsAround(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return [-2, -1, 0, 1, 2, 3].map(shift => {
    const at = new Date(Date.UTC(year, month - 1 + shift, 1));
    return at.toISOString().slice(0, 7);
  });
}

/** Streets decide, whatever community the code names. */
export const streetOf = (areaCode: string): string => areaAt(areaCode, 'street');
