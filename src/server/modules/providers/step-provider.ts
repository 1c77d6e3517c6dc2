import { DomainError } from '#contracts/errors.ts';
import { type Provider, type ProviderStatus, providerLifecycle } from '#contracts/providers.ts';
import { noteChange, sourcesOf } from '#modules/directory-changes/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { isInArea } from '#shared/area-codes.ts';
import * as db from './db.ts';

type Action = (typeof providerLifecycle.transitions)[number]['action'];

/** Admits, warns, suspends or ends a firm of the actor's own area; an exit gives its open orders back for dispatch. */
export async function stepProvider(
  ctx: Context,
  id: string,
  step: { action: Action; reason: string },
): Promise<Provider> {
  const row = await db.findProvider(ctx, id);
  if (!row || !isInArea(row.area_code, ctx.actor.areaCode)) throw new DomainError('platform.not-found');
  const status = await advance(ctx, {
    table: providerLifecycle,
    subject: { kind: 'provider', id, areaCode: row.area_code, organisationId: id },
    status: row.status as ProviderStatus,
    action: step.action,
    note: step.reason,
  });
  const set: Partial<db.ProviderRow> = { status };
  if (step.action === 'admit') set.admitted_on = ctx.today;
  if (step.action === 'exit') set.exited_on = ctx.today;
  await db.updateProvider(ctx, id, set);
  await record(ctx, {
    action: `providers.${step.action}`,
    subject: { kind: 'provider', id },
    areaCode: row.area_code,
    note: step.reason,
    before: { status: row.status },
    after: { status },
  });
  const label = nextLabel(row.status as ProviderStatus, step.action);
  await noteChange(ctx, {
    ...{ directory: 'provider', id, name: row.name, areaCode: row.area_code, what: `${label}：${step.reason}` },
  });
  if (step.action === 'exit') {
    await publish(ctx, { name: 'provider.exited', providerId: id, areaCode: row.area_code, reason: step.reason });
  }
  const of = { items: await db.itemsOf(ctx, [id]), sources: await sourcesOf(ctx, [id]) };
  return db.toProvider({ ...row, ...set }, of);
}

const nextLabel = (from: ProviderStatus, action: Action): string =>
  providerLifecycle.transitions.find(t => t.action === action && t.from.includes(from))?.label ?? action;
