import { orderLifecycle } from '#contracts/order-lifecycle.ts';
import type { PastStep } from '#platform/lifecycle/insert-steps.ts';
import { newId } from '#shared/ids.ts';
import type { DemoOrder } from '../demo/index.ts';
import type { HistoryContext } from './history-rows.ts';
import { lookup, officeOf } from './lookup.ts';
import type { OrderRow } from './steps/orders.ts';

type Actor = PastStep['actor'];
type Taken = { at: string | null; action: string; to: string; actor: Actor; note?: string | null };

const LABELS = new Map(orderLifecycle.transitions.map(t => [t.action as string, t.label]));

/** The steps that an order has taken, in order, by whoever took them. */
export function orderSteps(h: HistoryContext, o: DemoOrder, row: OrderRow): PastStep[] {
  const { world } = h;
  const family = { name: row.ordered_by, accountId: null, role: 'family' };
  const carer = person(h, o.staffId, 'caregiver');
  const clerk = actorOf(officeOf(world, 'street', o.areaCode), 'street');
  const finance = actorOf(officeOf(world, 'finance', o.areaCode), 'finance');
  const settledAt = row.settled_on && `${row.settled_on}T10:00:00+08:00`;
  const taken: Taken[] = [
    { at: row.ordered_at, action: 'submit', to: 'submitted', actor: family },
    { at: row.dispatched_at, action: 'dispatch', to: 'dispatched', actor: clerk },
    { at: row.accepted_at, action: 'accept', to: 'accepted', actor: carer },
    { at: row.started_at, action: 'check-in', to: 'started', actor: carer },
    { at: row.done_at, action: 'record', to: 'done', actor: carer },
    { at: row.confirmed_at, action: 'confirm', to: 'confirmed', actor: family },
    { at: row.evaluated_at, action: 'evaluate', to: 'evaluated', actor: family },
    { at: settledAt, action: 'settle', to: 'settled', actor: finance },
    { at: row.cancelled_at, action: 'cancel', to: 'cancelled', actor: family, note: row.cancel_reason },
  ];
  return stepsOf(row, taken);
}

function stepsOf(row: OrderRow, taken: readonly Taken[]): PastStep[] {
  const subject = {
    kind: 'order',
    id: row.order_id,
    elderId: row.elder_id,
    areaCode: row.area_code,
    organisationId: row.provider_id,
    assigneeId: row.assignee_id,
  };
  let from: string | null = null;
  const steps: PastStep[] = [];
  for (const { at, action, to, actor, note } of taken) {
    if (!at) continue;
    const label = LABELS.get(action) ?? '下单';
    steps.push({ stepId: newId(Date.parse(at)), at, subject, action, label, from, to, actor, note: note ?? null });
    from = to;
  }
  return steps;
}

const actorOf = (staff: { name: string; staffId: string } | undefined, role: string): Actor => ({
  name: staff?.name ?? '系统',
  accountId: staff?.staffId ?? null,
  role,
});

const person = (h: HistoryContext, id: string | null, role: string): Actor =>
  actorOf(id ? lookup(h.world).staff.get(id) : undefined, role);
