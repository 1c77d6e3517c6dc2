import type { z } from 'zod';
import type { moveElder as endpoint } from '#contracts/elders/life-events.ts';
import { lifeEventLifecycle } from '#contracts/elders/life-events.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaNames } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { seal } from '#platform/secrets/seal.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { applyMove, type Destination } from './apply-move.ts';
import { lockLiving } from './change-elder.ts';
import * as db from './db/life-events.ts';
import { readSealed } from './db/sealed.ts';
import { eventSubject, keepEvent, refuseDate } from './keep-event.ts';

type Form = z.output<typeof endpoint.body>;

export const WHOLE_CITY = '110000000000';
/** The new door waits sealed until the move takes effect; the former one is kept for an undo. */
export type SealedDoors = { door: string | null; formerDoor: string | null; hukouMoves: boolean };
const place = (elderId: string) => ({ table: 'elder_life_events', elderId });
export const sealDoors = (ctx: Context, elderId: string, doors: SealedDoors) => seal(ctx.keys, place(elderId), doors);

/** Refuses while a hand-over is open; what was owed on a refused one is settled by the new move. */
export async function refuseOpenHandover(ctx: Context, elderId: string): Promise<void> {
  const events = await db.listEvents(ctx, elderId);
  if (events.some(event => event.status === 'offered')) throw new DomainError('elders.handover-open');
  for (const event of events.filter(one => one.status === 'refused')) await closeDuties(ctx, event.event_id);
}

/** 迁居. Inside the recorder's own area it takes effect now; beyond it the receiving street accepts first. */
export async function moveElder(ctx: Context, elderId: string, form: Form) {
  const elder = await lockLiving(ctx, elderId);
  refuseDate(elder, 'movedOn', { on: form.movedOn, today: ctx.today });
  await refuseOpenHandover(ctx, elderId);
  await refusePlace(ctx, elder, form.toAreaCode);
  const sealed = await readSealed(ctx, elderId);
  const doors = { door: form.door || null, formerDoor: sealed?.door ?? null, hukouMoves: form.hukouMoves };
  const offered = !isInArea(form.toAreaCode, ctx.actor.areaCode);
  const made = await keepEvent(ctx, elder, {
    kind: 'move',
    offered,
    row: {
      happened_on: form.movedOn,
      from_area: elder.areaCode,
      to_area: form.toAreaCode,
      place: [form.road, form.compound].filter(Boolean).join('') || null,
      note: form.note ?? null,
      sealed: sealDoors(ctx, elderId, doors),
    },
  });
  if (offered) await offer(ctx, elder, { form, eventId: made.eventId });
  else {
    const to = destinationOf(elder, { ...form, ...doors });
    await asBatch(ctx, { areaCode: WHOLE_CITY, why: '迁居：各处的记录随人换辖区' }, inner =>
      applyMove(inner, elder, to),
    );
  }
  return made;
}

type Going = Pick<Form, 'toAreaCode' | 'road' | 'compound' | 'hukouMoves' | 'movedOn' | 'note'> & {
  door: string | null;
};

export const destinationOf = (elder: Elder, to: Going): Destination => ({
  areaCode: to.toAreaCode,
  road: to.road || null,
  compound: to.compound || null,
  point: null,
  door: to.door,
  ...(to.hukouMoves ? { hukou: { areaCode: to.toAreaCode, leftOn: elder.hukouLeftOn } } : {}),
  movedOn: to.movedOn,
  note: to.note ?? null,
});

async function refusePlace(ctx: Context, elder: Elder, code: string): Promise<void> {
  const fault = (say: string) => new DomainError('platform.invalid-input', say, { toAreaCode: say });
  if (areaLevel(code) !== 'community') throw fault('请选到社区（村）');
  if (code === elder.areaCode) throw fault('新住址还在原来的社区，请用“修改档案”改道路、小区和门牌');
  if ((await areaNames(ctx, [code])).size === 0) throw fault('没有这个社区，请从列表里选');
}

async function offer(ctx: Context, elder: Elder, of: { form: Form; eventId: string }): Promise<void> {
  const { form, eventId } = of;
  const names = await areaNames(ctx, [elder.areaCode, form.toAreaCode]);
  const from = names.get(elder.areaCode) ?? elder.areaCode;
  const area = { areaCode: form.toAreaCode, why: '把迁居的老人移交迁入街道' };
  await asBatch(ctx, area, async inner => {
    await db.insertHandover(inner, {
      event_id: eventId,
      elder_id: elder.elderId,
      area_code: form.toAreaCode,
      from_area: elder.areaCode,
      name: elder.name,
      sex: elder.sex,
      born_on: elder.bornOn,
      moved_on: form.movedOn,
      road: form.road || null,
      compound: form.compound || null,
      note: form.note || null,
      status: 'offered',
      offered_by_name: ctx.actor.name,
      offered_at: ctx.now,
      ...{ decided_by_name: null, decided_at: null, decision_note: null },
    });
    await openDuty(
      inner,
      { kind: 'elder-handover', id: eventId, areaCode: form.toAreaCode },
      {
        ...{ forRole: 'street' as const, kindLabel: '接收迁入', actionLabel: '看移交', withinWorkingDays: 3 },
        title: `接收${elder.name}迁入`,
        reason: `${from}移交，${dayWords(form.movedOn)}迁到${names.get(form.toAreaCode) ?? ''}`,
        path: `/desk/handovers/${eventId}`,
      },
    );
  });
  await record(ctx, {
    action: 'elders.offer-move',
    subject: { kind: 'life-event', id: eventId },
    elderId: elder.elderId,
    areaCode: elder.areaCode,
    after: { toAreaCode: form.toAreaCode, movedOn: form.movedOn },
  });
}

/** 收回移交: the receiving street's item closes with it. */
export async function withdrawMove(ctx: Context, elderId: string, eventId: string) {
  const event = await db.lockEvent(ctx, elderId, eventId);
  if (!event) throw new DomainError('platform.not-found');
  return withdraw(ctx, event, null);
}

/** Whoever dies or leaves the city is not handed over any more. */
export async function withdrawOpenMove(ctx: Context, elderId: string, why: string): Promise<void> {
  const open = (await db.listEvents(ctx, elderId)).find(event => event.status === 'offered');
  if (open) await withdraw(ctx, open, why);
}

async function withdraw(ctx: Context, event: db.EventRow, why: string | null) {
  const { elder_id: elderId, event_id: eventId, area_code: areaCode } = event;
  const subject = eventSubject(elderId, { eventId, areaCode });
  const step = { table: lifeEventLifecycle, subject, status: event.status, action: 'withdraw', note: why } as const;
  const status = await advance(ctx, { ...step, ...(why ? { asSystem: true } : {}) });
  await db.changeEvent(ctx, event, {
    status,
    decided_by_name: ctx.actor.name,
    decided_at: ctx.now,
    decision_note: why,
  });
  await asBatch(ctx, { areaCode: event.to_area ?? areaCode, why: '收回移交' }, async inner => {
    await db.decideHandoverRow(inner, eventId, { status: 'withdrawn', note: why });
    await closeDuties(inner, eventId);
  });
  await record(ctx, { action: 'elders.withdraw-move', subject, elderId, areaCode, ...(why ? { note: why } : {}) });
  return { eventId, status };
}
