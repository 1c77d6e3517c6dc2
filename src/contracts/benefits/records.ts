import { z } from 'zod';
import { Confidence } from '../assessments/scales.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, Step } from '../nouns.ts';
import { OfferedScheme } from './catalogue.ts';
import { Determination, NearestYes, Reason } from './determination.ts';
import { ApplicationStatus, BatchMode, BatchStatus, OfferStatus } from './lifecycle.ts';
import { Scheme } from './schemes.ts';

const About = { elderId: Id, elderName: z.string(), areaCode: AreaCode, areaName: z.string(), scheme: Scheme };

export const ApplicationRow = z.object({
  id: Id,
  ...About,
  status: ApplicationStatus,
  appliedOn: CivilDateText,
  appliedBy: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionNote: z.string().nullable(),
  dueOn: CivilDateText.nullable(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

/** With what the rules say today, so that whoever decides sees the reasons beside the buttons. */
export const Application = ApplicationRow.extend({
  note: z.string().nullable(),
  month: MonthText,
  evaluation: Determination,
  steps: z.array(Step),
  nextActions: z.array(NextAction),
  /** 不服决定的救济途径 and its limit, printed on a refusal. */
  remedy: z.object({ text: z.string(), confidence: Confidence }),
});
export type Application = z.infer<typeof Application>;

export const OfferRow = z.object({
  id: Id,
  ...About,
  scheme: OfferedScheme,
  status: OfferStatus,
  month: MonthText,
  amountFen: Fen,
  sentence: z.string(),
  foundAt: Instant,
  note: z.string().nullable(),
  nextActions: z.array(NextAction),
});
export type OfferRow = z.infer<typeof OfferRow>;

export const DeterminationRow = z.object({
  id: Id,
  ...About,
  month: MonthText,
  amountFen: Fen,
  from: MonthText,
  paidBy: z.string().nullable(),
  documentNumbers: z.array(z.string()),
  determinedAt: Instant,
});
export type DeterminationRow = z.infer<typeof DeterminationRow>;

export const StoredDetermination = DeterminationRow.extend({ reasons: z.array(Reason) });

export const Batch = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  month: MonthText,
  status: BatchStatus,
  people: z.int(),
  total: z.int(),
  /** Determinations with money, offers found, sums; all counted while it runs. */
  granted: z.int(),
  offers: z.int(),
  amountFen: Fen,
  problems: z.int(),
  /** Against what stood before: nothing new the second time. `kept`: paid already, present facts would lower it. */
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  kept: z.int(),
  mode: BatchMode,
  requestedBy: z.string(),
  requestedAt: Instant,
  finishedAt: Instant.nullable(),
  error: z.string().nullable(),
  /** Its run in the background (runs), with progress and stop. */
  runId: Id.nullable(),
});
export type Batch = z.infer<typeof Batch>;

const DatesByScheme = z.strictObject({
  hardship: CivilDateText.optional(),
  care: CivilDateText.optional(),
  advancedAge: CivilDateText.optional(),
});

/** What only the benefits desk knows of a person; the register and the assessments say the rest. */
export const BenefitFacts = z.object({
  otherBenefits: z
    .array(
      z.object({
        code: z.string({ error: '请选待遇' }),
        amountFen: z.int().min(0, { error: '金额不能小于 0' }).max(2_000_000_000).nullable().default(null),
      }),
    )
    .max(31, { error: '其他待遇太多，请核对' })
    .default([]),
  imprisonedOn: CivilDateText.nullable().default(null),
  releasedOn: CivilDateText.nullable().default(null),
  declaredMissingOn: CivilDateText.nullable().default(null),
  /** Start, stop and failed review of one scheme: back-dated or stopped by month through these days (160号六、七). */
  byScheme: z
    .strictObject({
      met: DatesByScheme.default({}),
      lost: DatesByScheme.default({}),
      reviewFailed: DatesByScheme.default({}),
    })
    .default({ met: {}, lost: {}, reviewFailed: {} }),
  source: z.string().trim().min(1, { error: '请写明依据，如“残联比对 2025-06”' }).max(200, { error: '依据太长' }),
});
export type BenefitFacts = z.infer<typeof BenefitFacts>;

/** One scheme for one person and month: the answer of the rules, and how far the paperwork is. */
export const Entitlement = Determination.extend({
  nearestYes: NearestYes.nullable(),
  application: z
    .object({ id: Id, status: ApplicationStatus, appliedOn: CivilDateText, decisionNote: z.string().nullable() })
    .nullable(),
  offer: z.object({ id: Id, status: OfferStatus }).nullable(),
  determined: z.object({ amountFen: Fen, at: Instant }).nullable(),
  canApply: z.boolean(),
});
export type Entitlement = z.infer<typeof Entitlement>;

export const Explanation = z.object({
  elderId: Id,
  elderName: z.string(),
  bornOn: CivilDateText,
  areaCode: AreaCode,
  areaName: z.string(),
  month: MonthText,
  totalFen: Fen,
  schemes: z.array(Entitlement),
  /** The facts used, field by field, in the words of the form and with where each comes from. */
  facts: z.array(z.object({ field: z.string(), label: z.string(), value: z.string(), source: z.string() })),
  own: BenefitFacts.nullable(),
  deadlines: z.array(z.object({ on: CivilDateText, label: z.string(), confidence: Confidence })),
});
export type Explanation = z.infer<typeof Explanation>;

export const ParameterLine = z.object({
  id: z.string(),
  scheme: z.string(),
  schemeName: z.string(),
  label: z.string(),
  unit: z.string(),
  documentNumber: z.string(),
  documentTitle: z.string(),
  url: z.string().nullable(),
  clause: z.string(),
  value: z.unknown(),
  from: CivilDateText,
  to: CivilDateText.nullable(),
  confidence: Confidence,
});
export type ParameterLine = z.infer<typeof ParameterLine>;
