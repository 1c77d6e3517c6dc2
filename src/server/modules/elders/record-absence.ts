import type { z } from 'zod';
import {
  type Absence,
  type recordAbsence as absenceEndpoint,
  LIFE_EVENT_LABELS,
  type recordReturn as returnEndpoint,
} from '#contracts/elders/life-events.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayWords } from '#shared/dates.ts';
import { lockLiving } from './change-elder.ts';
import { updateElder } from './db/change.ts';
import { rewriteDerived } from './db/derived.ts';
import { eventOrigin, keepOrigins } from './db/facts.ts';
import { listEvents } from './db/life-events.ts';
import { keepEvent, refuseDate } from './keep-event.ts';

type Facts = Pick<Elder, 'away' | 'living' | 'serviceMode'>;

/** What an absence makes of the register: a hospital stay leaves home and service as they are. */
export function factsAway(elder: Facts, kind: Absence): Facts {
  if (kind === 'institution') return { away: kind, living: '住养老机构', serviceMode: 'institution' };
  return { away: kind, living: elder.living, serviceMode: kind === 'travel' ? 'travel' : elder.serviceMode };
}

/** 住院、入住养老机构、外出旅居. Orders, visits, alarms and the bed follow by their reactions to elder.away. */
export async function recordAbsence(ctx: Context, elderId: string, form: z.output<typeof absenceEndpoint.body>) {
  const elder = await living(ctx, elderId);
  refuseDate(elder, 'fromOn', { on: form.fromOn, today: ctx.today });
  if (form.untilOn && form.untilOn < form.fromOn) {
    throw new DomainError('platform.invalid-input', undefined, { untilOn: '预计回来的日期早于离家的日期' });
  }
  if (elder.away) {
    const say = `已登记${LIFE_EVENT_LABELS[elder.away]}，请先登记回家，或更正原来的登记`;
    throw new DomainError('elders.life-event', say);
  }
  const made = await keepEvent(ctx, elder, {
    kind: form.kind,
    row: {
      happened_on: form.fromOn,
      until_on: form.untilOn ?? null,
      place: form.place ?? null,
      note: form.note ?? null,
    },
  });
  await setFacts(ctx, elder, factsAway(elder, form.kind));
  await publish(ctx, {
    name: 'elder.away',
    ...{ elderId, areaCode: elder.areaCode, why: form.kind, fromOn: form.fromOn, untilOn: form.untilOn ?? null },
  });
  return made;
}

/** 回家: back to how it was before the absence. */
export async function recordReturn(ctx: Context, elderId: string, form: z.output<typeof returnEndpoint.body>) {
  const elder = await living(ctx, elderId);
  refuseDate(elder, 'returnedOn', { on: form.returnedOn, today: ctx.today });
  if (!elder.away) throw new DomainError('elders.life-event', '没有登记过离家，不用登记回家');
  const left = (await listEvents(ctx, elderId)).find(e => e.kind === elder.away && e.status === 'recorded');
  if (left && form.returnedOn < left.happened_on) {
    throw new DomainError('platform.invalid-input', undefined, {
      returnedOn: `早于离家的日期（${dayWords(left.happened_on)}）`,
    });
  }
  const row = { happened_on: form.returnedOn, note: form.note ?? null };
  const made = await keepEvent(ctx, elder, { kind: 'return', row });
  const home = left ? { living: left.before.living, serviceMode: left.before.serviceMode } : {};
  await setFacts(ctx, elder, { living: elder.living, serviceMode: 'home', ...home, away: null });
  await publish(ctx, { name: 'elder.returned', elderId, areaCode: elder.areaCode, returnedOn: form.returnedOn });
  return made;
}

async function living(ctx: Context, elderId: string): Promise<Elder> {
  const elder = await lockLiving(ctx, elderId);
  if (elder.status === 'moved-out') throw new DomainError('elders.life-event', '老人已迁出本市，请先更正迁出登记');
  return elder;
}

/** Writes home, service and absence, and what follows from them; audited with what stood before. */
export async function setFacts(ctx: Context, elder: Elder, facts: Facts): Promise<void> {
  const { elderId, areaCode } = elder;
  const version = await updateElder(ctx, elderId, facts);
  await rewriteDerived(ctx, { ...elder, ...facts });
  await keepOrigins(ctx, elder, { fields: Object.keys(facts), how: eventOrigin(ctx.today) });
  await record(ctx, {
    action: facts.away ? 'elders.away' : 'elders.return',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode,
    before: { away: elder.away, living: elder.living, serviceMode: elder.serviceMode },
    after: { ...facts, version },
  });
}
