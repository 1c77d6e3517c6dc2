import { addMonths, type DateNumber, type MonthIndex, monthOfDate } from './civil-numbers.ts';

/**
 * First month of payment (160号六): the month in which the conditions were met if the application came no later than
 * `graceMonths` calendar months after that day (or before it), else the month of application. Both dates must be given.
 */
export const startMonth = (metOn: DateNumber, appliedOn: DateNumber, graceMonths: number): MonthIndex =>
  monthOfDate(appliedOn <= metOn || appliedOn <= addMonths(metOn, graceMonths) ? metOn : appliedOn);
