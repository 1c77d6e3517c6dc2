import { LIFE_EVENT_LABELS, type LifeEventAction, lifeEventLifecycle } from '#contracts/elders/life-events.ts';
import { type Elder, elderLifecycle } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty, openDuty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { open } from '#platform/secrets/seal.ts';
import { applyMove } from './apply-move.ts';
import * as db from './db/life-events.ts';
import { lockElder } from './db/people.ts';
import { eventSubject } from './keep-event.ts';
import { type SealedDoors, WHOLE_CITY } from './move-elder.ts';
import { setFacts } from './record-absence.ts';
import { settle } from './step-elder.ts';

/** What stops or moves money: a second person approves its undo. */
export const needsChecker = (kind: db.EventRow['kind']): boolean => ['death', 'move', 'move-out'].includes(kind);

type Open = { elder: Elder; event: db.EventRow };

async function load(ctx: Context, elderId: string, eventId: string): Promise<Open> {
  const elder = await lockElder(ctx, elderId);
  const event = await db.lockEvent(ctx, elderId, eventId);
  if (!elder || !event) throw new DomainError('platform.not-found');
  return { elder, event };
}

const inForce = (event: db.EventRow): boolean => event.status === 'recorded' || event.status === 'undo-asked';

/** Only the newest event in force can be undone: an older one has been built upon. */
async function refuseBuiltUpon(ctx: Context, event: db.EventRow): Promise<void> {
  const newest = (await db.listEvents(ctx, event.elder_id)).find(inForce);
  if (!newest || newest.event_id === event.event_id) return;
  const later = `${newest.happened_on}${LIFE_EVENT_LABELS[newest.kind]}`;
  throw new DomainError('elders.life-event', `之后又登记了${later}，请先更正后面的`);
}

type Taken = { action: LifeEventAction; note: string | null; change: db.EventChange; duty?: Duty };

async function take(ctx: Context, { elder, event }: Open, step: Taken) {
  const { elderId, areaCode } = elder;
  const subject = eventSubject(elderId, { eventId: event.event_id, areaCode });
  const { action, note, duty } = step;
  const status = await advance(ctx, {
    table: lifeEventLifecycle,
    subject,
    status: event.status,
    action,
    note,
    ...(duty && { duty }),
  });
  await db.changeEvent(ctx, event, { ...step.change, status });
  await record(ctx, { action: `elders.${action}`, subject, elderId, areaCode, ...(note && { note }) });
  return { eventId: event.event_id, status };
}

/** 更正: at once where no money hangs on it, else proposed to a second person. */
export async function undoLifeEvent(ctx: Context, of: { elderId: string; eventId: string }, reason: string) {
  const found = await load(ctx, of.elderId, of.eventId);
  const { elder, event } = found;
  await refuseBuiltUpon(ctx, event);
  const asked = {
    undo_reason: reason,
    undo_asked_by: ctx.actor.accountId,
    undo_asked_by_name: ctx.actor.name,
    undo_asked_at: ctx.now,
  };
  if (needsChecker(event.kind)) {
    const duty = checkDuty(ctx, elder, { event, reason });
    return take(ctx, found, { action: 'ask-undo', note: reason, change: asked, duty });
  }
  const done = { undone_by_name: ctx.actor.name, undone_at: ctx.now };
  const made = await take(ctx, found, { action: 'undo', note: reason, change: { ...asked, ...done } });
  await undoAbsence(ctx, found);
  return made;
}

const checkDuty = (ctx: Context, elder: Elder, of: { event: db.EventRow; reason: string }): Duty => ({
  forRole: 'street',
  kindLabel: '核准更正',
  title: `核准更正${elder.name}的${LIFE_EVENT_LABELS[of.event.kind]}登记`,
  reason: `${ctx.actor.name}提出：${of.reason}`,
  actionLabel: '去核准',
  path: `/desk/elders/${elder.elderId}`,
  withinWorkingDays: 2,
});

