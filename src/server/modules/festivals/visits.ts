import { DomainError } from '#contracts/errors.ts';
import { FESTIVAL_VISIT_STATUS_LABELS, type FestivalVisitStatus } from '#contracts/festival-lifecycle.ts';
import type { FestivalVisit } from '#contracts/festivals.ts';
import { areaName } from '#modules/areas/index.ts';
import { submitPayable } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { monthOf } from '#shared/dates.ts';
import * as db from './db.ts';
import { needProof } from './photos.ts';

const visitOf = (row: db.VisitRecord): FestivalVisit => ({
  ...{ id: row.visit_id, listId: row.list_id, occasionName: row.occasion_name, elderId: row.elder_id },
  ...{ elderName: row.elder_name, areaCode: row.area_code, areaName: areaName(row.area_code), place: row.place },
  ...{ because: row.because, amountFen: row.amount_fen, goods: row.goods, status: row.status, doneOn: row.done_on },
  ...{ doneBy: row.done_by_name, receiver: row.receiver, note: row.note, paidOn: row.paid_on },
  ...{ addedBy: row.added_by_name, photos: row.photos },
});

type Asked = { listId?: string | undefined; status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readVisits(ctx: Context, asked: Asked) {
  const withProposed = ['street', 'district', 'city'].includes(ctx.actor.role);
  const filter = { listId: asked.listId ?? null, status: asked.status ?? null, withProposed };
  const found = await db.listVisits(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.area_code + row.elder_name, row.visit_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(visitOf), nextCursor, total: await db.countVisits(ctx, filter) };
}

async function getVisit(ctx: Context, id: string, wanted?: FestivalVisitStatus): Promise<db.VisitRecord> {
  const row = await db.findVisit(ctx, id, wanted !== undefined);
  if (!row) throw new DomainError('platform.not-found', '没有找到这位老人的慰问，或不在您的名单里');
  if (wanted && row.status !== wanted)
    throw new DomainError(
      'platform.wrong-state',
      `现在是“${FESTIVAL_VISIT_STATUS_LABELS[row.status]}”，不能再办这一步`,
    );
  ctx.saw(row.elder_id);
  return row;
}

export const readVisit = async (ctx: Context, id: string): Promise<FestivalVisit> => visitOf(await getVisit(ctx, id));

const said = (ctx: Context, row: db.VisitRecord, of: { action: string; note: string }) =>
  record(ctx, {
    action: `festivals.${of.action}`,
    subject: { kind: 'festival-visit', id: row.visit_id },
    ...{ elderId: row.elder_id, areaCode: row.area_code, note: of.note },
  });

/** Before the list is checked, with the reason; the person may then stand on another list of the occasion. */
export async function removeVisit(ctx: Context, id: string, note: string): Promise<FestivalVisit> {
  const row = await getVisit(ctx, id, 'proposed');
  await db.setVisit(ctx, id, { status: 'removed', note });
  await said(ctx, row, { action: 'remove', note });
  return readVisit(ctx, id);
}

type Done = { doneOn: string; receiver: string; note?: string | undefined };

/** At the door: which day, who received. Money goes into the district's next cycle, once. */
export async function doVisit(ctx: Context, id: string, given: Done): Promise<FestivalVisit> {
  const row = await getVisit(ctx, id, 'listed');
  if (given.doneOn > ctx.today || given.doneOn < row.listed_at.slice(0, 10))
    throw new DomainError('platform.invalid-input', undefined, { doneOn: '应在列名单以后、今天以前' });
  await needProof(ctx, row, given.note);
  await db.setVisit(ctx, id, { status: 'done', ...given });
  const gift = row.goods ?? '慰问金';
  await said(ctx, row, { action: 'visit', note: `${row.occasion_name}，${gift}，${given.receiver}收` });
  if (row.amount_fen !== null)
    await submitPayable(ctx, {
      ...{ source: { kind: 'festival-visit', id }, scheme: 'festivalVisit', elderId: row.elder_id, otherPayeeId: null },
      ...{ payeeName: row.elder_name, areaCode: row.area_code, month: monthOf(given.doneOn) },
      ...{ amountFen: row.amount_fen, sentence: `${row.occasion_name}慰问金` },
    });
  return readVisit(ctx, id);
}

export async function leaveVisit(ctx: Context, id: string, note: string): Promise<FestivalVisit> {
  const row = await getVisit(ctx, id, 'listed');
  await db.setVisit(ctx, id, { status: 'left', note });
  await said(ctx, row, { action: 'leave', note });
  return readVisit(ctx, id);
}
