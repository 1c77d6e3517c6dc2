import { type Elder, type ElderStatus, elderLifecycle } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayWords } from '#shared/dates.ts';
import { updateElder } from './db/change.ts';
import { rewriteDerived } from './db/derived.ts';
import { eventOrigin, keepOrigins } from './db/facts.ts';
import { lockElder } from './db/people.ts';
import { dateFault, keepEvent, refuseDate } from './keep-event.ts';
import { refuseOpenHandover, withdrawOpenMove } from './move-elder.ts';

const subjectOf = ({ elderId, areaCode }: Elder) => ({ kind: 'elder', id: elderId, elderId, areaCode });

async function lock(ctx: Context, elderId: string): Promise<Elder> {
  const elder = await lockElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  return elder;
}

/** 入户核实 by the community, then 确认入册 by the street. */
export async function stepElder(
  ctx: Context,
  elderId: string,
  step: { action: 'verify' | 'admit'; note?: string | undefined },
) {
  const elder = await lock(ctx, elderId);
  const { action, note = null } = step;
  if (action === 'verify' && !note) {
    throw new DomainError('platform.invalid-input', undefined, {
      note: '请写明上门看到的情况，如“本人在家，确为独居”',
    });
  }
  const status = await advance(ctx, {
    table: elderLifecycle,
    subject: subjectOf(elder),
    status: elder.status,
    action,
    note,
    ...(action === 'verify' ? { duty: admitDuty(ctx, elder) } : {}),
  });
  await settle(ctx, { elder, status, action: `elders.${action}`, note });
  return { status };
}

const admitDuty = (ctx: Context, elder: Elder) => ({
  forRole: 'street' as const,
  kindLabel: '确认入册',
  title: `确认${elder.name}入册`,
  reason: `${ctx.actor.name}已入户核实`,
  actionLabel: '去确认',
  path: `/desk/elders/${elder.elderId}`,
  withinWorkingDays: 3,
});

/** 登记去世. Other modules end plans, orders, benefits and devices by their reactions to elder.died. */
export async function recordDeath(ctx: Context, elderId: string, death: { diedOn: string; note?: string | undefined }) {
  const elder = await lock(ctx, elderId);
  const fault = dateFault(elder, death.diedOn, ctx.today)?.replace('日期', '去世日期');
  if (fault) throw new DomainError('platform.invalid-input', fault, { diedOn: fault });
  const status = await advance(ctx, {
    table: elderLifecycle,
    subject: subjectOf(elder),
    status: elder.status,
    action: 'record-death',
    note: death.note || `${dayWords(death.diedOn)}去世`,
  });
  await withdrawOpenMove(ctx, elderId, '老人已去世');
  await keepEvent(ctx, elder, { kind: 'death', row: { happened_on: death.diedOn, note: death.note ?? null } });
  await settle(ctx, { elder, status, action: 'elders.record-death', note: death.note ?? null, diedOn: death.diedOn });
  await publish(ctx, { name: 'elder.died', elderId, areaCode: elder.areaCode, diedOn: death.diedOn });
  return { status };
}

/** 登记迁出本市: like a death, everything that is done here ends; the record stays with the area that last had it. */
export async function moveElderOut(
  ctx: Context,
  elderId: string,
  form: { place: string; movedOn: string; hukouMoves: boolean; note?: string | undefined },
) {
  const elder = await lock(ctx, elderId);
  if (elder.status === 'deceased') throw new DomainError('elders.deceased');
  refuseDate(elder, 'movedOn', { on: form.movedOn, today: ctx.today });
  await refuseOpenHandover(ctx, elderId);
  const note = [`迁往${form.place}`, form.note].filter(Boolean).join('，');
  const step = {
    table: elderLifecycle,
    subject: subjectOf(elder),
    status: elder.status,
    action: 'move-out',
    note,
  } as const;
  const status = await advance(ctx, step);
  const row = { happened_on: form.movedOn, from_area: elder.areaCode, place: form.place, note: form.note ?? null };
  const { eventId } = await keepEvent(ctx, elder, { kind: 'move-out', row });
  const hukou = form.hukouMoves ? { hukouLeftOn: form.movedOn } : {};
  await settle(ctx, { elder, status, action: 'elders.move-out', note, more: hukou });
  await publish(ctx, { name: 'elder.moved-out', elderId, areaCode: elder.areaCode, movedOn: form.movedOn });
  return { eventId, status: 'recorded' as const };
}

type Settled = {
  elder: Elder;
  status: ElderStatus;
  action: string;
  note: string | null;
  diedOn?: string | null;
  more?: Partial<Elder>;
};

export async function settle(ctx: Context, { elder, status, action, note, diedOn, more }: Settled): Promise<void> {
  const gone = status === 'deceased' || status === 'moved-out';
  const changes = { status, ...(gone ? { away: null } : {}), ...(diedOn === undefined ? {} : { diedOn }), ...more };
  const version = await updateElder(ctx, elder.elderId, changes);
  await rewriteDerived(ctx, { ...elder, ...changes });
  if (diedOn) await keepOrigins(ctx, elder, { fields: ['diedOn'], how: eventOrigin(ctx.today) });
  await record(ctx, {
    action,
    subject: { kind: 'elder', id: elder.elderId },
    elderId: elder.elderId,
    areaCode: elder.areaCode,
    ...(note ? { note } : {}),
    before: { status: elder.status },
    after: { ...changes, version },
  });
}
