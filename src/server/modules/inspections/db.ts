import type { CheckResult, CheckStatus, DrawStatus } from '#contracts/inspection-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type DrawRecord = {
  draw_id: string;
  area_code: string;
  title: string;
  from_on: string;
  to_on: string;
  wanted: number;
  seed: string;
  seed_published_at: string;
  status: DrawStatus;
  drawn_at: string | null;
  population: number | null;
  population_digest: string | null;
  made_by: string;
  done: number;
  total: number;
};

const DRAW = `select d.*,
    (select count(*)::integer from inspection_checks c where c.draw_id = d.draw_id) as total,
    (select count(*)::integer from inspection_checks c where c.draw_id = d.draw_id and c.status = 'closed') as done
  from inspection_draws d`;

export async function listDraws(
  ctx: Context,
  status: DrawStatus | undefined,
  page: { limit: number; offset: number },
): Promise<DrawRecord[]> {
  const { rows } = await ctx.client.query<DrawRecord>(
    `${DRAW} where $1::text is null or d.status = $1 order by d.seed_published_at desc, d.draw_id desc limit $2 offset $3`,
    [status ?? null, page.limit, page.offset],
  );
  return rows;
}

export async function countDraws(ctx: Context, status: DrawStatus | undefined): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::integer as n from inspection_draws where $1::text is null or status = $1',
    [status ?? null],
  );
  return rows[0]?.n ?? 0;
}

/** What may be published of draws, through a look-up function: no record, no person. */
export async function listPublished(ctx: Context) {
  const { rows } = await ctx.client.query<Omit<DrawRecord, 'made_by' | 'done' | 'total'>>(
    'select * from inspections_published_draws()',
  );
  return rows;
}

