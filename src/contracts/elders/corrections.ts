import { z } from 'zod';
import { DueState } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page } from '../nouns.ts';
import { Role } from '../roles.ts';
import { CorrectionSource, CorrectionStatus } from './correction-lifecycle.ts';
import { SEALED_FIELDS } from './fields.ts';
import { PERSON_FIELDS } from './register.ts';

export const CorrectionChange = z
  .object({ ...PERSON_FIELDS, diedOn: CivilDateText })
  .partial()
  .refine(change => Object.keys(change).length > 0, { error: '没有要更正的内容' });
export type CorrectionChange = z.output<typeof CorrectionChange>;

/** One field of a correction. `other` = somebody changed the same field since it was proposed. */
export const CorrectedField = z.object({
  field: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  now: z.string(),
  sealed: z.boolean(),
  other: z.object({ by: z.string(), at: Instant }).nullable(),
});
export type CorrectedField = z.infer<typeof CorrectedField>;

const Row = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: CorrectionStatus,
  fieldLabels: z.array(z.string()),
  source: CorrectionSource,
  proposedBy: z.string(),
  proposedRole: Role,
  proposedAt: Instant,
  due: DueState.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export const CorrectionRow = Row;
export type CorrectionRow = z.infer<typeof CorrectionRow>;

export const Correction = Row.extend({
  /** The record's version now; sent back with the decision. */
  version: z.int(),
  fields: z.array(CorrectedField),
  reason: z.string(),
  evidence: z.string(),
  sourceNumber: z.string().nullable(),
  asOf: CivilDateText,
  decisionNote: z.string().nullable(),
  keptLabels: z.array(z.string()),
  files: z.array(z.object({ id: Id, name: z.string(), bytes: z.int() })),
  actions: z.array(NextAction),
});
export type Correction = z.infer<typeof Correction>;

const ById = z.object({ id: Id });

export const proposeCorrection = endpoint({
  method: 'POST',
  path: '/api/elders/:id/corrections',
  summary: '提出更正：改成什么、为什么、依据是什么；由另一人核对后才改',
  params: ById,
  body: z.object({
    version: z.int(),
    changes: CorrectionChange,
    reason: z
      .string()
      .trim()
      .min(4, { error: '请写明为什么要更正，至少 4 个字' })
      .max(300, { error: '理由最多 300 字' }),
    evidence: z
      .string()
      .trim()
      .min(2, { error: '请写依据，如“居民户口簿第 2 页”“残疾人证”' })
      .max(200, { error: '依据最多 200 字' }),
    asOf: CivilDateText.optional(),
  }),
  response: z.object({ id: Id, status: CorrectionStatus }),
  errors: [
    'platform.not-found',
    'platform.invalid-input',
    'elders.identity-mismatch',
    'elders.correction',
    'elders.deceased',
  ],
});

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/elder-corrections',
  savedAs: '信息更正',
  summary: '更正清单：待核对的在前，先到期的在前',
  query: PageQuery.extend({
    status: CorrectionStatus.optional(),
    elderId: Id.optional(),
    /** Those of one table. */
    importId: Id.optional(),
  }),
  response: page(CorrectionRow),
});

export const readCorrection = endpoint({
  method: 'GET',
  path: '/api/elder-corrections/:id',
  summary: '一件更正：改前、改后、现在，依据，谁提出、谁核对',
  params: ById,
  response: Correction,
  errors: ['platform.not-found'],
});

/** Whole numbers of a correction's sealed fields, for whoever has a reveal of the person's number. */
export const readSealedCorrection = endpoint({
  method: 'GET',
  path: '/api/elder-corrections/:id/reveals/:revealId',
  summary: '凭查看许可看更正前后的完整号码，只限本人账号、10 分钟内',
  params: ById.extend({ revealId: Id }),
  response: z.object({
    rows: z.array(z.object({ field: z.enum(SEALED_FIELDS), label: z.string(), before: z.string(), after: z.string() })),
  }),
  errors: ['platform.not-found', 'elders.reveal-expired'],
});

export const decideCorrection = endpoint({
  method: 'POST',
  path: '/api/elder-corrections/:id/decision',
  summary: '核对更正：更正，或写明理由不更正；别人改过的同一项要选留哪个',
  params: ById,
  body: z.object({
    approve: z.boolean(),
    version: z.int(),
    /** For each field that others changed meanwhile: `take` the correction or `keep` what stands. */
    choices: z.record(z.string(), z.enum(['take', 'keep'])).default({}),
    note: z.string().trim().max(300, { error: '说明最多 300 字' }).optional(),
  }),
  response: z.object({ id: Id, status: CorrectionStatus }),
  errors: [
    'platform.not-found',
    'platform.wrong-state',
    'platform.invalid-input',
    'elders.same-person',
    'elders.changed-meanwhile',
    'elders.identity-taken',
    'elders.identity-mismatch',
    'elders.correction',
  ],
});

export const withdrawCorrection = endpoint({
  method: 'POST',
  path: '/api/elder-corrections/:id/withdrawal',
  summary: '收回自己提出、还没核对的更正',
  params: ById,
  response: z.object({ id: Id, status: CorrectionStatus }),
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.correction'],
});

export const addCorrectionFile = endpoint({
  method: 'POST',
  path: '/api/elder-corrections/:id/files',
  summary: '给一件更正附上证件照片或扫描件',
  params: ById,
  response: z.object({ id: Id }),
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.file-type', 'platform.too-large'],
  raw: 'request',
});

export const readCorrectionFile = endpoint({
  method: 'GET',
  path: '/api/elder-corrections/:id/files/:fileId',
  summary: '看一件更正的附件',
  params: ById.extend({ fileId: Id }),
  response: z.unknown(),
  errors: ['platform.not-found'],
  raw: 'response',
});

/** What others changed after a version: both values stand beside each other in the form that was refused. */
export const listChanges = endpoint({
  method: 'GET',
  path: '/api/elders/:id/changes',
  summary: '某个版本以后别人改了哪几项、谁、什么时候',
  params: ById,
  query: z.object({ since: z.coerce.number().int() }),
  response: z.object({
    version: z.int(),
    rows: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        now: z.string(),
        sealed: z.boolean(),
        by: z.string(),
        at: Instant,
      }),
    ),
  }),
  errors: ['platform.not-found'],
});
