import { areaAt } from '#shared/area-codes.ts';

export const CITY = '110000000000';

/** Ours (designDefault): no document names a time for a re-check. */
export const RECHECK_WORKING_DAYS = 20;

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
