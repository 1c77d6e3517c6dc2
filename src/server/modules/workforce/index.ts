import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { notDispatchable } from './rules.ts';

export { insertCaregivers } from './db.ts';
export { notDispatchable, unsuitedFor } from './rules.ts';

export type CaregiverFacts = {
  caregiverId: string;
  accountId: string;
  providerId: string;
  providerName: string;
  name: string;
  level: number;
  standing: { status: db.DispatchRow['status']; verifiedOn: string | null; negativeReason: string | null };
  point: [number, number];
  ordersPerDay: number;
  /** Kinds of certificates in force on the day asked for. */
  certificates: string[];
};

/** Caregivers of all firms that offer an item, over all areas: working facts only. */
export async function caregiversFor(ctx: Context, itemCode: string, on: string): Promise<CaregiverFacts[]> {
  const rows = await db.forDispatch(ctx, itemCode, on);
  return rows.map(row => ({
    caregiverId: row.caregiver_id,
    accountId: row.account_id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    name: row.name,
    level: row.level,
    standing: { status: row.status, verifiedOn: row.verified_on, negativeReason: row.negative_reason },
    point: [row.longitude, row.latitude],
    ordersPerDay: row.orders_per_day,
    certificates: row.certificates,
  }));
}

/** Why the caregiver may not work now (own row); null when nothing stands against it. */
export async function whyNotAtWork(ctx: Context, caregiverId: string): Promise<string | null> {
  const row = await db.findCaregiver(ctx, caregiverId);
  if (!row) return '没有您的护理员登记';
  const caregiver = db.toCaregiver(row);
  return notDispatchable(caregiver);
}
