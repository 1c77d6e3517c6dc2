import { addDays, type CivilDate } from '#shared/dates.ts';

/** 每月底前发下月的钱 (160号五): the last day of the month before. */
export const payByOf = (month: string): CivilDate => addDays(`${month}-01`, -1);

/** 14 digits: month, district, round; the bank refuses a second file of the same number. */
export const fileNumberOf = (cycle: { month: string; area_code: string; round: number }): string =>
  `${cycle.month.replace('-', '')}${cycle.area_code.slice(0, 6)}${String(cycle.round).padStart(2, '0')}`;
