import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db-vouchers.ts';
import { placesOf } from './holdings.ts';
import { itemsOf } from './rules.ts';

/** Places named on a paper: those nearest to the home. */
const PLACES = 5;

/** What a paper says of one voucher, as it stands now. For the batch of the city. */
export async function readVoucherPaper(inner: Context, id: string) {
  const row = await db.findVoucher(inner, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这张服务券');
  const person = await db.findPerson(inner, row.elder_id);
  const places = person ? await placesOf(inner, person, itemsOf(row)) : [];
  return {
    ...{ row, payerName: areaName(row.payer_code), items: row.item_names },
    places: places.slice(0, PLACES).map(each => each.name),
  };
}

type Told = { voucher_id: string; elder_id: string; area_code: string };

/** Vouchers of an issue in use, from a person on: those to be told. */
export const listIssued = (inner: Context, of: { issueId: string; after: string | null; limit: number }) =>
  db.listActiveOf(inner, of) as Promise<Told[]>;
