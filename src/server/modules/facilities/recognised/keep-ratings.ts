import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { RecognisedRating, recordRecognisedRating as recording } from '#contracts/recognised-ratings.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { newId } from '#shared/ids.ts';
import * as db from '../db/recognised.ts';
import { equivalenceOf } from './equivalence.ts';

type Asked = { cursor?: string | undefined; limit: number; region?: RecognisedRating['region'] | undefined };

/** Ratings of other regions with their origin and what they are worth here today. */
export async function listRatings(ctx: Context, { cursor, limit, region }: Asked) {
  const found = await db.listRatings(ctx, { region: region ?? null, limit: limit + 1, before: readCursor(cursor) });
  const { kept, nextCursor } = pageOf(found, limit, row => [row.recorded_at, row.rating_id]);
  return { rows: kept.map(row => ratingOf(ctx, row)), nextCursor, total: null };
}

const ratingOf = (ctx: Context, row: db.RatingRow): RecognisedRating => ({
  ...{ id: row.rating_id, region: row.region, place: row.place, institution: row.institution, scale: row.scale },
  ...{ grade: row.grade, ratedBy: row.rated_by, documentNo: row.document_no, ratedOn: row.rated_on },
  ...{ validTo: row.valid_to, holds: row.withdrawn_at === null && ctx.today <= row.valid_to },
  equivalence: equivalenceOf(row, ctx.today),
  ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at, withdrawnNote: row.withdrawn_note },
});

export async function recordRating(ctx: Context, body: z.output<typeof recording.body>) {
  const { ratedOn, validTo, ratedBy, documentNo, ...rest } = body;
  if (ratedOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { ratedOn: '日期在今天之后，请核对' });
  if (validTo < ratedOn)
    throw new DomainError('platform.invalid-input', undefined, { validTo: '有效期早于评定的日期，请核对' });
  const row = { ...rest, rating_id: newId(), rated_by: ratedBy, document_no: documentNo };
  if (!(await db.insertRating(ctx, { ...row, rated_on: ratedOn, valid_to: validTo })))
    throw new DomainError('facilities.rating-taken');
  await keep(ctx, row.rating_id, {
    action: 'facilities.record-rating',
    note: `${body.region}${body.institution}，${documentNo}`,
  });
  return { id: row.rating_id };
}

export async function withdrawRating(ctx: Context, id: string, note: string) {
  if (!(await db.withdrawRating(ctx, id, note)))
    throw new DomainError('platform.not-found', '没有这条外地等级，或已经撤下');
  await keep(ctx, id, { action: 'facilities.withdraw-rating', note });
  return { id };
}

const keep = (ctx: Context, id: string, of: { action: string; note: string }) =>
  record(ctx, { ...of, subject: { kind: 'recognised-rating', id }, areaCode: ctx.actor.areaCode });
