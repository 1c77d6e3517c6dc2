import type { EvidenceKind } from '#contracts/catalogue.ts';
import { EVIDENCE_LABELS } from '#contracts/catalogue.ts';
import { ORDER_LIMITS, type OrderSource } from '#contracts/order-lifecycle.ts';
import type { RecordForm } from '#contracts/orders.ts';
import type { Role } from '#contracts/roles.ts';
import { recordNumber } from '#shared/record-number.ts';

export const orderNumber = (orderId: string, orderedOn: string): string =>
  recordNumber('FW', { id: orderId, on: orderedOn });

const SOURCES: Partial<Record<Role, OrderSource>> = {
  family: 'family',
  elder: 'elder',
  community: 'community',
  street: 'street',
  centre: 'centre',
};
export const sourceOf = (role: Role): OrderSource => SOURCES[role] ?? 'call';

/** Until when an offer waits for its answer. */
export const answerBy = (now: string): string =>
  new Date(Date.parse(now) + ORDER_LIMITS.answerWithinMinutes * 60_000).toISOString();

/** What the item wants as evidence and the record lacks; position and signature come with check-in and confirmation. */
export function missingEvidence(
  wanted: readonly EvidenceKind[],
  form: Pick<RecordForm, 'evidence' | 'measurements'>,
): string[] {
  return wanted.flatMap(kind => {
    if (kind === 'photo' && form.evidence.length === 0) return [EVIDENCE_LABELS.photo];
    if (kind === 'measurement' && Object.keys(form.measurements).length === 0) return [EVIDENCE_LABELS.measurement];
    return [];
  });
}

/** A record ends after it began and not after now; the start is the check-in. */
export function recordTimes(
  startedAt: string,
  endedAt: string | undefined,
  now: string,
): { startedAt: string; endedAt: string } | { fault: string } {
  const end = endedAt ?? now;
  const [from, to] = [Date.parse(startedAt), Date.parse(end)];
  if (Number.isNaN(to)) return { fault: '结束时间格式不对' };
  if (to > Date.parse(now) + 60_000) return { fault: '结束时间不能晚于现在' };
  // A record written in the same second as the check-in still lasts one second: the table wants end > start.
  return to < from
    ? { fault: '结束时间不能早于签到' }
    : { startedAt, endedAt: to === from ? new Date(to + 1000).toISOString() : end };
}
