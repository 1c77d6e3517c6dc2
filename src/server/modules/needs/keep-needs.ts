import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { type NeedAct, needLifecycle } from '#contracts/need-lifecycle.ts';
import type { ServiceNeed, stepNeed as stepEndpoint, surveyNeed as surveyEndpoint } from '#contracts/needs.ts';
import type { FoundNeed } from '#contracts/visits.ts';
import { itemInForce } from '#modules/catalogue/index.ts';
import { responsibleStation } from '#modules/visits/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { needOf } from './read-needs.ts';
import { dutyOf, needWords } from './rules.ts';

const subjectOf = (row: db.NeedRow) => ({
  ...{ kind: 'service-need', id: row.need_id, elderId: row.elder_id, areaCode: row.area_code },
  organisationId: row.organisation_id,
});
const GONE = ['deceased', 'moved-out'];

/** A need that somebody asked about, of a person in reach; an item of the catalogue only where it is in force. */
export async function surveyNeed(ctx: Context, body: z.output<typeof surveyEndpoint.body>): Promise<ServiceNeed> {
  const { elderId, kind, itemCode, text = null, urgent } = body;
  const person = await db.findPerson(ctx, elderId);
  if (!person) throw new DomainError('platform.not-found');
  if (GONE.includes(person.status)) throw new DomainError('platform.invalid-input', '这位老人已不在册');
  ctx.saw(elderId);
  const item = itemCode ? await itemInForce(ctx, itemCode, ctx.today) : null;
  const row = newNeed(ctx, person, { elderId, kind });
  const made = { ...row, text, urgent, item_code: item?.code ?? null, item_name: item?.name ?? null };
  if (!(await make(ctx, made))) throw new DomainError('needs.open-already');
  return needOf(ctx, made);
}

type Person = { area_code: string; name: string };
const newNeed = (ctx: Context, person: Person, of: { elderId: string; kind: FoundNeed }): db.NeedRow => ({
  ...{ elder_id: of.elderId, need_id: newId(), area_code: person.area_code, elder_name: person.name, kind: of.kind },
  ...{ item_code: null, item_name: null, text: null, urgent: false, source: 'survey', visit_id: null },
  ...{ found_on: ctx.today, found_by: ctx.actor.name, status: 'unmet', note: null, stepped_by: null },
  ...{ stepped_at: null, order_id: null, organisation_id: null },
});

async function make(ctx: Context, given: db.NeedRow): Promise<boolean> {
  const row = { ...given, organisation_id: await responsibleStation(ctx, given.area_code) };
  if (!(await db.insertNeed(ctx, row))) return false;
  const [subject, note] = [subjectOf(row), [needWords(row), row.text].filter(Boolean).join('：')];
  await advance(ctx, {
    ...{ table: needLifecycle, subject, status: null, action: 'survey', note, duty: dutyOf(row, 'unmet') },
  });
  const { elder_id: elderId, area_code: areaCode, kind, source, urgent } = row;
  await record(ctx, { action: 'needs.survey', subject, elderId, areaCode, note, after: { kind, source, urgent } });
  return true;
}

type Visited = { elderId: string; areaCode: string; visitId: string; needs: readonly string[]; note: string | null };

/** Reaction to visit.recorded: each need found at the door is on the list; one still open there is the same need. */
export function takeFoundNeeds(ctx: Context, { elderId, areaCode, visitId, needs, note }: Visited): Promise<void> {
  if (needs.length === 0) return Promise.resolve();
  return asBatch(ctx, { areaCode, why: '探访发现的需要列入服务需求清单' }, async inner => {
    const person = await db.findPerson(inner, elderId);
    if (!person) return;
    for (const kind of new Set(needs as FoundNeed[])) {
      const row = newNeed(inner, person, { elderId, kind });
      await make(inner, { ...row, text: note, source: 'visit', visit_id: visitId, urgent: kind === 'medical' });
    }
  });
}

