import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: every order and record stands; open ones take name and door of the person by elder.changed. */
export const mergeOrders = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [
    { table: 'orders', sealed: { column: 'sealed_contact', key: 'order_id' } },
    { table: 'order_offers' },
    { table: 'service_records' },
  ]);
