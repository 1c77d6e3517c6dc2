import type { CorrectionSource } from '#contracts/elders/correction-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type TrustRow = {
  trust_id: string;
  area_code: string;
  source_kind: Extract<CorrectionSource, 'hukou' | 'disability' | 'hardship' | 'death' | 'insurance'>;
  fields: string[];
  basis: string;
  from_on: string;
  to_on: string | null;
  allowed_by: string;
  allowed_by_name: string;
  allowed_at: string;
  ended_by_name: string | null;
};

export async function listTrusts(ctx: Context): Promise<TrustRow[]> {
  const { rows } = await ctx.client.query<TrustRow>(
    'select * from elder_source_trusts order by to_on nulls first, allowed_at desc, trust_id limit 200',
  );
  return rows;
}

export async function insertTrust(
  ctx: Context,
  row: Pick<TrustRow, 'trust_id' | 'source_kind' | 'fields' | 'basis' | 'from_on'>,
): Promise<void> {
  const { accountId, name, areaCode } = ctx.actor;
  await ctx.client.query(
    `insert into elder_source_trusts (trust_id, area_code, source_kind, fields, basis, from_on, allowed_by, allowed_by_name, allowed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.trust_id, areaCode, row.source_kind, JSON.stringify(row.fields), row.basis, row.from_on],
      ...[accountId, name, ctx.now],
    ],
  );
}

/** Ends after today; the day's own decisions stand. */
export async function endTrust(ctx: Context, id: string): Promise<TrustRow | undefined> {
  const { rows } = await ctx.client.query<TrustRow>(
    `update elder_source_trusts set to_on = $2, ended_by_name = $3 where trust_id = $1 and to_on is null returning *`,
    [id, ctx.today, ctx.actor.name],
  );
  return rows[0];
}
