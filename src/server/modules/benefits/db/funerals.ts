import type { FuneralStatus } from '#contracts/benefits/funeral.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type FuneralRecord = {
  elder_id: string;
  claim_id: string;
  area_code: string;
  elder_name: string;
  died_on: string;
  status: FuneralStatus;
  amount_fen: number;
  offered_at: string;
  claimant: string | null;
  relation: string | null;
  certificate: string | null;
  other_funeral_benefit: boolean | null;
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_on: string | null;
  decided_by_name: string | null;
  note: string | null;
  paid_on: string | null;
  voucher: string | null;
};
export type ListedFuneral = FuneralRecord & {
  due_on: string | null;
  hukou_in_beijing: boolean;
  hukou_area_code: string;
};

const LISTED = `select f.*, e.hukou_in_beijing, e.hukou_area_code,
    (select min(d.due_on) from due_items d where d.subject_id = f.claim_id and d.closed_at is null) as due_on
  from funeral_claims f join elders_v_brief e on e.elder_id = f.elder_id`;

export async function findFuneral(ctx: Context, id: string, lock = false): Promise<ListedFuneral | undefined> {
  const { rows } = await ctx.client.query<ListedFuneral>(
    `${LISTED} where f.claim_id = $1${lock ? ' for update of f' : ''}`,
    [id],
  );
  return rows[0];
}

export async function findFuneralOf(ctx: Context, elderId: string): Promise<ListedFuneral | undefined> {
  const { rows } = await ctx.client.query<ListedFuneral>(`${LISTED} where f.elder_id = $1`, [elderId]);
  return rows[0];
}

type Filter = { status: string | null; elderId: string | null };

export async function listFunerals(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<FuneralRecord[]> {
  const { rows } = await ctx.client.query<FuneralRecord>(
    `select * from funeral_claims where ($1::text is null or status = $1) and ($2::uuid is null or elder_id = $2)
       and ($3::timestamptz is null or (offered_at, claim_id) < ($3, $4::uuid))
     order by offered_at desc, claim_id desc limit $5`,
    [filter.status, filter.elderId, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countFunerals(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from funeral_claims where ($1::text is null or status = $1)
       and ($2::uuid is null or elder_id = $2) limit 10000) c`,
    [filter.status, filter.elderId],
  );
  return rows[0]?.n ?? 0;
}

type New = { elderId: string; areaCode: string; name: string; diedOn: string; amountFen: number };

/** Null where one stands already; only one that lapsed with a corrected death is offered again. */
export async function insertFuneral(ctx: Context, row: New): Promise<string | null> {
  const { rows } = await ctx.client.query<{ claim_id: string }>(
    `insert into funeral_claims as f (elder_id, claim_id, area_code, happened_area, elder_name, died_on, status, amount_fen, offered_at)
     values ($1, $2, $3, $3, $4, $5, 'offered', $6, $7)
     on conflict (elder_id) do update set status = 'offered', died_on = excluded.died_on, amount_fen = excluded.amount_fen,
       -- What was paid was another claim: the new one is put to payment by its own number.
       claim_id = case when f.voucher is null then f.claim_id else excluded.claim_id end, voucher = null, paid_on = null,
       paid_by_name = null, offered_at = excluded.offered_at, claimed_by = null, decided_by = null, note = null
     where f.status = 'lapsed'
     returning claim_id`,
    [row.elderId, newId(), row.areaCode, row.name, row.diedOn, row.amountFen, ctx.now],
  );
  return rows[0]?.claim_id ?? null;
}

type Change = Partial<FuneralRecord> & { decided_by?: string; decided_at?: string; paid_by_name?: string };

export async function setFuneral(ctx: Context, row: FuneralRecord, change: Change): Promise<void> {
  const entries = Object.entries(change);
  const sets = entries.map(([name], at) => `${name} = $${at + 2}`).join(', ');
  await ctx.client.query(`update funeral_claims set ${sets} where elder_id = $1`, [
    row.elder_id,
    ...entries.map(([, value]) => value),
  ]);
}
