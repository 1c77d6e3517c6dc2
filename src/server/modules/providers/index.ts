import type { ProviderStatus } from '#contracts/providers.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export { insertProviders } from './db.ts';
export { stepProvider } from './step-provider.ts';

export type OfferingFirm = {
  providerId: string;
  name: string;
  status: ProviderStatus;
  point: [number, number];
  capacityPerDay: number;
  rating: number | null;
  ratingCount: number;
  priceFen: number;
};

/** Firms that offer an item, at their own price (fen); suspended ones too, so that a list can say why not. */
export async function firmsOffering(ctx: Context, itemCode: string): Promise<OfferingFirm[]> {
  const rows = await db.listOffering(ctx, itemCode);
  return rows.map(row => ({
    providerId: row.provider_id,
    name: row.name,
    status: row.status as ProviderStatus,
    point: [row.longitude, row.latitude],
    capacityPerDay: row.capacity_per_day,
    rating: db.ratingOf(row),
    ratingCount: row.rating_count,
    priceFen: row.price_fen,
  }));
}

/** Name and status of one firm; undefined when there is none. */
export async function firmOf(
  ctx: Context,
  id: string,
): Promise<{ id: string; name: string; status: ProviderStatus } | undefined> {
  const row = await db.findProvider(ctx, id);
  return row && { id: row.provider_id, name: row.name, status: row.status as ProviderStatus };
}

/** Feeds one evaluation (1–5) into the firm's rating; called in a declared batch scope. */
export const addRating = (ctx: Context, id: string, score: number): Promise<void> => db.addRating(ctx, id, score);
