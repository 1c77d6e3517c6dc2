import type { ServiceItem } from '#contracts/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export { insertItems } from './db.ts';

/** The version of an item in force on a day; throws catalogue.not-in-use. */
export async function itemInForce(ctx: Context, code: string, on: string): Promise<ServiceItem> {
  const rows = await db.listVersions(ctx, code);
  const row = rows.find(v => v.valid_from <= on && (v.valid_to === null || v.valid_to > on));
  if (!row) throw new DomainError('catalogue.not-in-use');
  return db.toItem(row, ctx.today);
}

/** The version an order was made under; undefined only if the catalogue was loaded without it. */
export async function itemVersion(
  ctx: Context,
  of: { code: string; version: number },
): Promise<ServiceItem | undefined> {
  const row = (await db.listVersions(ctx, of.code)).find(v => v.version === of.version);
  return row && db.toItem(row, ctx.today);
}
