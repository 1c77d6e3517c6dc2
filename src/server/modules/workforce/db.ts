import type { Selectable } from 'kysely';
import type pg from 'pg';
import type { Caregiver, CaregiverStatus } from '#contracts/workforce.ts';
import type { Caregivers, Certificates } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';

export type CaregiverRow = Selectable<Caregivers>;
export type CertificateRow = Selectable<Certificates>;

export const toCaregiver = (row: CaregiverRow): Caregiver => ({
  id: row.caregiver_id,
  name: row.name,
  sex: row.sex as '男' | '女',
  level: row.level,
  status: row.status as CaregiverStatus,
  providerId: row.provider_id,
  providerName: row.provider_name,
  verifiedOn: row.verified_on,
  negativeSince: row.negative_since,
  negativeReason: row.negative_reason,
  ordersPerDay: row.orders_per_day,
  startedOn: row.started_on,
});

export type Filter = {
  name?: string | undefined;
  status?: string | undefined;
  providerId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Filter) {
  let query = ctx.db.selectFrom('caregivers');
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.providerId) query = query.where('provider_id', '=', filter.providerId);
  if (filter.name) query = query.where('name', '=', filter.name);
  return query;
}

export async function listCaregivers(ctx: Context, filter: Filter): Promise<CaregiverRow[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after) query = query.where(eb => eb(eb.refTuple('name', 'caregiver_id'), '>', eb.tuple(after.sort, after.id)));
  return query
    .orderBy('name')
    .orderBy('caregiver_id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countCaregivers(ctx: Context, filter: Filter): Promise<number> {
  const row = await filtered(ctx, filter)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export const findCaregiver = (ctx: Context, id: string): Promise<CaregiverRow | undefined> =>
  ctx.db.selectFrom('caregivers').selectAll().where('caregiver_id', '=', id).executeTakeFirst();

export const listCertificates = (ctx: Context, id: string): Promise<CertificateRow[]> =>
  ctx.db.selectFrom('certificates').selectAll().where('caregiver_id', '=', id).orderBy('issued_on', 'desc').execute();

export async function updateCaregiver(ctx: Context, id: string, set: Partial<CaregiverRow>): Promise<void> {
  await ctx.db.updateTable('caregivers').set(set).where('caregiver_id', '=', id).execute();
}

export type DispatchRow = {
  caregiver_id: string;
  account_id: string;
  provider_id: string;
  provider_name: string;
  name: string;
  level: number;
  status: CaregiverStatus;
  verified_on: string | null;
  negative_reason: string | null;
  longitude: number;
  latitude: number;
  orders_per_day: number;
  certificates: string[];
};

export async function forDispatch(ctx: Context, itemCode: string, on: string): Promise<DispatchRow[]> {
  const { rows } = await ctx.client.query<DispatchRow>('select * from workforce_for_dispatch($1, $2)', [itemCode, on]);
  return rows;
}

/** Bulk load in the batch role. */
export async function insertCaregivers(
  client: pg.ClientBase,
  rows: readonly CaregiverRow[],
  certificates: readonly CertificateRow[],
): Promise<void> {
  await client.query(
    'insert into caregivers select * from jsonb_populate_recordset(null::caregivers, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
  await client.query(
    'insert into certificates select * from jsonb_populate_recordset(null::certificates, $1::jsonb) on conflict do nothing',
    [JSON.stringify(certificates)],
  );
}
