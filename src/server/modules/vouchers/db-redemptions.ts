import type { RedemptionKind, VoucherStatementStatus } from '#contracts/voucher-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { addMonths } from '#shared/dates.ts';

export type RedemptionRow = {
  elder_id: string;
  redemption_id: string;
  voucher_id: string;
  scheme_id: string;
  scheme_name: string;
  area_code: string;
  payer_code: string;
  kind: RedemptionKind;
  amount_fen: number;
  returns_id: string | null;
  provider_id: string;
  provider_name: string;
  order_id: string;
  record_id: string;
  item_code: string;
  item_name: string;
  elder_name: string;
  served_on: string;
  reason: string;
  made_at: string;
  statement_id: string | null;
};

export async function insertRedemption(ctx: Context, row: RedemptionRow): Promise<void> {
  await ctx.db.insertInto('voucher_redemptions').values(row).execute();
}

/** What a record was paid with and has not been given back. */
export async function listOfRecord(ctx: Context, recordId: string): Promise<RedemptionRow[]> {
  const { rows } = await ctx.client.query<RedemptionRow>(
    `select * from voucher_redemptions r where record_id = $1 and kind = 'redeem'
       and not exists (select from voucher_redemptions b where b.returns_id = r.redemption_id) order by redemption_id`,
    [recordId],
  );
  return rows;
}

type Filter = {
  month?: string | undefined;
  schemeId?: string | undefined;
  providerId?: string | undefined;
  orderId?: string | undefined;
  elderId?: string | undefined;
};
const WHERE = `($1::date is null or (served_on >= $1 and served_on < $2)) and ($3::uuid is null or scheme_id = $3)
  and ($4::uuid is null or provider_id = $4) and ($5::uuid is null or order_id = $5) and ($6::uuid is null or elder_id = $6)`;
const valuesOf = ({ month, schemeId, providerId, orderId, elderId }: Filter) => [
  ...(month ? [`${month}-01`, addMonths(`${month}-01`, 1)] : [null, null]),
  ...[schemeId ?? null, providerId ?? null, orderId ?? null, elderId ?? null],
];

export async function listRedemptions(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<RedemptionRow[]> {
  const { rows } = await ctx.client.query<RedemptionRow>(
    `select * from voucher_redemptions where ${WHERE} and ($7::timestamptz is null or (made_at, redemption_id) < ($7, $8::uuid))
     order by made_at desc, redemption_id desc limit $9`,
    [...valuesOf(filter), filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function sumRedemptions(ctx: Context, filter: Filter) {
  const { rows } = await ctx.client.query<{ n: number; fen: number; elders: number; providers: number }>(
    `select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen, count(distinct elder_id)::int as elders,
       count(distinct provider_id)::int as providers from voucher_redemptions where ${WHERE}`,
    valuesOf(filter),
  );
  return rows[0] ?? { n: 0, fen: 0, elders: 0, providers: 0 };
}

export type StatementRow = {
  statement_id: string;
  area_code: string;
  provider_id: string;
  provider_name: string;
  month: string;
  amount_fen: number;
  redemptions: number;
  status: VoucherStatementStatus;
  made_by_name: string;
  made_at: string;
  paid_on: string | null;
};

export async function listStatements(
  ctx: Context,
  of: { status: string | null; after: { sort: string; id: string } | undefined; limit: number },
): Promise<StatementRow[]> {
  const { rows } = await ctx.client.query<StatementRow>(
    `select * from voucher_statements where ($1::text is null or status = $1)
       and ($2::timestamptz is null or (made_at, statement_id) < ($2, $3::uuid))
     order by made_at desc, statement_id desc limit $4`,
    [of.status, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countStatements(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from voucher_statements where $1::text is null or status = $1',
    [status],
  );
  return rows[0]?.n ?? 0;
}

/** Owed to each provider and on no statement yet, as far as the caller reaches. */
export async function listOpen(ctx: Context) {
  const { rows } = await ctx.client.query<{ provider_id: string; name: string; fen: number; n: number }>(
    `select provider_id, max(provider_name) as name, sum(amount_fen)::bigint as fen, count(*)::int as n from voucher_redemptions
     where statement_id is null group by provider_id having sum(amount_fen) <> 0 order by 2, 1`,
  );
  return rows;
}

/**
 * One statement a provider of what this district owes for services up to the end of the month. Its redemptions are marked in
 * the same statement; who asks at the same moment waits and finds none. Below zero it waits for later redemptions.
 */
export async function insertStatements(
  ctx: Context,
  of: { payerCode: string; month: string },
): Promise<StatementRow[]> {
  const { rows } = await ctx.client.query<StatementRow>(
    `with open as materialized (
       select elder_id, redemption_id, provider_id, provider_name, amount_fen from voucher_redemptions
       where payer_code = $1 and statement_id is null and served_on < $2 for update),
     sums as materialized (
       select gen_random_uuid() as id, provider_id, max(provider_name) as name, sum(amount_fen)::bigint as fen, count(*)::int as n
       from open group by provider_id having sum(amount_fen) > 0),
     marked as (
       update voucher_redemptions r set statement_id = s.id from open o join sums s on s.provider_id = o.provider_id
       where r.elder_id = o.elder_id and r.redemption_id = o.redemption_id)
     insert into voucher_statements (statement_id, area_code, provider_id, provider_name, month, amount_fen, redemptions, status,
       made_by_name, made_at)
     select id, $1, provider_id, name, $3, fen, n, 'submitted', $4, $5 from sums returning *`,
    [of.payerCode, addMonths(`${of.month}-01`, 1), of.month, ctx.actor.name, ctx.now],
  );
  return rows;
}

export async function setPaid(ctx: Context, id: string, on: string): Promise<StatementRow | undefined> {
  const { rows } = await ctx.client.query<StatementRow>(
    "update voucher_statements set status = 'paid', paid_on = $2 where statement_id = $1 and status = 'submitted' returning *",
    [id, on],
  );
  return rows[0];
}
