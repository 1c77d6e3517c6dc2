import { z } from 'zod';

/**
 * Limits of the way from application to decision and who decides, of 低保, 低收入 and 特困 alike; the amounts do not hang on them. What
 * no document says a district sets for itself.
 */
export const PROCEDURE_LAW = {
  surveyWorkingDays: z.int().min(0).max(120),
  appraiseWorkingDays: z.int().min(0).max(120),
  noticeDays: z.int().min(0).max(60),
  submitWorkingDays: z.int().min(0).max(60),
  decideWorkingDays: z.int().min(0).max(120),
  streetDecides: z.int().min(0).max(1),
  reviewMonths: z.int().min(1).max(60),
};
export type ProcedureKey = keyof typeof PROCEDURE_LAW;

/** From which month the money of a recognition begins, changes and ends; of the kinds that are paid by month. */
export const PAYING_LAW = {
  payFromMonths: z.int().min(0).max(3),
  changeFromMonths: z.int().min(0).max(3),
};
