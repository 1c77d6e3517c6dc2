import { z } from 'zod';
import { Scheme } from '../benefits/schemes.ts';
import { AreaCode, Fen, Id, Instant } from '../nouns.ts';
import { Assumption } from './result.ts';

export const BudgetYear = z.coerce
  .number()
  .int()
  .min(2019, { error: '年份从 2019 年起' })
  .max(2100, { error: '年份不对' });

/** One year of one paying district and scheme. Paid = sent to people by payment cycles; ahead = the forecast. */
export const YearLine = z.object({
  year: z.int(),
  paidFen: Fen,
  /** Months from the forecast's first one on, deaths and new applications as assumed. */
  aheadFen: Fen,
  /** The same months without deaths and without anybody new applying: what is certain by today's register. */
  aheadCertainFen: Fen,
  totalFen: Fen,
  cityFen: Fen,
  districtFen: Fen,
  budgetFen: Fen.nullable(),
  /** total − budget; positive = not enough. */
  overFen: Fen.nullable(),
});
export type YearLine = z.infer<typeof YearLine>;

export const SetBudget = z.object({
  areaCode: AreaCode,
  scheme: Scheme,
  year: z.int().min(2019).max(2100),
  fen: z
    .int({ error: '预算请填到分的整数' })
    .min(0, { error: '预算不能小于 0' })
    .max(1_000_000_000_000, { error: '预算超过 100 亿元，请核对单位' }),
  source: z
    .string()
    .trim()
    .min(1, { error: '请写明依据，如“大财预〔2026〕3号”' })
    .max(200, { error: '依据最多 200 字' }),
});

export const BudgetLine = z.object({
  areaCode: AreaCode,
  areaName: z.string(),
  scheme: Scheme,
  year: z.int(),
  fen: Fen,
  source: z.string(),
  setBy: z.string(),
  setAt: Instant,
});
export type BudgetLine = z.infer<typeof BudgetLine>;

/** What more of somebody would cost, with the formula spelled out; nothing decided is touched. */
export const Scenario = z.object({ label: z.string(), formula: z.string(), fen: Fen });

export const Budgets = z.object({
  year: z.int(),
  /** Null = never computed; then only what is paid and budgeted is known. */
  forecast: z.object({ id: Id, ranAt: Instant, startsMonth: z.string(), stale: z.array(z.string()) }).nullable(),
  running: Id.nullable(),
  sentence: z.string(),
  districts: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), scheme: Scheme, years: z.array(YearLine) })),
  total: z.array(YearLine),
  budgets: z.array(BudgetLine),
  scenarios: z.array(Scenario),
  assumptions: z.array(Assumption),
  /** Districts whose budget the caller may enter or read. */
  areas: z.array(z.object({ areaCode: AreaCode, areaName: z.string() })),
  /** Streets that a scenario may ask for. */
  streets: z.array(z.object({ areaCode: AreaCode, areaName: z.string() })),
});
export type Budgets = z.infer<typeof Budgets>;
