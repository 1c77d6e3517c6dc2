import type { CHECK_STATUSES, ReliefKind } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { areasOf, type Sides } from './applications.ts';

export type MeasureRow = {
  measure_id: string;
  application_id: string;
  area_code: string;
  kind: 'money' | 'service';
  what: string;
  provider: string;
  amount_fen: number | null;
  done_on: string;
  entered_by: string;
};
export async function insertMeasure(
  ctx: Context,
  of: Sides,
  row: Omit<MeasureRow, 'entered_by' | 'area_code'>,
): Promise<void> {
  await ctx.client.query(
    `insert into relief_measures (measure_id, application_id, area_code, kind, what, provider, amount_fen, done_on, entered_by, entered_at)
     select $1, $2, area, $4, $5, $6, $7, $8, $9, $10 from unnest($3::text[]) area`,
    [
      ...[row.measure_id, row.application_id, areasOf(of), row.kind, row.what, row.provider, row.amount_fen],
      ...[row.done_on, ctx.actor.name, ctx.now],
    ],
  );
}

export type CheckRow = {
  check_id: string;
  application_id: string;
  area_code: string;
  number: string;
  region: string;
  status: (typeof CHECK_STATUSES)[number];
  asked_by: string;
  asked_at: string;
  handed: boolean;
  origin: string | null;
  answered_on: string | null;
  items: { what: string; value: string; asOf: string }[];
  because: string | null;
};
export async function insertCheck(
  ctx: Context,
  of: Sides,
  row: Pick<CheckRow, 'check_id' | 'application_id' | 'number' | 'region'>,
): Promise<void> {
  await ctx.client.query(
    `insert into relief_checks (check_id, application_id, area_code, number, region, status, asked_by, asked_at)
     select $1, $2, area, $4, $5, 'asked', $6, $7 from unnest($3::text[]) area`,
    [row.check_id, row.application_id, areasOf(of), row.number, row.region, ctx.actor.name, ctx.now],
  );
}

type OpenCheck = CheckRow & { elder_id: string; elder_name: string; kind: ReliefKind };
export async function listOpenChecks(ctx: Context): Promise<OpenCheck[]> {
  const { rows } = await ctx.client.query<OpenCheck>(
    `select c.*, a.elder_id, a.elder_name, a.kind from relief_checks c join relief_applications a
       on a.application_id = c.application_id and a.responsible and a.area_code = c.area_code where c.status = 'asked' order by c.asked_at limit 100`,
  );
  return rows;
}

type Answer = Partial<Pick<CheckRow, 'status' | 'handed' | 'origin' | 'answered_on' | 'items' | 'because'>>;
export async function setCheck(ctx: Context, id: string, change: Answer): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.values(change).map(value => (Array.isArray(value) ? JSON.stringify(value) : value));
  await ctx.client.query(`update relief_checks set ${sets.join(', ')} where check_id = $1`, [id, ...values]);
}

/** Both sides see what was done and answered; read after the caller's own row was found. */
export async function listParts(ctx: Context, applicationId: string) {
  const measures = await ctx.client.query<MeasureRow>(
    'select distinct on (entered_at, measure_id) * from relief_measures where application_id = $1 order by entered_at, measure_id',
    [applicationId],
  );
  const checks = await ctx.client.query<CheckRow>(
    'select distinct on (asked_at, check_id) * from relief_checks where application_id = $1 order by asked_at, check_id',
    [applicationId],
  );
  return { measures: measures.rows, checks: checks.rows };
}
