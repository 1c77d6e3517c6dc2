import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant } from '../nouns.ts';
import { FeedSource, GUARDED_FIELDS } from './correction-lifecycle.ts';
import { CorrectionChange } from './corrections.ts';

export const SourceTrust = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  source: FeedSource,
  fields: z.array(z.string()),
  fieldLabels: z.array(z.string()),
  basis: z.string(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable(),
  allowedBy: z.string(),
  allowedAt: Instant,
  endedBy: z.string().nullable(),
  inForce: z.boolean(),
});
export type SourceTrust = z.infer<typeof SourceTrust>;

export const listTrusts = endpoint({
  method: 'GET',
  path: '/api/elder-source-trusts',
  summary: '可信来源：哪个部门的数据、哪几项、不再逐件核对，谁定的',
  response: z.object({ rows: z.array(SourceTrust) }),
});

export const allowSource = endpoint({
  method: 'POST',
  path: '/api/elder-source-trusts',
  summary: '定一个可信来源：它送来的这几项按规则更正，不再逐件核对',
  body: z.object({
    source: FeedSource,
    fields: z.array(z.enum(GUARDED_FIELDS, { error: '请选可以按规则更正的项' })).min(1, { error: '请选至少一项' }),
    basis: z.string().trim().min(4, { error: '请写依据的文件或会议' }).max(200, { error: '依据最多 200 字' }),
    fromOn: CivilDateText,
  }),
  response: z.object({ id: Id }),
  errors: ['platform.invalid-input'],
});

export const endTrust = endpoint({
  method: 'POST',
  path: '/api/elder-source-trusts/:id/end',
  summary: '停用一个可信来源，此后送来的逐件核对',
  params: z.object({ id: Id }),
  response: z.object({ id: Id }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const FEED_OUTCOMES = ['same', 'applied', 'proposed', 'duplicate', 'unknown', 'wrong'] as const;
export const FeedOutcome = z.enum(FEED_OUTCOMES);
export type FeedOutcome = z.infer<typeof FeedOutcome>;

export const takeFeed = endpoint({
  method: 'POST',
  path: '/api/elder-source-feeds',
  summary: '接收部门送来的一批记录：与档案不同的成为更正，可信的按规则更正，重复的退回',
  body: z.object({
    source: FeedSource,
    /** The day the source read its own books. */
    asOf: CivilDateText,
    rows: z
      .array(
        z.object({
          /** The source's own number of the record: taken once. */
          number: z.string().trim().min(1).max(60),
          identityNumber: z.string().trim().min(1).max(30),
          changes: CorrectionChange,
        }),
      )
      .min(1)
      .max(500, { error: '一次最多 500 条' }),
  }),
  /** Outcomes in the order of the rows; the sum of counts is the number of rows. */
  response: z.object({
    counts: z.record(FeedOutcome, z.int()),
    rows: z.array(
      z.object({
        number: z.string(),
        outcome: FeedOutcome,
        correctionId: Id.nullable(),
        because: z.string().nullable(),
      }),
    ),
  }),
});
