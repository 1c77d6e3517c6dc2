import { z } from 'zod';
import { ComparisonKind } from './comparison-kinds.ts';
import { BatchStatus } from './comparisons.ts';
import { endpoint } from './endpoint.ts';
import { Id, Instant, PageQuery, page } from './nouns.ts';

/** 交换登记 (S0-10.2): a department's feed, whether it is connected, when it last came. */
export const ComparisonFeed = z.object({
  kind: ComparisonKind,
  department: z.string(),
  mode: z.enum(['online', 'offline']),
  lastSequence: z.int(),
  lastAt: Instant.nullable(),
  lastRows: z.int().nullable(),
  lastError: z.string().nullable(),
  failedAt: Instant.nullable(),
  batchId: Id.nullable(),
});
export type ComparisonFeed = z.infer<typeof ComparisonFeed>;

export const listFeeds = endpoint({
  method: 'GET',
  path: '/api/comparison-feeds',
  summary: '交换登记：各部门的数据在线还是离线，最近一次什么时候、多少行、有没有失败',
  response: z.object({ connected: z.boolean(), rows: z.array(ComparisonFeed) }),
});

export const receiveFeed = endpoint({
  method: 'POST',
  path: '/api/comparison-feeds/:kind/receipts',
  summary: '从市大数据平台收取还没收过的批次并比对；同一批次再送不重复',
  params: z.object({ kind: ComparisonKind }),
  response: z.object({ runId: Id }),
  errors: ['comparisons.exchange'],
});

export const RECEIPT_OUTCOMES = ['came', 'nothing', 'refused'] as const;
export const RECEIPT_OUTCOME_LABELS = {
  came: '收到了',
  nothing: '没有新的',
  refused: '没有收',
} as const satisfies Record<(typeof RECEIPT_OUTCOMES)[number], string>;
export const SIGNATURES = ['right', 'wrong', 'unseen'] as const;
export const SIGNATURE_LABELS = {
  right: '签名相符',
  wrong: '签名不对',
  unseen: '没有验到签名',
} as const satisfies Record<(typeof SIGNATURES)[number], string>;

/** One time something was asked of the exchange. */
export const FeedReceipt = z.object({
  id: Id,
  kind: ComparisonKind,
  outcome: z.enum(RECEIPT_OUTCOMES),
  signature: z.enum(SIGNATURES),
  sequence: z.int().nullable(),
  sender: z.string().nullable(),
  rows: z.int().nullable(),
  differs: z.int().nullable(),
  openDifferences: z.int().nullable(),
  status: BatchStatus.nullable(),
  batchId: Id.nullable(),
  because: z.string().nullable(),
  at: Instant,
  by: z.string(),
});
export type FeedReceipt = z.infer<typeof FeedReceipt>;

export const listReceipts = endpoint({
  method: 'GET',
  path: '/api/comparison-receipts',
  savedAs: '交换收取记录',
  summary: '收取记录：每次什么时候、从哪来、多少行、签名对不对、有多少差异、为什么没有收',
  query: PageQuery.extend({ kind: ComparisonKind.optional(), outcome: z.enum(RECEIPT_OUTCOMES).optional() }),
  response: page(FeedReceipt),
});
