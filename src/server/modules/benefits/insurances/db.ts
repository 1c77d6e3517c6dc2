import type pg from 'pg';
import type { Context } from '#platform/http/context.ts';

export type InsuranceRow = {
  elder_id: string;
  insurance_id: string;
  area_code: string;
  grade: string;
  from_on: string;
  to_on: string | null;
  evidence: string;
  entered_by: string;
  entered_at: string;
  ended_note: string | null;
  ended_by: string | null;
};

export async function listOf(ctx: Context, elderId: string, lock = false): Promise<InsuranceRow[]> {
  const { rows } = await ctx.client.query<InsuranceRow>(
    `select * from benefit_insurances where elder_id = $1 order by from_on desc, insurance_id ${lock ? 'for update' : ''}`,
    [elderId],
  );
  return rows;
}

export async function isInsured(ctx: Context, of: { elderId: string; on: string }): Promise<boolean> {
  const { rows } = await ctx.client.query(
    'select 1 from benefit_insurances where elder_id = $1 and from_on <= $2 and (to_on is null or to_on >= $2) limit 1',
    [of.elderId, of.on],
  );
  return rows.length > 0;
}

type New = Omit<InsuranceRow, 'entered_by' | 'entered_at' | 'ended_note' | 'ended_by'>;
export async function insert(ctx: Context, row: New): Promise<void> {
  await ctx.client.query(
    `insert into benefit_insurances (elder_id, insurance_id, area_code, grade, from_on, to_on, evidence, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.elder_id, row.insurance_id, row.area_code, row.grade, row.from_on, row.to_on, row.evidence],
      ...[ctx.actor.name, ctx.now],
    ],
  );
}

export async function end(ctx: Context, of: { elderId: string; id: string; lastOn: string; note: string }) {
  await ctx.client.query(
    'update benefit_insurances set to_on = $3, ended_note = $4, ended_by = $5 where elder_id = $1 and insurance_id = $2',
    [of.elderId, of.id, of.lastOn, of.note, ctx.actor.name],
  );
}

/** For loaders, as batch. */
export async function insertInsurances(client: pg.ClientBase, rows: readonly InsuranceRow[]): Promise<void> {
  await client.query(
    'insert into benefit_insurances select * from jsonb_populate_recordset(null::benefit_insurances, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
