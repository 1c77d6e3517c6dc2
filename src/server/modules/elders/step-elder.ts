import { type Elder, type ElderStatus, elderLifecycle } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { updateElder } from './db/change.ts';
import { rewriteDerived } from './db/derived.ts';
import { lockElder } from './db/people.ts';

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
  const fault = deathFault(elder, death.diedOn, ctx.today);
  if (fault) throw new DomainError('platform.invalid-input', fault, { diedOn: fault });
  const status = await advance(ctx, {
    table: elderLifecycle,
    subject: subjectOf(elder),
    status: elder.status,
    action: 'record-death',
    note: death.note || `${death.diedOn} 去世`,
  });
  await settle(ctx, { elder, status, action: 'elders.record-death', note: death.note ?? null, diedOn: death.diedOn });
  await publish(ctx, { name: 'elder.died', elderId, areaCode: elder.areaCode, diedOn: death.diedOn });
  return { status };
}

export function deathFault(elder: Pick<Elder, 'bornOn'>, diedOn: string, today: string): string | undefined {
  if (diedOn > today) return '去世日期在今天之后，请核对';
  if (diedOn <= elder.bornOn) return '去世日期早于出生日期，请核对';
  return undefined;
}

type Settled = { elder: Elder; status: ElderStatus; action: string; note: string | null; diedOn?: string };

async function settle(ctx: Context, { elder, status, action, note, diedOn }: Settled): Promise<void> {
  const changes = { status, ...(diedOn ? { diedOn } : {}) };
  const version = await updateElder(ctx, elder.elderId, changes);
  await rewriteDerived(ctx, { ...elder, ...changes });
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
