import type { UseKind } from '#contracts/subsidy-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type UseRecord = {
  use_id: string;
  kind: UseKind;
  facility_id: string;
  facility_name: string;
  organisation_id: string | null;
  area_code: string;
  elder_id: string;
  elder_name: string;
  from_on: string;
  to_on: string | null;
  number: string | null;
  bill_fen: number | null;
  ended_because: string | null;
  entered_by: string;
  entered_at: string;
  withdrawn_by: string | null;
  withdrawn_because: string | null;
};

type Filter = { kind: string | null; facilityId: string | null; month: string | null };
const WHERE = `($1::text is null or kind = $1) and ($2::uuid is null or facility_id = $2)
  and ($3::text is null or (from_on < ($3 || '-01')::date + interval '1 month' and (to_on is null or to_on >= ($3 || '-01')::date)))`;
const valuesOf = (f: Filter) => [f.kind, f.facilityId, f.month];

export async function listUses(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<UseRecord[]> {
  const { rows } = await ctx.client.query<UseRecord>(
    `select * from place_uses where ${WHERE} and ($4::timestamptz is null or (entered_at, use_id) < ($4, $5::uuid))
     order by entered_at desc, use_id desc limit $6`,
    [...valuesOf(filter), filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countUses(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from place_uses where ${WHERE} limit 10000) c`,
    valuesOf(filter),
  );
  return rows[0]?.n ?? 0;
}

export async function findUse(ctx: Context, id: string): Promise<UseRecord | undefined> {
  const { rows } = await ctx.client.query<UseRecord>('select * from place_uses where use_id = $1 for update', [id]);
  return rows[0];
}

export type PlaceRecord = {
  facility_id: string;
  kind: string;
  name: string;
  area_code: string;
  organisation_id: string | null;
  operator_name: string | null;
  star: number | null;
  opened_on: string | null;
  status: string;
  beds: number | null;
};

/** Open places of the caller: an organisation's own, else those of the area. */
export async function listPlaces(
  ctx: Context,
  of: { kinds: readonly string[]; organisationId: string | null; ids?: readonly string[] },
): Promise<PlaceRecord[]> {
  const { rows } = await ctx.client.query<PlaceRecord>(
    `select facility_id, kind, name, area_code, organisation_id, operator_name, star, opened_on, status, beds from facilities_v_facts
     where kind = any($1::text[]) and status in ('operating', 'suspended') and ($2::uuid is null or organisation_id = $2)
       and ($3::uuid[] is null or facility_id = any($3)) order by area_code, name limit 2000`,
    [of.kinds, of.organisationId, of.ids ?? null],
  );
  return rows;
}

/** Why this person's use cannot stand beside what is recorded: another open one, or a meal of the same day. */
export async function findClash(
  ctx: Context,
  of: { elderId: string; kind: UseKind; fromOn: string; toOn: string | null },
): Promise<{ facility_name: string; from_on: string } | undefined> {
  const { rows } = await ctx.client.query<{ facility_name: string; from_on: string }>(
    `select facility_name, from_on from place_uses where elder_id = $1 and kind = $2 and withdrawn_at is null
       and (to_on is null or to_on >= $3::date) and ($4::date is null or from_on <= $4::date) limit 1`,
    [of.elderId, of.kind, of.fromOn, of.toOn],
  );
  return rows[0];
}

type Later = 'ended_because' | 'entered_by' | 'entered_at' | 'withdrawn_by' | 'withdrawn_because';
type NewUse = Omit<UseRecord, Later>;

export async function insertUse(ctx: Context, row: NewUse) {
  await ctx.client.query(
    `insert into place_uses (use_id, kind, facility_id, facility_name, organisation_id, area_code, happened_area, elder_id,
       elder_name, from_on, to_on, number, bill_fen, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[row.use_id, row.kind, row.facility_id, row.facility_name, row.organisation_id, row.area_code, row.elder_id],
      ...[row.elder_name, row.from_on, row.to_on, row.number, row.bill_fen, ctx.actor.name, ctx.now],
    ],
  );
}

export async function endUse(ctx: Context, id: string, of: { toOn: string; because: string }): Promise<void> {
  await ctx.client.query('update place_uses set to_on = $2, ended_because = $3 where use_id = $1', [
    id,
    of.toOn,
    of.because,
  ]);
}

/** Entered by mistake; the row stays, nothing counts it any more. */
export async function withdrawUse(ctx: Context, id: string, because: string): Promise<void> {
  await ctx.client.query(
    'update place_uses set withdrawn_because = $2, withdrawn_by = $3, withdrawn_at = $4 where use_id = $1',
    [id, because, ctx.actor.name, ctx.now],
  );
}

/** The death or the move was a mistake: what ended by it goes on. */
export async function reopenUsesOf(ctx: Context, of: { elderId: string; because: string }): Promise<void> {
  await ctx.client.query(
    `update place_uses u set to_on = null, ended_because = null where u.elder_id = $1 and u.ended_because = $2 and u.withdrawn_at is null and not exists
       (select from place_uses s where s.elder_id = $1 and s.kind = u.kind and s.to_on is null and s.withdrawn_at is null)`,
    [of.elderId, of.because],
  );
}

/** A death or a move ends agreements and stays on its day. */
export async function endUsesOf(ctx: Context, of: { elderId: string; on: string; because: string }): Promise<void> {
  await ctx.client.query(
    `update place_uses set to_on = greatest(from_on, $2::date), ended_because = $3
     where elder_id = $1 and kind <> 'meal' and to_on is null and withdrawn_at is null`,
    [of.elderId, of.on, of.because],
  );
}
