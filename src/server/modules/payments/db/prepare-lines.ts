import type { MonthlyScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import { OWED } from './owed.ts';

export type Preparing = { cycleId: string; payerCode: string; month: string; floor: string };

/** What is living of a person, scheme and month: money that went out or is about to; offsets are another matter. */
const LIVING = `select elder_id, scheme, month, sum(amount_fen)::bigint as fen from payment_lines
  where kind in ('regular', 'back-pay') and status in ('due', 'locked', 'sent', 'paid')`;

/** What an earlier attempt at this cycle wrote, when it was killed or sent back. */
export async function clearLines(ctx: Context, cycleId: string): Promise<void> {
  await ctx.client.query('delete from payment_transfers where cycle_id = $1', [cycleId]);
  await ctx.client.query(
    "delete from payment_lines where cycle_id = $1 and status in ('due', 'held', 'dropped', 'locked')",
    [cycleId],
  );
  await ctx.client.query('delete from payment_stops where cycle_id = $1', [cycleId]);
}

/**
 * The month's own lines: owed, paid by this district, nothing living yet. `former` is what the month before came to;
 * in a district's first cycle that month's determinations stand for it. Ids are random (many rows in one statement).
 */
export async function insertRegular(ctx: Context, of: Preparing): Promise<void> {
  await ctx.client.query(
    `with before as (
       select elder_id, scheme, sum(fen)::bigint as fen from (
           select elder_id, scheme, month, sum(amount_fen) as fen from payment_lines
             where kind in ('regular', 'back-pay') and status in ('sent', 'paid', 'failed') and month = $6 group by 1, 2, 3
         union all
         select elder_id, scheme, month, amount_fen from (${OWED({ payer: 2, from: 6, to: 6 })}) d where $4::text = $3::text
             and not exists (select from payment_lines p where p.elder_id = d.elder_id and p.scheme = d.scheme and p.month = d.month
               and p.kind in ('regular', 'back-pay') and p.status in ('sent', 'paid', 'failed'))) x
       group by 1, 2),
     ever as (select distinct elder_id, scheme from payment_lines where kind in ('regular', 'back-pay') and status in ('sent', 'paid') and month < $3)
     insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month,
       kind, cause, amount_fen, former_fen, determination_id, status, made_at)
     select d.elder_id, gen_random_uuid(), e.hukou_area_code, e.area_code, $2, $1, e.name, d.scheme, d.month, 'regular',
       case when b.fen is null then case when v.elder_id is null then 'new' else 'resumed' end
         when b.fen = d.amount_fen then 'same' when b.fen < d.amount_fen then 'raised' else 'lowered' end,
       d.amount_fen, b.fen, d.determination_id, 'due', $5
     from (${OWED({ payer: 2, from: 3, to: 3 })}) d join elders_v_brief e on e.elder_id = d.elder_id
     left join before b on b.elder_id = d.elder_id and b.scheme = d.scheme
     left join ever v on v.elder_id = d.elder_id and v.scheme = d.scheme
     where not exists (select from payment_lines l where l.elder_id = d.elder_id and l.scheme = d.scheme and l.month = d.month
         and l.kind <> 'offset' and l.status in ('due', 'locked', 'sent', 'paid'))
     on conflict do nothing`,
    [of.cycleId, of.payerCode, of.month, of.floor, ctx.now, before(of.month)],
  );
}

/** Earlier months that come to more than what went out: late applications, raised rates, money the bank sent back. */
export async function insertBackPay(ctx: Context, of: Preparing): Promise<void> {
  await ctx.client.query(
    `with living as (${LIVING} and month >= $4 and month <= $3 group by 1, 2, 3)
     insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month,
       kind, cause, amount_fen, former_fen, determination_id, status, made_at)
     select d.elder_id, gen_random_uuid(), e.hukou_area_code, e.area_code, $2, $1, e.name, d.scheme, d.month, 'back-pay',
       case when exists (select from payment_lines f where f.elder_id = d.elder_id and f.scheme = d.scheme and f.month = d.month
           and f.status in ('failed', 'held', 'dropped') and f.cycle_id <> $1) and l.fen is null then 'returned'
         when l.fen is null then 'late' else 'rate' end,
       d.amount_fen - coalesce(l.fen, 0), l.fen, d.determination_id, 'due', $5
     from (${OWED({ payer: 2, from: 4, to: 3 })}) d join elders_v_brief e on e.elder_id = d.elder_id
     left join living l on l.elder_id = d.elder_id and l.scheme = d.scheme and l.month = d.month
     where d.amount_fen > coalesce(l.fen, 0)
     on conflict do nothing`,
    [of.cycleId, of.payerCode, of.month, of.floor, ctx.now],
  );
}

/** Without an account, or with one the bank refused: the line waits, and the month is paid back once it is put right. */
export async function holdWithoutAccount(ctx: Context, cycleId: string): Promise<void> {
  await ctx.client.query(
    `update payment_lines l set status = 'held', status_reason =
       coalesce((select '上次银行退回（' || a.fault || '），账户还没有更正' from payments_v_payees a where a.payee_id = l.payee_id), '没有登记收款账户')
     where l.cycle_id = $1 and l.status = 'due'
       and not exists (select from payments_v_payees a where a.payee_id = l.payee_id and a.fault is null)`,
    [cycleId],
  );
}

export type Stopped = { elder_id: string; elder_name: string; area_code: string; scheme: MonthlyScheme; fen: number };

/** Paid the month before and not owed now. In a district's first cycle what was owed for that month speaks. */
export async function listStopped(ctx: Context, of: Preparing): Promise<Stopped[]> {
  const { rows } = await ctx.client.query<Stopped>(
    `select b.elder_id, e.name as elder_name, b.scheme, b.fen,
       -- Whose 户籍 has gone to another district: the one that paid must see the stop.
       case when left(e.hukou_area_code, 6) = left($1, 6) then e.hukou_area_code else $1 end as area_code
     from (select elder_id, scheme, sum(fen)::bigint as fen from (
         select elder_id, scheme, sum(amount_fen) as fen from payment_lines
           where payer_code = $1 and month = $4 and kind in ('regular', 'back-pay') and status in ('sent', 'paid') group by 1, 2
         union all
         select elder_id, scheme, amount_fen from (${OWED({ payer: 1, from: 4, to: 4 })}) o where $3::text = $2::text) x
       group by 1, 2) b
     join elders_v_brief e on e.elder_id = b.elder_id
     where not exists (select from (${OWED({ payer: 1, from: 2, to: 2 })}) d where d.elder_id = b.elder_id and d.scheme = b.scheme)
     order by e.name, b.elder_id`,
    [of.payerCode, of.month, of.floor, before(of.month)],
  );
  return rows;
}

export async function insertStops(
  ctx: Context,
  of: Preparing,
  rows: readonly (Stopped & { reason: string })[],
): Promise<void> {
  await ctx.client.query(
    `insert into payment_stops (elder_id, cycle_id, scheme, area_code, payer_code, elder_name, former_fen, reason)
     select r.elder, $1, r.scheme, r.area, $2, r.name, r.fen, r.reason
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[]) as r (elder, scheme, area, name, fen, reason)
     on conflict do nothing`,
    [
      ...[of.cycleId, of.payerCode, rows.map(r => r.elder_id), rows.map(r => r.scheme), rows.map(r => r.area_code)],
      ...[rows.map(r => r.elder_name), rows.map(r => r.fen), rows.map(r => r.reason)],
    ],
  );
}

/** The month before, as text. */
export function before(month: string): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 2;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