/** The second person: approved, everything that can be taken back is taken back in this transaction. */
export async function decideUndo(
  ctx: Context,
  of: { elderId: string; eventId: string },
  form: { approve: boolean; note?: string | undefined },
) {
  const found = await load(ctx, of.elderId, of.eventId);
  const { elder, event } = found;
  if (event.undo_asked_by === ctx.actor.accountId && event.status === 'undo-asked')
    throw new DomainError('elders.same-person');
  const note = form.note || null;
  if (!form.approve) {
    if (!note) throw new DomainError('platform.invalid-input', undefined, { note: '请写明为什么不核准' });
    return take(ctx, found, { action: 'reject-undo', note, change: { decision_note: note } });
  }
  await refuseBuiltUpon(ctx, event);
  const change = { decision_note: note, undone_by_name: ctx.actor.name, undone_at: ctx.now };
  const made = await take(ctx, found, { action: 'approve-undo', note: note ?? event.undo_reason, change });
  if (event.kind === 'move') await moveBack(ctx, { elder, event });
  else await restore(ctx, { elder, event });
  return made;
}

/** Back to the former area and door. */
async function moveBack(ctx: Context, { elder, event }: Open): Promise<void> {
  const { before, sealed } = event;
  const doors =
    sealed && (open(ctx.keys, { table: 'elder_life_events', elderId: elder.elderId }, sealed) as SealedDoors);
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '更正迁居：各处的记录随人回到原辖区' }, inner =>
    applyMove(inner, elder, {
      ...{ areaCode: before.areaCode, road: before.road, compound: before.compound, point: before.point },
      door: doors?.formerDoor ?? null,
      ...(doors?.hukouMoves ? { hukou: { areaCode: before.hukouAreaCode, leftOn: before.hukouLeftOn } } : {}),
      movedOn: ctx.today,
      note: `更正：${event.undo_reason ?? ''}`,
    }),
  );
}

/** A death or a move out recorded by mistake: the person is back with the status of before. */
async function restore(ctx: Context, { elder, event }: Open): Promise<void> {
  const { elderId, areaCode, name } = elder;
  const { before } = event;
  const subject = { kind: 'elder', id: elderId, elderId, areaCode };
  const back = before.status === 'moved-out' || before.status === 'deceased' ? 'active' : before.status;
  const step = { table: elderLifecycle, subject, status: elder.status, note: event.undo_reason } as const;
  const status =
    before.status === 'moved-out'
      ? before.status
      : await advance(ctx, { ...step, action: `restore-${back}`, asSystem: true });
  const more = { away: before.away, hukouLeftOn: before.hukouLeftOn };
  const reopened = { ...elder, diedOn: null };
  await settle(ctx, { elder: reopened, status, action: 'elders.restore', note: event.undo_reason, diedOn: null, more });
  const after = event.kind === 'death' ? 'death' : 'move-out';
  await publish(ctx, { name: 'elder.restored', elderId, areaCode, after, stoppedOn: event.happened_on });
  await openDuty(ctx, subject, {
    ...{ forRole: 'street' as const, kindLabel: '恢复停办', actionLabel: '看档案', withinWorkingDays: 2 },
    title: `${name}的${LIFE_EVENT_LABELS[event.kind]}登记已更正，请恢复停办的事`,
    reason: '探访、值守和床位已自动恢复，待遇下次核定时补上；取消的服务单、终止的评估和申请要重新办',
    path: `/desk/elders/${elderId}`,
  });
}

/** An absence recorded by mistake never was; a return recorded by mistake means still away. */
async function undoAbsence(ctx: Context, { elder, event }: Open): Promise<void> {
  const { elderId, areaCode } = elder;
  const { away, living, serviceMode } = event.before;
  await setFacts(ctx, elder, { away, living, serviceMode });
  if (away)
    await publish(ctx, { name: 'elder.away', elderId, areaCode, why: away, fromOn: event.happened_on, untilOn: null });
  else await publish(ctx, { name: 'elder.returned', elderId, areaCode, returnedOn: event.happened_on });
}
