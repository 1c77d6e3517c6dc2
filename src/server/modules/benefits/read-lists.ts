import type { OfferedScheme } from '#contracts/benefits/catalogue.ts';
import type { ApplicationStatus, OfferStatus } from '#contracts/benefits/lifecycle.ts';
import type { DeterminationRow } from '#contracts/benefits/records.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { offerRow } from './answer-offer.ts';
import { applicationRow } from './apply-for-benefit.ts';
import { countApplications, listApplications } from './db/applications.ts';
import {
  type DeterminationRecord,
  findDetermination,
  listDeterminations,
  sumDeterminations,
} from './db/determinations.ts';
import { countOffers, listOffers } from './db/offers.ts';
import { pageOf, readCursor } from './rules/keyset.ts';

type Paging<S = Scheme> = { cursor?: string | undefined; limit: number; scheme?: S | undefined };

export async function readApplications(
  ctx: Context,
  query: Paging & { status?: ApplicationStatus | undefined; elderId?: string | undefined },
) {
  const filter = { status: query.status ?? null, scheme: query.scheme ?? null, elderId: query.elderId ?? null };
  const found = await listApplications(ctx, { ...filter, before: readCursor(query.cursor), limit: query.limit + 1 });
  const total = await countApplications(ctx, filter);
  const key = (row: (typeof found)[number]) => ({ at: row.applied_at, id: row.application_id });
  return pageOf(found, { limit: query.limit, total, key, show: applicationRow });
}

export async function readOffers(ctx: Context, query: Paging<OfferedScheme> & { status?: OfferStatus | undefined }) {
  const filter = { status: query.status ?? null, scheme: query.scheme ?? null };
  const found = await listOffers(ctx, { ...filter, before: readCursor(query.cursor), limit: query.limit + 1 });
  const total = await countOffers(ctx, filter);
  const key = (row: (typeof found)[number]) => ({ at: row.found_at, id: row.offer_id });
  return pageOf(found, { limit: query.limit, total, key, show: row => offerRow(ctx, row) });
}

const determinationRow = (row: DeterminationRecord): DeterminationRow => ({
  id: row.determination_id,
  elderId: row.elder_id,
  elderName: row.elder_name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  scheme: row.scheme,
  month: row.month,
  amountFen: row.amount_fen,
  from: row.from_month,
  paidBy: row.paid_by,
  documentNumbers: row.document_numbers,
  determinedAt: row.determined_at,
});

export async function readDeterminations(
  ctx: Context,
  query: Paging & { month?: string | undefined; elderId?: string | undefined },
) {
  const filter = { month: query.month ?? null, scheme: query.scheme ?? null, elderId: query.elderId ?? null };
  const found = await listDeterminations(ctx, { ...filter, before: readCursor(query.cursor), limit: query.limit + 1 });
  const { n, fen } = await sumDeterminations(ctx, filter);
  const key = (row: DeterminationRecord) => ({ at: row.determined_at, id: row.determination_id });
  const page = pageOf(found, { limit: query.limit, total: n, key, show: determinationRow });
  return { ...page, totalFen: page.totalIsApproximate ? null : fen };
}

export async function readDetermination(ctx: Context, id: string) {
  const row = await findDetermination(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条核定结果，或不在您的辖区');
  ctx.saw(row.elder_id);
  return { ...determinationRow(row), reasons: row.reasons };
}
