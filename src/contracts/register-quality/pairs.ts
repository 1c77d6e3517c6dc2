import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page, Step } from '../nouns.ts';
import { Run } from '../runs.ts';
import { Agreement, MatchField, MergeStatus, PairStatus } from './lifecycle.ts';

const Reason = z.object({ field: MatchField, label: z.string(), level: Agreement, word: z.string() });

const Half = z.object({ elderId: Id, name: z.string(), areaName: z.string() });

export const Pair = z.object({
  id: Id,
  status: PairStatus,
  /** 0…1 as learned from the register itself. */
  probability: z.number(),
  a: Half,
  b: Half,
  /** The area that decides: the smallest that holds both. */
  areaCode: AreaCode,
  areaName: z.string(),
  reasons: z.array(Reason),
  foundAt: Instant,
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type Pair = z.infer<typeof Pair>;

const Side = z.object({
  elderId: Id,
  name: z.string(),
  areaName: z.string(),
  statusLabel: z.string(),
  sourceLabel: z.string(),
  registeredAt: Instant,
  updatedAt: Instant,
  updatedBy: z.string(),
});

export const PairField = z.object({
  /** A field that may be chosen; identity number, sex and birth date go together under `identityNumber`. */
  field: z.string(),
  label: z.string(),
  a: z.string(),
  b: z.string(),
  differs: z.boolean(),
  /** Why the other record's value cannot be taken; null = may be chosen. */
  fixedBecause: z.string().nullable(),
});
export type PairField = z.infer<typeof PairField>;

export const Merge = z.object({
  id: Id,
  status: MergeStatus,
  elderId: Id,
  fromElderId: Id,
  fields: z.array(z.string()),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  approvedBy: z.string().nullable(),
  doneAt: Instant.nullable(),
  decisionNote: z.string().nullable(),
  undoReason: z.string().nullable(),
  undoAskedBy: z.string().nullable(),
  undoneBy: z.string().nullable(),
  /** Made after the merge and left with the person who stayed, for somebody to decide. */
  leftBehind: z.array(z.object({ label: z.string(), rows: z.int() })),
});
export type Merge = z.infer<typeof Merge>;

export const PairDetail = z.object({
  pair: Pair,
  /** Null once a record was merged away: what it was stands in the merge. */
  a: Side.nullable(),
  b: Side.nullable(),
  fields: z.array(PairField),
  hanging: z.array(z.object({ label: z.string(), a: z.int(), b: z.int() })),
  /** Money hangs on one of them: a second person approves. */
  needsChecker: z.boolean(),
  merge: Merge.nullable(),
  actions: z.array(NextAction),
  steps: z.array(Step),
});
export type PairDetail = z.infer<typeof PairDetail>;

const ById = z.object({ id: Id });
const words = (say: string) =>
  z
    .string()
    .trim()
    .min(4, { error: `请写明${say}，至少 4 个字` })
    .max(500, { error: '最多 500 字' });
const Note = z.string().trim().max(500, { error: '最多 500 字' }).optional();
const Done = z.object({ id: Id, status: PairStatus });

export const listPairs = endpoint({
  method: 'GET',
  path: '/api/register-pairs',
  savedAs: '疑似重复',
  summary: '疑似重复：由本辖区判断的，最像的在前',
  query: PageQuery.extend({
    status: z.union([PairStatus, z.literal('waiting'), z.literal('judged'), z.literal('')]).optional(),
    areaCode: z.union([AreaCode, z.literal('')]).optional(),
    name: z.string().trim().max(30, { error: '姓名太长' }).optional(),
  }),
  response: page(Pair).extend({
    /** How many of each status in reach, whatever the filter. */
    counts: z.partialRecord(PairStatus, z.int()),
    /** The last check of the register that reaches the caller, or none yet. */
    lastCheckedOn: CivilDateText.nullable(),
  }),
});

export const listPairSides = endpoint({
  method: 'GET',
  path: '/api/register-pair-sides',
  summary: '本辖区的一份与别处的一份像是同一人：只说在哪个区、由谁判断',
  response: z.object({
    rows: z.array(
      z.object({
        pairId: Id,
        elderId: Id,
        name: z.string(),
        otherDistrict: z.string(),
        decidedIn: z.string(),
        probability: z.number(),
        status: PairStatus,
      }),
    ),
  }),
});

export const readPair = endpoint({
  method: 'GET',
  path: '/api/register-pairs/:id',
  summary: '两份档案逐项对照，各挂着什么',
  params: ById,
  holds: 'health',
  response: PairDetail,
  errors: ['platform.not-found'],
});

export const distinguishPair = endpoint({
  method: 'POST',
  path: '/api/register-pairs/:id/distinct',
  summary: '判为不是同一人；理由长期保存，以后查重和登记不再提示',
  params: ById,
  body: z.object({ reason: words('为什么不是同一人') }),
  response: Done,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const reopenPair = endpoint({
  method: 'POST',
  path: '/api/register-pairs/:id/reopened',
  summary: '判错了，重新判断',
  params: ById,
  response: Done,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const mergePair = endpoint({
  method: 'POST',
  path: '/api/register-pairs/:id/merge',
  summary: '合并两份档案；挂着钱的由另一人核准后生效',
  params: ById,
  body: z.object({
    survivorId: z.uuid({ error: '请选留下哪一份' }),
    /** Fields whose value is taken from the record that goes. */
    fields: z.array(z.string().max(40)).max(40),
    reason: words('怎么核实是同一人'),
  }),
  response: Done,
  errors: ['platform.not-found', 'platform.wrong-state', 'register-quality.not-now', 'register-quality.field'],
});

const decision = (path: `/api/${string}`, summary: string) =>
  endpoint({
    method: 'POST',
    path,
    summary,
    params: ById,
    body: z.object({ approve: z.boolean({ error: '请选核准或不核准' }), note: Note }),
    response: Done,
    errors: [
      'platform.not-found',
      'platform.wrong-state',
      'register-quality.same-person',
      'register-quality.not-now',
      'register-quality.cannot-undo',
    ],
  });
export const decideMerge = decision(
  '/api/register-pairs/:id/merge/decision',
  '核准或不核准合并（提出的人不能自己核准）',
);
export const decideUndoMerge = decision('/api/register-pairs/:id/undo/decision', '核准或不核准撤销合并');

export const undoMerge = endpoint({
  method: 'POST',
  path: '/api/register-pairs/:id/undo',
  summary: '撤销合并：两份档案各回原样；挂着钱的由另一人核准',
  params: ById,
  body: z.object({ reason: words('哪里弄错了') }),
  response: Done,
  errors: ['platform.not-found', 'platform.wrong-state', 'register-quality.cannot-undo'],
});

export const checkRegister = endpoint({
  method: 'POST',
  path: '/api/register-checks',
  summary: '把本辖区的底册整个查重一遍',
  response: Run,
});

export const findMergedInto = endpoint({
  method: 'GET',
  path: '/api/elders/:id/merged-into',
  summary: '老地址：这份档案已并入哪一份',
  params: ById,
  response: z.object({ elderId: Id.nullable() }),
});