export async function findDraw(ctx: Context, id: string, lock = false): Promise<DrawRecord | undefined> {
  if (lock) await ctx.client.query('select 1 from inspection_draws where draw_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<DrawRecord>(`${DRAW} where d.draw_id = $1`, [id]);
  return rows[0];
}

export type NewDraw = {
  id: string;
  areaCode: string;
  title: string;
  from: string;
  to: string;
  wanted: number;
  seed: string;
};

export async function insertDraw(ctx: Context, d: NewDraw): Promise<void> {
  await ctx.client.query(
    `insert into inspection_draws (draw_id, area_code, title, from_on, to_on, wanted, seed, seed_published_at, status, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'announced', $9)`,
    [d.id, d.areaCode, d.title, d.from, d.to, d.wanted, d.seed, ctx.now, ctx.actor.name],
  );
}

export const setDraw = (
  ctx: Context,
  id: string,
  to: { status: DrawStatus; population: number | null; digest: string | null },
) =>
  ctx.client.query(
    `update inspection_draws set status = $2, drawn_at = case when $2 = 'drawn' then $3::timestamptz end, population = $4,
       population_digest = $5 where draw_id = $1`,
    [id, to.status, ctx.now, to.population, to.digest],
  );

export type Settled = {
  record_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  happened_area: string;
  provider_id: string;
  item_code: string;
  served_on: string;
  minutes: number;
  line_fen: number;
};

/** Current records with a standing settlement line, served in the period, inside a range of codes, in the order of their ids. */
export async function listSettled(ctx: Context, of: { from: string; to: string; areaFrom: string; areaTo: string }) {
  const { rows } = await ctx.client.query<Settled>(
    `select r.record_id, r.order_id, r.elder_id, r.area_code, r.happened_area, r.provider_id, r.item_code, r.served_on, r.minutes,
       l.total_fen as line_fen
     from service_records_v_facts r join settle_lines_v_facts l on l.record_id = r.record_id and l.kind = 'charge'
     where r.current and r.served_on >= $1 and r.served_on <= $2 and r.area_code >= $3 and r.area_code < $4
       and not exists (select from settle_lines_v_facts v where v.record_id = r.record_id and v.kind = 'void')
     order by r.record_id`,
    [of.from, of.to, of.areaFrom, of.areaTo],
  );
  return rows;
}

type NewCheck = { drawId: string; position: number; settled: Settled; itemName: string; providerName: string };

export async function insertCheck(ctx: Context, of: NewCheck): Promise<string> {
  const { drawId, position, settled: s } = of;
  const id = newId();
  await ctx.client.query(
    `insert into inspection_checks (check_id, draw_id, position, record_id, order_id, elder_id, area_code, happened_area,
       provider_id, provider_name, item_code, item_name, served_on, recorded_minutes, line_fen, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'drawn')`,
    [
      ...[id, drawId, position, s.record_id, s.order_id, s.elder_id, s.area_code, s.happened_area],
      ...[s.provider_id, of.providerName, s.item_code, of.itemName, s.served_on, s.minutes, s.line_fen],
    ],
  );
  return id;
}

export type CheckRecord = {
  check_id: string;
  draw_id: string;
  draw_title: string;
  position: number;
  record_id: string;
  order_id: string;
  elder_id: string;
  area_code: string;
  item_code: string;
  item_name: string;
  provider_id: string;
  provider_name: string;
  served_on: string;
  recorded_minutes: number;
  line_fen: number;
  status: CheckStatus;
  result: CheckResult | null;
  found_minutes: number | null;
  evidence: string | null;
  checked_by: string | null;
  checked_at: string | null;
  corrected_record_id: string | null;
  corrected_at: string | null;
  figures: { code: string; before: number; after: number }[];
};

const CHECK = `select c.*, d.title as draw_title from inspection_checks c join inspection_draws d on d.draw_id = c.draw_id`;

type Wishes = { drawId: string | undefined; status: CheckStatus | undefined };

export async function listChecks(
  ctx: Context,
  wishes: Wishes,
  page: { limit: number; offset: number },
): Promise<CheckRecord[]> {
  const { rows } = await ctx.client.query<CheckRecord>(
    `${CHECK} where ($1::uuid is null or c.draw_id = $1) and ($2::text is null or c.status = $2)
     order by d.drawn_at desc, c.position limit $3 offset $4`,
    [wishes.drawId ?? null, wishes.status ?? null, page.limit, page.offset],
  );
  return rows;
}

export async function countChecks(ctx: Context, drawId: string | undefined): Promise<Map<CheckStatus, number>> {
  const { rows } = await ctx.client.query<{ status: CheckStatus; n: number }>(
    'select status, count(*)::integer as n from inspection_checks where $1::uuid is null or draw_id = $1 group by status',
    [drawId ?? null],
  );
  return new Map(rows.map(row => [row.status, row.n]));
}

export async function findCheck(ctx: Context, id: string, lock = false): Promise<CheckRecord | undefined> {
  if (lock) await ctx.client.query('select 1 from inspection_checks where check_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<CheckRecord>(`${CHECK} where c.check_id = $1`, [id]);
  return rows[0];
}

export const setStatus = (ctx: Context, id: string, status: CheckStatus) =>
  ctx.client.query('update inspection_checks set status = $2 where check_id = $1', [id, status]);

type NewResult = { status: CheckStatus; result: CheckResult; foundMinutes: number | null; evidence: string };
export const setResult = (ctx: Context, id: string, r: NewResult) =>
  ctx.client.query(
    `update inspection_checks set status = $2, result = $3, found_minutes = $4, evidence = $5, checked_by = $6, checked_at = $7
     where check_id = $1`,
    [id, r.status, r.result, r.foundMinutes, r.evidence, ctx.actor.name, ctx.now],
  );

type NewCorrection = { status: CheckStatus; recordId: string; figures: readonly unknown[] };
export const setCorrection = (ctx: Context, id: string, c: NewCorrection) =>
  ctx.client.query(
    `update inspection_checks set status = $2, corrected_record_id = $3, corrected_at = $4, figures = $5 where check_id = $1`,
    [id, c.status, c.recordId, ctx.now, JSON.stringify(c.figures)],
  );

export type LineRow = { line_id: string; kind: 'charge' | 'void'; total_fen: number; record_id: string };

export async function listLines(ctx: Context, orderId: string): Promise<LineRow[]> {
  const { rows } = await ctx.client.query<LineRow>(
    'select line_id, kind, total_fen, record_id from settle_lines_v_facts where order_id = $1 order by line_id',
    [orderId],
  );
  return rows;
}

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['inspection_checks'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
