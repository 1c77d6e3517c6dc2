import type { Context } from '#platform/http/context.ts';
import { findCorrectionOf, findRecord } from './db.ts';

/** What a check needs of a service record beyond the published view: when, who, where it stands. Instants are ISO text. */
export type RecordBrief = {
  recordId: string;
  orderId: string;
  elderId: string;
  areaCode: string;
  itemName: string;
  providerName: string;
  caregiverName: string;
  startedAt: string;
  endedAt: string;
  itemsDone: string[];
  startMetres: number | null;
  note: string | null;
  recordedAt: string;
  recordedBy: string;
  /** The record that replaced it, if one has. */
  correctedBy: string | null;
};

export async function readRecordBrief(ctx: Context, recordId: string): Promise<RecordBrief | undefined> {
  const row = await findRecord(ctx, recordId);
  if (!row) return undefined;
  const correction = await findCorrectionOf(ctx, recordId);
  return {
    recordId: row.record_id,
    orderId: row.order_id,
    elderId: row.elder_id,
    areaCode: row.area_code,
    itemName: row.item_name,
    providerName: row.provider_name,
    caregiverName: row.caregiver_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    itemsDone: row.items_done,
    startMetres: row.start_metres,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    correctedBy: correction?.record_id ?? null,
  };
}
