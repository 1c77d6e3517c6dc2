import type { Selectable } from 'kysely';
import type pg from 'pg';
import type { EvidenceKind, ItemList, Payer, ServiceItem } from '#contracts/catalogue.ts';
import type { ServiceItems } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { itemState } from './rules.ts';

export type ItemRow = Selectable<ServiceItems>;

export const toItem = (row: ItemRow, today: string): ServiceItem => ({
  code: row.item_code,
  version: row.version,
  name: row.name,
  list: row.list as ItemList,
  family: row.family,
  content: row.content,
  steps: row.steps,
  minutes: row.minutes,
  unit: row.unit,
  priceFen: row.price_fen,
  ltcFen: row.ltc_fen,
  subsidyFen: row.subsidy_fen,
  payerOrder: row.payer_order as Payer[],
  staffLevel: row.staff_level,
  certificate: row.certificate,
  evidence: row.evidence as EvidenceKind[],
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: itemState({ validFrom: row.valid_from, validTo: row.valid_to }, today),
  basis: row.basis,
  madeBy: row.made_by,
});

export async function listInForce(ctx: Context, on: string): Promise<ItemRow[]> {
  return ctx.db
    .selectFrom('service_items')
    .selectAll()
    .where('valid_from', '<=', on)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('family')
    .orderBy('item_code')
    .execute();
}

export const listVersions = (ctx: Context, code: string): Promise<ItemRow[]> =>
  ctx.db.selectFrom('service_items').selectAll().where('item_code', '=', code).orderBy('version', 'desc').execute();

export async function insertVersion(ctx: Context, row: ItemRow): Promise<void> {
  await ctx.db.insertInto('service_items').values(row).execute();
}

export async function closeVersion(ctx: Context, versionId: string, validTo: string): Promise<void> {
  await ctx.db.updateTable('service_items').set({ valid_to: validTo }).where('version_id', '=', versionId).execute();
}

/** Bulk load in the batch role: arrays as JSON, one statement. */
export async function insertItems(client: pg.ClientBase, rows: readonly Record<string, unknown>[]): Promise<void> {
  await client.query(
    'insert into service_items select * from jsonb_populate_recordset(null::service_items, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
