import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { MonthText } from '../nouns.ts';
import { RehearsalKind } from './lifecycle.ts';

/** One value of the law that a draft may change, as it stands in the month the draft begins. Money in fen. */
export const DraftField = z.object({
  /** e.g. `advancedAge.tiers.age-80.amountFen`, `care.minAge`, `measure.otherBenefits.work-injury-care.effect`. */
  id: z.string(),
  group: z.string(),
  label: z.string(),
  unit: z.string(),
  kind: z.enum(['fen', 'integer', 'boolean', 'choice']),
  value: z.union([z.number(), z.boolean(), z.string()]),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  documentNumber: z.string(),
  clause: z.string(),
  confidence: Confidence,
});
export type DraftField = z.infer<typeof DraftField>;

const Change = z.object({
  field: z.string().max(200),
  value: z.union([z.number(), z.boolean(), z.string().max(100)], { error: '请填新的值' }),
});
const AgeTier = z.object({
  minAge: z.int({ error: '年龄请填整数' }).min(50, { error: '年龄不小于 50' }).max(120, { error: '年龄不大于 120' }),
  amountFen: z
    .int({ error: '金额请填到分的整数' })
    .min(1, { error: '金额要大于 0' })
    .max(10_000_000, { error: '金额每月不超过 10 万元，请核对' }),
});

/** What a draft changes against the law in force. Nothing in it = the law as it is. */
export const DraftChanges = z.object({
  set: z.array(Change).max(100, { error: '一份草案最多改 100 处' }).default([]),
  addAgeTiers: z.array(AgeTier).max(10, { error: '最多加 10 档' }).default([]),
  /** Ids like `advancedAge.tiers.age-80`. */
  dropTiers: z.array(z.string().max(200)).max(30).default([]),
});
export type DraftChanges = z.infer<typeof DraftChanges>;

/** What is written down of a draft; also the file of `yinian rehearsals run --draft FILE.json`. */
export const Draft = z.object({
  kind: RehearsalKind.default('change'),
  name: z.string().trim().min(1, { error: '请给草案起个名字' }).max(80, { error: '名字最多 80 字' }),
  purpose: z.string().trim().max(1000, { error: '目的最多 1000 字' }).default(''),
  basis: z.string().trim().max(1000, { error: '依据最多 1000 字' }).default(''),
  startsMonth: MonthText,
  months: z
    .int({ error: '看几个月请填整数' })
    .min(1, { error: '至少看 1 个月' })
    .max(48, { error: '最多看 48 个月' })
    .default(12),
  /** Assessments that run out are taken as renewed with the same level; else their money ends. */
  reassessed: z.boolean().default(true),
  changes: DraftChanges.default({ set: [], addAgeTiers: [], dropTiers: [] }),
});
export type Draft = z.infer<typeof Draft>;
