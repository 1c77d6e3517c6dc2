import { addDays } from '#shared/dates.ts';
import { DEMO_START, type DemoOrder, type Place } from '../demo/index.ts';
import { pickLogins } from './logins.ts';
import { LOGIN_COMMUNITY, type World } from './plan.ts';

const TODAY_ORDERS = 4;

/**
 * The login community's next orders fall on the first day and go to the caregiver of the demo's login, the last of them
 * still waiting for the answer, so that the caregiver's day is worth opening. Everything else stays as drawn.
 */
export function forTheFirstDay(world: World, place: Place, orders: readonly DemoOrder[]): DemoOrder[] {
  const carer = place.code === LOGIN_COMMUNITY && pickLogins(world).find(l => l.role === 'caregiver');
  if (!carer) return [...orders];
  const latest = orders.filter(o => !o.cancelledAt).sort((a, b) => b.scheduledOn.localeCompare(a.scheduledOn));
  const chosen = new Map(latest.slice(0, TODAY_ORDERS).map((order, i) => [order.orderId, i]));
  return orders.map(order => {
    const nth = chosen.get(order.orderId);
    return nth === undefined ? order : today(order, { nth, carer });
  });
}

type For = { nth: number; carer: { accountId: string; organisationId: string | null } };

function today(order: DemoOrder, { nth, carer }: For): DemoOrder {
  const day = addDays(DEMO_START, -1);
  const at = (clock: string) => `${day}T${clock}:00.000Z`;
  const waits = nth === TODAY_ORDERS - 1;
  return {
    ...order,
    organisationId: carer.organisationId ?? order.organisationId,
    staffId: carer.accountId,
    scheduledOn: DEMO_START,
    submittedAt: at('01:20'),
    dispatchedAt: at('02:05'),
    acceptedAt: waits ? null : at('02:40'),
    startedAt: null,
    doneAt: null,
    confirmedAt: null,
    rating: null,
    settledOn: null,
    cancelReason: null,
  };
}
