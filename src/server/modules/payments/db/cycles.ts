import type { Selectable } from 'kysely';
import type { CycleStatus, LineCause, LineKind } from '#contracts/payments/lifecycle.ts';
import type { PaidScheme } from '#contracts/payments/payables.ts';
import type { PaymentCycles, PaymentResults } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';

export type CycleRecord = Omit<Selectable<PaymentCycles>, 'status'> & { status: CycleStatus };

export async function findCycle(ctx: Context, id: string, lock = false): Promise<CycleRecord | undefined> {
  const { rows } = await ctx.client.query<CycleRecord>(
    `select * from payment_cycles where cycle_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export type ListedCycle = CycleRecord & { people: number; total_fen: number; due_on: string | null };

const LISTED = `select c.*, coalesce(l.people, 0)::int as people, coalesce(l.fen, 0)::bigint as total_fen,
    (select min(i.due_on) from due_items i where i.subject_id = c.cycle_id and i.closed_at is null) as due_on
  from payment_cycles c
  left join lateral (select count(distinct payee_id) as people, sum(amount_fen) as fen from payment_lines p
    where p.cycle_id = c.cycle_id and p.status in ('due', 'locked', 'sent', 'paid', 'failed')) l on true`;

type Filter = { month: string | null; status: string | null };

export async function listCycles(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<ListedCycle[]> {
  const { rows } = await ctx.client.query<ListedCycle>(
    `${LISTED} where ($1::text is null or c.month = $1) and ($2::text is null or c.status = $2)
       and ($3::timestamptz is null or (c.prepared_at, c.cycle_id) < ($3, $4::uuid))
     order by c.prepared_at desc, c.cycle_id desc limit $5`,
    [filter.month, filter.status, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countCycles(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from payment_cycles where ($1::text is null or month = $1) and ($2::text is null or status = $2)',
    [filter.month, filter.status],
  );
  return rows[0]?.n ?? 0;
}

export async function findListed(ctx: Context, id: string): Promise<ListedCycle | undefined> {
  const { rows } = await ctx.client.query<ListedCycle>(`${LISTED} where c.cycle_id = $1`, [id]);
  return rows[0];
}

type NewCycle = { id: string; payerCode: string; month: string; round: number; floor: string };

/** False when the district has one open already. */
export async function insertCycle(ctx: Context, row: NewCycle): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into payment_cycles (cycle_id, area_code, month, round, floor_month, status, prepared_by, prepared_by_name, prepared_at)
     values ($1, $2, $3, $4, $5, 'preparing', $6, $7, $8) on conflict do nothing`,
    [...[row.id, row.payerCode, row.month, row.round, row.floor], ctx.actor.accountId, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}

/** The district's first month in this product, and how many rounds the month had. */
export async function roundsOf(ctx: Context, of: { payerCode: string; month: string }) {
  const { rows } = await ctx.client.query<{ floor: string | null; rounds: number; last: string | null }>(
    `select min(month) filter (where status <> 'cancelled') as floor,
       coalesce(max(round) filter (where month = $2), 0)::int as rounds,
       max(month) filter (where status <> 'cancelled') as last
     from payment_cycles where area_code = $1`,
    [of.payerCode, of.month],
  );
  return rows[0] ?? { floor: null, rounds: 0, last: null };
}

/** Sets what a step knows; the columns are named here and nowhere else. */
export async function setCycle(ctx: Context, id: string, set: Partial<CycleRecord>): Promise<void> {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined);
  const sql = entries.map(([name], at) => `${name} = $${at + 2}`).join(', ');
  await ctx.client.query(`update payment_cycles set ${sql} where cycle_id = $1`, [
    id,
    ...entries.map(([, value]) => value),
  ]);
}

type Sum = { n: number; fen: number };

/** Figures of one cycle, all from its lines and transfers. */
export async function sumCycle(ctx: Context, id: string) {
  const { client } = ctx;
  const live = "status in ('due', 'locked', 'sent', 'paid', 'failed')";
  const { rows: parts } = await client.query<Sum & { scheme: PaidScheme; kind: LineKind }>(
    `select scheme, kind, count(*)::int as n, sum(amount_fen)::bigint as fen from payment_lines
     where cycle_id = $1 and ${live} group by 1, 2 order by 1, 2`,
    [id],
  );
  const { rows: causes } = await client.query<Sum & { cause: LineCause }>(
    `select cause, count(*)::int as n, sum(amount_fen)::bigint as fen from payment_lines
     where cycle_id = $1 and ${live} group by 1 order by 1`,
    [id],
  );
  const { rows: held } = await client.query<Sum>(
    "select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen from payment_lines where cycle_id = $1 and status in ('held', 'dropped')",
    [id],
  );
  const { rows: stopped } = await client.query<Sum>(
    'select count(*)::int as n, coalesce(sum(former_fen), 0)::bigint as fen from payment_stops where cycle_id = $1',
    [id],
  );
  const { rows: transfers } = await client.query<Sum & { status: string }>(
    'select status, count(*)::int as n, sum(amount_fen)::bigint as fen from payment_transfers where cycle_id = $1 group by 1',
    [id],
  );
  return { parts, causes, held: held[0], stopped: stopped[0], transfers };
}

/** The same district's cycle of the month before, for “比上月”. */
export async function sumFormer(ctx: Context, of: { payerCode: string; month: string }): Promise<Sum | undefined> {
  const { rows } = await ctx.client.query<Sum>(
    `select count(distinct l.payee_id)::int as n, sum(l.amount_fen)::bigint as fen from payment_lines l
     where l.payer_code = $1 and l.month = $2 and l.status in ('sent', 'paid') having count(*) > 0`,
    [of.payerCode, of.month],
  );
  return rows[0];
}

export type ResultRecord = Omit<Selectable<PaymentResults>, 'problems'> & {
  problems: { row: number; because: string }[];
};

export async function listResults(ctx: Context, cycleId: string): Promise<ResultRecord[]> {
  const { rows } = await ctx.client.query<ResultRecord>(
    'select * from payment_results where cycle_id = $1 order by taken_at desc, result_id desc',
    [cycleId],
  );
  return rows;
}

/** Cycles whose file is at the bank and not answered in full. */
export async function listWaiting(ctx: Context): Promise<CycleRecord[]> {
  const { rows } = await ctx.client.query<CycleRecord>(
    "select * from payment_cycles where status = 'sent' order by sent_at",
  );
  return rows;
}
