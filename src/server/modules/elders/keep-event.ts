import { LIFE_EVENT_LABELS, type LifeEventKind, lifeEventLifecycle } from '#contracts/elders/life-events.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { type Before, insertEvent, type NewEvent } from './db/life-events.ts';

export const eventSubject = (elderId: string, event: { eventId: string; areaCode: string }) => ({
  kind: 'life-event',
  id: event.eventId,
  elderId,
  areaCode: event.areaCode,
});

export const beforeOf = (elder: Elder): Before => ({
  status: elder.status,
  areaCode: elder.areaCode,
  road: elder.road,
  compound: elder.compound,
  point: elder.point,
  living: elder.living,
  serviceMode: elder.serviceMode,
  away: elder.away,
  hukouAreaCode: elder.hukouAreaCode,
  hukouLeftOn: elder.hukouLeftOn,
});

type Kept = Omit<NewEvent, 'elder_id' | 'event_id' | 'area_code' | 'status' | 'before' | 'kind'>;

/**
 * Writes the event and its step. A death and a move out of the city have a step of the person's own record in the same
 * transaction, which stands in the timeline for them.
 */
export async function keepEvent(
  ctx: Context,
  elder: Elder,
  given: { kind: LifeEventKind; offered?: boolean; eventId?: string; row: Kept },
): Promise<{ eventId: string; status: 'offered' | 'recorded' }> {
  const { kind, row, eventId = newId() } = given;
  const status = given.offered ? 'offered' : 'recorded';
  const { elderId, areaCode } = elder;
  if (kind !== 'death' && kind !== 'move-out') {
    await advance(ctx, {
      table: lifeEventLifecycle,
      subject: eventSubject(elderId, { eventId, areaCode }),
      status: null,
      action: given.offered ? 'offer-move' : kind,
      note: [row.place, row.note].filter(Boolean).join('，') || `${row.happened_on}${LIFE_EVENT_LABELS[kind]}`,
    });
  }
  const before = beforeOf(elder);
  await insertEvent(ctx, { ...row, elder_id: elderId, event_id: eventId, area_code: areaCode, kind, status, before });
  return { eventId, status };
}

/** Said beside the date's field: an event is recorded when it has happened. */
export function dateFault(elder: Pick<Elder, 'bornOn'>, on: string, today: string): string | undefined {
  if (on > today) return '日期在今天之后，发生后再登记';
  if (on <= elder.bornOn) return '日期早于出生日期，请核对';
  return undefined;
}

export function refuseDate(elder: Elder, field: string, at: { on: string; today: string }): void {
  const fault = dateFault(elder, at.on, at.today);
  if (fault) throw new DomainError('platform.invalid-input', fault, { [field]: fault });
}
