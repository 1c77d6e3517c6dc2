import type { CHECK_STATUSES, ReliefStatus } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type ApplicationRow = {
  elder_id: string;
  application_id: string;
  area_code: string;
  number: string;
  responsible: boolean;
  responsible_area: string;
  applied_area: string;
  elder_name: string;
  warning_id: string | null;
  economic_class: string;
  severely_disabled: boolean;
  spent_fen: number;
  reason: string;
  amount_fen: number | null;
  status: ReliefStatus;
  applied_by: string;
  applied_at: string;
  decided_by: string | null;
  decision_note: string | null;
  outcome: string | null;
};

type New = Omit<
  ApplicationRow,
  'area_code' | 'responsible' | 'amount_fen' | 'decided_by' | 'decision_note' | 'outcome'
>;

/** A person who lives and is registered in one area has one side. */
type Sides = Pick<ApplicationRow, 'responsible_area' | 'applied_area'>;
const areasOf = (of: Sides): string[] => [...new Set([of.responsible_area, of.applied_area])];

/** One row at each of the areas that see it; the batch role of the city writes them. */
export async function insertApplication(ctx: Context, row: New): Promise<void> {
  await ctx.client.query(
    `insert into relief_applications (elder_id, application_id, area_code, number, responsible, responsible_area, applied_area,
       elder_name, warning_id, economic_class, severely_disabled, spent_fen, reason, status, applied_by, applied_at)
     select $1, $2, area, $3, area = $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from unnest($15::text[]) area`,
    [
      ...[row.elder_id, row.application_id, row.number, row.responsible_area, row.applied_area, row.elder_name],
      ...[row.warning_id, row.economic_class, row.severely_disabled, row.spent_fen, row.reason, row.status],
      ...[row.applied_by, row.applied_at, areasOf(row)],
    ],
  );
}

/** The caller's side of it; the deciding one where both are in reach. */
export async function findApplication(ctx: Context, id: string, lock = false): Promise<ApplicationRow | undefined> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    `select * from relief_applications where application_id = $1 order by responsible desc ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function findOfWarning(ctx: Context, warningId: string): Promise<ApplicationRow | undefined> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    'select * from relief_applications where warning_id = $1 order by applied_at desc, responsible desc limit 1',
    [warningId],
  );
  return rows[0];
}

/** One side of each number is enough: both change together. */
export async function listOfElder(ctx: Context, elderId: string): Promise<ApplicationRow[]> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    'select * from relief_applications where elder_id = $1 and responsible for update',
    [elderId],
  );
  return rows;
}

type Asked = { status: string | null; limit: number; before: { sort: string; id: string } | undefined };
const ONE_SIDE = `(a.responsible or not exists (select from relief_applications o
  where o.elder_id = a.elder_id and o.application_id = a.application_id and o.responsible))`;

/** Each number once, whatever sides the caller reaches. */
export async function listApplications(ctx: Context, asked: Asked): Promise<ApplicationRow[]> {
  const { sort, id } = asked.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<ApplicationRow>(
    `select a.* from relief_applications a where ${ONE_SIDE} and ($1::text is null or a.status = $1)
       and (a.applied_at, a.application_id) < ($2, $3::uuid) order by a.applied_at desc, a.application_id desc limit $4`,
    [asked.status, sort, id, asked.limit],
  );
  return rows;
}

type Set = Partial<Pick<ApplicationRow, 'status' | 'amount_fen' | 'decided_by' | 'decision_note' | 'outcome'>>;
export async function setApplication(ctx: Context, id: string, change: Set): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.values(change);
  await ctx.client.query(`update relief_applications set ${sets.join(', ')} where application_id = $1`, [
    id,
    ...values,
  ]);
}

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

export async function listOpenChecks(ctx: Context): Promise<(CheckRow & { elder_id: string; elder_name: string })[]> {
  const { rows } = await ctx.client.query<CheckRow & { elder_id: string; elder_name: string }>(
    `select c.*, a.elder_id, a.elder_name from relief_checks c join relief_applications a
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