type Step = { action: NeedAct; note: string; orderId?: string | null; asSystem?: boolean };

/** An order stays with its need, also once it is met; what did not come off lets go of it. */
const orderAfter = (row: db.NeedRow, action: NeedAct): string | null =>
  action === 'fail' || action === 'reopen' ? null : row.order_id;

async function take(ctx: Context, row: db.NeedRow, step: Step) {
  const { action, note, orderId = orderAfter(row, action), asSystem = false } = step;
  const subject = subjectOf(row);
  const target = { ...row, note, order_id: orderId };
  const to = needLifecycle.transitions.find(each => each.action === action)?.to ?? row.status;
  const duty = dutyOf(target, to);
  const status = await advance(ctx, {
    ...{ table: needLifecycle, subject, status: row.status, action, note, asSystem, duty },
  });
  const { elder_id: elderId, area_code: areaCode } = row;
  await record(ctx, { action: `needs.${action}`, subject, elderId, areaCode, note, after: { status, orderId } });
  return db.setNeed(ctx, row.need_id, { status, note, orderId });
}

/** One step by the desk. An order under way keeps its need until it is confirmed or cancelled, unless it is settled here. */
export async function stepNeed(
  ctx: Context,
  needId: string,
  { action, note }: z.output<typeof stepEndpoint.body>,
): Promise<ServiceNeed> {
  const row = await db.lockNeed(ctx, needId);
  if (!row) throw new DomainError('platform.not-found');
  ctx.saw(row.elder_id);
  if (action === 'reopen' && (await db.isOpenElsewhere(ctx, row))) throw new DomainError('needs.open-already');
  return needOf(ctx, await take(ctx, row, { action, note }));
}

type Ordered = { elderId: string; areaCode: string; orderId: string; needId: string; what: string };

/** Reaction to order.made: the need it was made for is being met by it. */
export function matchByOrder(ctx: Context, { elderId, areaCode, orderId, needId, what }: Ordered): Promise<void> {
  return asBatch(ctx, { areaCode, why: '按需求下了服务单' }, async inner => {
    const row = await db.lockNeed(inner, needId);
    if (!row || row.elder_id !== elderId) throw new DomainError('platform.not-found', '没有找到这一项服务需求，请刷新');
    if (row.order_id) throw new DomainError('platform.wrong-state', '这一项需求已经有一张服务单在办');
    const note = `已下服务单：${what}`;
    // Already talked about with somebody: the order is what came of it.
    if (row.status === 'matching') await db.setNeed(inner, needId, { status: 'matching', note, orderId });
    else await take(inner, row, { action: 'match', note, orderId, asSystem: true });
  });
}

/** Reactions to order.confirmed and order.cancelled: met, or wanted again. */
export function settleByOrder(
  ctx: Context,
  { areaCode, orderId, note }: { areaCode: string; orderId: string; note: string | null },
): Promise<void> {
  return asBatch(ctx, { areaCode, why: '服务单办结，需求跟着变' }, async inner => {
    for (const row of await db.needsOfOrder(inner, orderId)) {
      if (row.status !== 'matching') continue;
      if (note === null) await take(inner, row, { action: 'meet', note: '服务已确认', asSystem: true });
      else await take(inner, row, { action: 'fail', note: `服务单取消：${note}`, asSystem: true });
    }
  });
}

/** A death or a move out of the city ends what was still wanted. */
export async function endNeedsOf(
  ctx: Context,
  { elderId, reason }: { elderId: string; reason: string },
): Promise<void> {
  for (const row of await db.openNeedsOf(ctx, elderId))
    await take(ctx, row, { action: 'give-up', note: reason, asSystem: true });
}

export const needsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '服务需求随人换辖区，换新的驿站' }, async inner =>
    db.moveNeeds(inner, { ...event, organisationId: await responsibleStation(inner, event.areaCode) }),
  );
