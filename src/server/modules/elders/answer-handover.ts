import type { z } from 'zod';
import type { decideHandover as endpoint, Handover } from '#contracts/elders/handovers.ts';
import { lifeEventLifecycle } from '#contracts/elders/life-events.ts';
import { DomainError } from '#contracts/errors.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { areaNames } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, openDuty } from '#platform/lifecycle/advance.ts';
import { open } from '#platform/secrets/seal.ts';
import { ageOn } from '#shared/dates.ts';
import { applyMove } from './apply-move.ts';
import * as db from './db/life-events.ts';
import { lockElder } from './db/people.ts';
import { eventSubject } from './keep-event.ts';
import { destinationOf, type SealedDoors, WHOLE_CITY } from './move-elder.ts';

type Form = z.output<typeof endpoint.body>;

const fromCursor = (cursor: string | undefined): number => (cursor && /^\d+$/.test(cursor) ? Number(cursor) : 0);

export async function listHandovers(
  ctx: Context,
  asked: { status?: Handover['status'] | undefined; cursor?: string | undefined; limit: number },
) {
  const offset = fromCursor(asked.cursor);
  const status = asked.status ?? null;
  const found = await db.listHandovers(ctx, { status, offset, limit: asked.limit + 1 });
  const rows = found.slice(0, asked.limit);
  const more = found.length > asked.limit;
  return {
    rows: await shown(ctx, rows),
    nextCursor: more ? String(offset + asked.limit) : null,
    total: await db.countHandovers(ctx, status),
    totalIsApproximate: false,
  };
}

export async function readHandover(ctx: Context, id: string): Promise<Handover> {
  const row = await db.findHandover(ctx, id);
  const [answer] = row ? await shown(ctx, [row]) : [];
  if (!answer) throw new DomainError('platform.not-found', '没有找到这件移交，或不在您的辖区');
  return answer;
}

async function shown(ctx: Context, rows: readonly db.HandoverRow[]): Promise<Handover[]> {
  const names = await areaNames(
    ctx,
    rows.flatMap(row => [row.from_area, row.area_code]),
  );
  return rows.map(row => {
    const status = row.status === 'offered' ? 'offered' : 'recorded';
    const verdict = decideStep(lifeEventLifecycle, status, { action: 'accept', role: ctx.actor.role });
    return {
      id: row.event_id,
      elderId: row.elder_id,
      name: row.name,
      sex: row.sex,
      age: ageOn(row.born_on, ctx.today),
      bornOn: row.born_on,
      fromName: names.get(row.from_area) ?? row.from_area,
      toName: names.get(row.area_code) ?? row.area_code,
      road: row.road,
      compound: row.compound,
      movedOn: row.moved_on,
      note: row.note,
      status: row.status,
      offeredBy: row.offered_by_name,
      offeredAt: row.offered_at,
      decidedBy: row.decided_by_name,
      decidedAt: row.decided_at,
      decisionNote: row.decision_note,
      disabledBecause: verdict.allowed ? null : verdict.because,
    };
  });
}

/** The receiving street takes the person over: everything follows in this transaction. Or it says why not. */
export async function decideHandover(ctx: Context, id: string, form: Form): Promise<Handover> {
  const row = await db.findHandover(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这件移交，或不在您的辖区');
  const note = form.note || null;
  if (!form.accept && !note) {
    throw new DomainError('platform.invalid-input', undefined, { note: '请写明为什么不接收，移交的街道看得到' });
  }
  if (row.status !== 'offered') throw new DomainError('platform.wrong-state', '这件移交已经办过，请刷新后查看');
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '迁入街道答复移交' }, inner => settle(inner, row, { ...form, note }));
  return readHandover(ctx, id);
}

async function settle(
  inner: Context,
  row: db.HandoverRow,
  form: { accept: boolean; note: string | null },
): Promise<void> {
  const { event_id: eventId, elder_id: elderId } = row;
  const elder = await lockElder(inner, elderId);
  const event = await db.lockEvent(inner, elderId, eventId);
  if (!elder || !event) throw new DomainError('platform.not-found');
  const areaCode = form.accept ? row.area_code : elder.areaCode;
  const subject = eventSubject(elderId, { eventId, areaCode });
  const action = form.accept ? 'accept' : 'refuse';
  const decided = { decided_by_name: inner.actor.name, decided_at: inner.now, decision_note: form.note };
  const status = await advance(inner, {
    table: lifeEventLifecycle,
    subject,
    status: event.status,
    action,
    note: form.note,
  });
  await db.changeEvent(inner, event, { status, ...decided });
  await db.decideHandoverRow(inner, eventId, { status: form.accept ? 'accepted' : 'refused', note: form.note });
  await record(inner, {
    action: `elders.${action}-move`,
    subject,
    elderId,
    areaCode,
    ...(form.note && { note: form.note }),
  });
  if (!form.accept) return tellSender(inner, { row, areaCode, note: form.note ?? '' });
  const { sealed } = event;
  if (!sealed) throw new Error('an offered move keeps its doors sealed');
  const doors = open(inner.keys, { table: 'elder_life_events', elderId }, sealed) as SealedDoors;
  const { road, compound, moved_on: movedOn, note } = row;
  const going = { toAreaCode: row.area_code, road: road ?? '', compound: compound ?? '', movedOn, ...doors };
  await applyMove(inner, elder, destinationOf(elder, { ...going, note: note ?? undefined }));
}

/** A refused person still answers to the sender, who must find out where they are. */
async function tellSender(inner: Context, of: { row: db.HandoverRow; areaCode: string; note: string }): Promise<void> {
  const { row, areaCode, note } = of;
  await openDuty(
    inner,
    { kind: 'life-event', id: row.event_id, elderId: row.elder_id, areaCode },
    {
      ...{ forRole: 'street' as const, kindLabel: '移交退回', actionLabel: '看档案', withinWorkingDays: 3 },
      title: `${row.name}的移交没有被接收`,
      reason: note,
      path: `/desk/elders/${row.elder_id}`,
    },
  );
}
