import type { Context } from '#platform/http/context.ts';
import type { PersonRecord, StatementRecord } from './db-statements.ts';

/** The newest living statement of each place, scheme and month that the caller reaches. */
export async function listLatest(ctx: Context, month: string): Promise<StatementRecord[]> {
  const { rows } = await ctx.client.query<StatementRecord>(
    `select distinct on (facility_id, scheme) * from subsidy_statements where month = $1 and status <> 'cancelled'
     order by facility_id, scheme, round desc`,
    [month],
  );
  return rows;
}

type Of = Pick<StatementRecord, 'facility_id' | 'scheme' | 'month' | 'round'>;

/** The living rounds before this one, newest first. */
export async function listFormer(ctx: Context, of: Of): Promise<StatementRecord[]> {
  const { rows } = await ctx.client.query<StatementRecord>(
    `select * from subsidy_statements where facility_id = $1 and scheme = $2 and month = $3 and round < $4
       and status <> 'cancelled' order by round desc`,
    [of.facility_id, of.scheme, of.month, of.round],
  );
  return rows;
}

export async function listAllPeople(ctx: Context, statementId: string): Promise<PersonRecord[]> {
  const { rows } = await ctx.client.query<PersonRecord>(
    'select * from subsidy_people where statement_id = $1 order by elder_name, elder_id',
    [statementId],
  );
  return rows;
}

/** A newer round holds the month's people instead. */
export async function letGo(ctx: Context, statementId: string): Promise<void> {
  await ctx.client.query('update subsidy_people set holds = false where statement_id = $1', [statementId]);
}

/** The newer round is cancelled: the former holds its people again. Answers who is counted elsewhere meanwhile; then nothing is done. */
export async function holdAgain(
  ctx: Context,
  of: { formerId: string; cancelledId: string },
): Promise<{ elder_name: string; facility_name: string } | undefined> {
  const { rows } = await ctx.client.query<{ elder_name: string; facility_name: string }>(
    `select p.elder_name, s.facility_name from subsidy_people p
     join subsidy_people o on o.elder_id = p.elder_id and o.scheme = p.scheme and o.month = p.month and o.counted and o.holds
       and o.statement_id not in ($1, $2)
     join subsidy_statements s on s.statement_id = o.statement_id
     where p.statement_id = $1 and p.counted and p.scheme <> 'meal' limit 1`,
    [of.formerId, of.cancelledId],
  );
  if (rows[0]) return rows[0];
  await letGo(ctx, of.cancelledId);
  await ctx.client.query('update subsidy_people set holds = true where statement_id = $1', [of.formerId]);
  return undefined;
}
