import type pg from 'pg';
import type { NeedStatus } from '#contracts/need-lifecycle.ts';
import type { NeedSource } from '#contracts/needs.ts';
import type { FoundNeed } from '#contracts/visits.ts';
import type { Context } from '#platform/http/context.ts';

export type NeedRow = {
  elder_id: string;
  need_id: string;
  area_code: string;
  elder_name: string;
  kind: FoundNeed;
  item_code: string | null;
  item_name: string | null;
  text: string | null;
  urgent: boolean;
  source: NeedSource;
  visit_id: string | null;
  found_on: string;
  found_by: string;
  status: NeedStatus;
  note: string | null;
  stepped_by: string | null;
  stepped_at: string | null;
  order_id: string | null;
  /** The station (else the centre) that answers for the community. */
  organisation_id: string | null;
};

export type NeedFilter = {
  range: { from: string; to: string };
  status?: NeedStatus | undefined;
  kind?: FoundNeed | undefined;
  elderId?: string | undefined;
};
const WHERE = `where area_code >= $1 and area_code < $2 and ($3::text is null or status = $3) and ($4::text is null or kind = $4)
     and ($5::uuid is null or elder_id = $5)`;
const values = ({ range, status, kind, elderId }: NeedFilter) => [
  ...[range.from, range.to, status ?? null, kind ?? null, elderId ?? null],
];
/** Open ones first, of these the urgent, then the longest waiting: one text to page by. */
const PLACE =
  "(case when status in ('unmet', 'matching') then '0' else '1' end || case when urgent then '0' else '1' end || found_on::text)";

export async function listNeeds(
  ctx: Context,
  filter: NeedFilter,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<(NeedRow & { place: string })[]> {
  const { rows } = await ctx.client.query<NeedRow & { place: string }>(
    `select *, ${PLACE} as place from service_needs ${WHERE} and ($6::text is null or (${PLACE}, need_id) > ($6, $7::uuid))
     order by ${PLACE}, need_id limit $8`,
    [...values(filter), page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countNeeds(ctx: Context, filter: NeedFilter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from service_needs ${WHERE}`,
    values(filter),
  );
  return rows[0]?.n ?? 0;
}

export type NeedSum = { prefix: string | null; kind: FoundNeed | null; status: NeedStatus; n: number };

/** By the first digits of the area, by kind, and all of them, each counted for itself. */
export async function sumNeeds(ctx: Context, filter: NeedFilter, digits: number): Promise<NeedSum[]> {
  const { rows } = await ctx.client.query<NeedSum>(
    `select substr(area_code, 1, $6) as prefix, kind, status, count(*)::int as n from service_needs ${WHERE}
     group by grouping sets ((1, 3), (2, 3), (3))`,
    [...values(filter), digits],
  );
  return rows;
}

export async function lockNeed(ctx: Context, needId: string): Promise<NeedRow | undefined> {
  const { rows } = await ctx.client.query<NeedRow>('select * from service_needs where need_id = $1 for update', [
    needId,
  ]);
  return rows[0];
}

export async function needsOfOrder(ctx: Context, orderId: string): Promise<NeedRow[]> {
  const { rows } = await ctx.client.query<NeedRow>('select * from service_needs where order_id = $1 for update', [
    orderId,
  ]);
  return rows;
}

export async function openNeedsOf(ctx: Context, elderId: string): Promise<NeedRow[]> {
  const { rows } = await ctx.client.query<NeedRow>(
    "select * from service_needs where elder_id = $1 and status in ('unmet', 'matching') for update",
    [elderId],
  );
  return rows;
}

/** False where the same need of the person is still open; what is said of it now is then kept with it. */
export async function insertNeed(ctx: Context, row: NeedRow): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into service_needs (elder_id, need_id, area_code, elder_name, kind, item_code, item_name, text, urgent, source, visit_id,
       found_on, found_by, status, organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (elder_id, kind, coalesce(item_code, '')) where status in ('unmet', 'matching') do nothing`,
    [
      ...[row.elder_id, row.need_id, row.area_code, row.elder_name, row.kind, row.item_code, row.item_name, row.text],
      ...[row.urgent, row.source, row.visit_id, row.found_on, row.found_by, row.status, row.organisation_id],
    ],
  );
  return rowCount === 1;
}

type Set = { status: NeedStatus; note: string | null; orderId: string | null };

export async function setNeed(ctx: Context, needId: string, { status, note, orderId }: Set): Promise<NeedRow> {
  const { rows } = await ctx.client.query<NeedRow>(
    `update service_needs set status = $2, note = $3, order_id = $4, stepped_by = $5, stepped_at = $6 where need_id = $1 returning *`,
    [needId, status, note, orderId, ctx.actor.name, ctx.now],
  );
  const row = rows[0];
  if (!row) throw new Error('update returning answers the locked row');
  return row;
}

/** Is the same need of the person open in another row? */
export async function isOpenElsewhere(ctx: Context, row: NeedRow): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `select 1 from service_needs where elder_id = $1 and kind = $2 and item_code is not distinct from $3 and need_id <> $4
       and status in ('unmet', 'matching')`,
    [row.elder_id, row.kind, row.item_code, row.need_id],
  );
  return (rowCount ?? 0) > 0;
}

type Place = { elderId: string; areaCode: string; organisationId: string | null };

export async function moveNeeds(ctx: Context, to: Place): Promise<void> {
  await ctx.client.query('update service_needs set area_code = $2, organisation_id = $3 where elder_id = $1', [
    to.elderId,
    to.areaCode,
    to.organisationId,
  ]);
}

/** Brief of a person in reach (published view of elders). */
export async function findPerson(
  ctx: Context,
  elderId: string,
): Promise<{ area_code: string; name: string; status: string } | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string; name: string; status: string }>(
    'select area_code, name, status from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0];
}

/** For loaders, as batch: what 18 months of visits found, with what became of it. */
export async function insertNeeds(client: pg.ClientBase, rows: readonly NeedRow[]): Promise<void> {
  await client.query(
    'insert into service_needs select * from jsonb_populate_recordset(null::service_needs, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
