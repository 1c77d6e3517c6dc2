import type { OfferedScheme } from '#contracts/benefits/catalogue.ts';
import type { OfferStatus } from '#contracts/benefits/lifecycle.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Keyset } from '../rules/keyset.ts';

export type OfferRecord = {
  offer_id: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  scheme: OfferedScheme;
  status: OfferStatus;
  month: string;
  amount_fen: number;
  sentence: string;
  found_at: string;
  note: string | null;
};

const LISTED =
  'select o.*, e.name as elder_name from benefit_offers o join elders_v_brief e on e.elder_id = o.elder_id';

export async function findOffer(ctx: Context, id: string): Promise<OfferRecord | undefined> {
  const { rows } = await ctx.client.query<OfferRecord>(`${LISTED} where o.offer_id = $1 for update of o`, [id]);
  return rows[0];
}

type Filter = { status: string | null; scheme: string | null };

export async function listOffers(
  ctx: Context,
  filter: Filter & { before: Keyset | null; limit: number },
): Promise<OfferRecord[]> {
  const { rows } = await ctx.client.query<OfferRecord>(
    `${LISTED} where ($1::text is null or o.status = $1) and ($2::text is null or o.scheme = $2)
       and ($3::timestamptz is null or (o.found_at, o.offer_id) < ($3, $4::uuid))
     order by o.found_at desc, o.offer_id desc limit $5`,
    [filter.status, filter.scheme, filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countOffers(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from benefit_offers
     where ($1::text is null or status = $1) and ($2::text is null or scheme = $2) limit 10000) c`,
    [filter.status, filter.scheme],
  );
  return rows[0]?.n ?? 0;
}

export async function listOffersOf(ctx: Context, elderId: string): Promise<OfferRecord[]> {
  const { rows } = await ctx.client.query<OfferRecord>(`${LISTED} where o.elder_id = $1`, [elderId]);
  return rows;
}

export async function setOfferStatus(
  ctx: Context,
  row: Pick<OfferRecord, 'elder_id' | 'offer_id'>,
  given: { status: OfferStatus; note: string | null },
) {
  await ctx.client.query(
    'update benefit_offers set status = $3, note = coalesce($4, note) where elder_id = $1 and offer_id = $2',
    [row.elder_id, row.offer_id, given.status, given.note],
  );
}

export async function findOpenOffer(ctx: Context, elderId: string, scheme: Scheme): Promise<OfferRecord | undefined> {
  const { rows } = await ctx.client.query<OfferRecord>(
    `${LISTED} where o.elder_id = $1 and o.scheme = $2 and o.status in ('found', 'notified')`,
    [elderId, scheme],
  );
  return rows[0];
}

export type FoundOffer = {
  /** Set when stored. */
  offerId?: string;
  elderId: string;
  areaCode: string;
  scheme: OfferedScheme;
  amountFen: number;
  sentence: string;
};

/** New offers of one page; a declined or claimed one stays as it is. Answers how many are new. */
export async function upsertOffers(ctx: Context, month: string, found: readonly FoundOffer[]): Promise<FoundOffer[]> {
  if (found.length === 0) return [];
  const { rows } = await ctx.client.query<{ elder_id: string; scheme: OfferedScheme; offer_id: string }>(
    `insert into benefit_offers as o (elder_id, offer_id, area_code, happened_area, scheme, status, month, amount_fen, sentence, found_at)
     select r.elder, r.id, r.area, r.area, r.scheme, 'found', $6, r.fen, r.sentence, $7
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $8::text[]) as r (elder, id, area, scheme, fen, sentence)
     on conflict (elder_id, scheme) do update set status = 'found', month = excluded.month, amount_fen = excluded.amount_fen,
       sentence = excluded.sentence, found_at = excluded.found_at where o.status = 'lapsed'
     returning o.elder_id, o.scheme, o.offer_id`,
    [
      ...[found.map(f => f.elderId), found.map(() => newId()), found.map(f => f.areaCode), found.map(f => f.scheme)],
      ...[found.map(f => f.amountFen), month, ctx.now, found.map(f => f.sentence)],
    ],
  );
  const fresh = new Map(rows.map(row => [`${row.elder_id} ${row.scheme}`, row.offer_id]));
  return found.flatMap(f => {
    const offerId = fresh.get(`${f.elderId} ${f.scheme}`);
    return offerId ? [{ ...f, offerId }] : [];
  });
}

/** Open offers that the month no longer confirms; answers which of them were still open. */
export async function lapseOffers(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.client.query<{ offer_id: string }>(
    `update benefit_offers set status = 'lapsed' where offer_id = any($1::uuid[]) and status in ('found', 'notified')
     returning offer_id`,
    [ids],
  );
  return rows.map(row => row.offer_id);
}

/** People on the register of a range of areas: what a run over all of them counts to. */
export async function countElders(ctx: Context, range: { from: string; to: string }): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elders_v_brief
     where area_code >= $1 and area_code < $2 and status not in ('deceased', 'moved-out')`,
    [range.from, range.to],
  );
  return rows[0]?.n ?? 0;
}
