import { z } from 'zod';
import { MonthText } from '../nouns.ts';
import { Scheme } from './schemes.ts';

/** One reason of a result: the facts looked at, the parameter with its value in that month, and where it is written. */
export const Reason = z.object({
  code: z.string(),
  input: z.record(z.string(), z.unknown()),
  parameter: z.object({ id: z.string(), value: z.unknown() }),
  documentNumber: z.string(),
  clause: z.string(),
  /** Only when explained. */
  sentence: z.string().optional(),
  confidence: z.string().optional(),
  url: z.string().nullable().optional(),
});
export type Reason = z.infer<typeof Reason>;

/** One change of the person's record (`on`: the month to wait for). `remove` takes `value` out of a list. */
export const Change = z.object({ field: z.string(), value: z.unknown(), op: z.literal('remove').optional() });
export type Change = z.infer<typeof Change>;

/** What would turn a refusal into a payment; with no way, `changes` is empty and `amountFen` 0. */
export const NearestYes = z.object({
  sentence: z.string(),
  amountFen: z.int(),
  from: MonthText.nullable(),
  changes: z.array(Change),
});
export type NearestYes = z.infer<typeof NearestYes>;

/** The answer for one scheme and one month. `amountFen` 0 = refused; `from` only when paid: the first month of payment. */
export const Determination = z.object({
  scheme: Scheme,
  amountFen: z.int(),
  from: MonthText.nullable(),
  paidBy: z.string().nullable(),
  reasons: z.array(Reason),
  nearestYes: NearestYes.nullable(),
});
export type Determination = z.infer<typeof Determination>;

export const PersonResult = z.object({ id: z.string(), results: z.array(Determination) });
export type PersonResult = z.infer<typeof PersonResult>;
