import type { CheckStatus } from '#contracts/payments/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type CheckRecord = {
  elder_id: string;
  check_id: string;
  area_code: string;
  payer_code: string;
  cycle_id: string;
  elder_name: string;
  amount_fen: number;
  seed: string;
  draw: number;
  status: CheckStatus;
  note: string | null;
  answered_by: string | null;
};

export async function listChecks(ctx: Context, cycleId: string): Promise<CheckRecord[]> {
  const { rows } = await ctx.client.query<CheckRecord>(
    'select * from payment_checks where cycle_id = $1 order by draw',
    [cycleId],
  );
  return rows;
}

/** The order of the draw: SHA-256 of seed and transfer number. Anybody with the seed and the list draws the same people. */
const DRAW = "sha256(convert_to($2 || t.number, 'UTF8'))";

export async function insertDraw(
  ctx: Context,
  of: { cycleId: string; seed: string; count: number },
): Promise<CheckRecord[]> {
  const { rows } = await ctx.client.query<CheckRecord>(
    `insert into payment_checks (elder_id, check_id, area_code, payer_code, cycle_id, elder_name, amount_fen, seed, draw, status, drawn_at)
     select t.elder_id, gen_random_uuid(), t.area_code, t.payer_code, $1, l.name, t.amount_fen, $2,
       row_number() over (order by ${DRAW}), 'drawn', $4
     from payment_transfers t
     join (select elder_id, min(elder_name) as name from payment_lines where cycle_id = $1 group by 1) l on l.elder_id = t.elder_id
     where t.cycle_id = $1 and t.status = 'paid' and t.elder_id is not null order by ${DRAW} limit $3 returning *`,
    [of.cycleId, of.seed, of.count, ctx.now],
  );
  return rows;
}

export async function findCheck(ctx: Context, id: string): Promise<CheckRecord | undefined> {
  const { rows } = await ctx.client.query<CheckRecord>('select * from payment_checks where check_id = $1 for update', [
    id,
  ]);
  return rows[0];
}

export const setCheck = (ctx: Context, id: string, given: { status: CheckStatus; note: string | null }) =>
  ctx.client.query(
    'update payment_checks set status = $2, note = $3, answered_by = $4, answered_at = $5 where check_id = $1',
    [...[id, given.status, given.note, ctx.actor.name, ctx.now]],
  );

export async function listAllChecks(
  ctx: Context,
  asked: { status: string | null; after: { sort: string; id: string } | undefined; limit: number },
): Promise<(CheckRecord & { drawn_at: string })[]> {
  const { rows } = await ctx.client.query<CheckRecord & { drawn_at: string }>(
    `select * from payment_checks where ($1::text is null or status = $1)
       and ($2::timestamptz is null or (drawn_at, check_id) < ($2, $3::uuid))
     order by drawn_at desc, check_id desc limit $4`,
    [asked.status, asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function countChecks(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from payment_checks where ($1::text is null or status = $1)',
    [status],
  );
  return rows[0]?.n ?? 0;
}
