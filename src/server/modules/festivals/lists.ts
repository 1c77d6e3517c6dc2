import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { festivalLifecycle } from '#contracts/festival-lifecycle.ts';
import type { Festival, FestivalRow, makeFestival as made } from '#contracts/festivals.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { festivalLawOf } from '#modules/benefits/places/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';

const rowOf = (row: db.ListRecord): FestivalRow => ({
  ...{ id: row.list_id, name: row.name, occasion: row.occasion, onDay: row.on_day, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), status: row.status, amountFen: row.amount_fen, goods: row.goods },
  counts: { proposed: row.proposed, listed: row.listed, removed: row.removed, done: row.done, left: row.left },
  ...{ madeBy: row.made_by_name, madeAt: row.made_at },
});

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readFestivals(ctx: Context, asked: Asked) {
  const status = asked.status ?? null;
  const found = await db.listLists(ctx, { status, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.made_at, row.list_id]);
  return { rows: kept.map(rowOf), nextCursor, total: await db.countLists(ctx, status) };
}

export async function getList(ctx: Context, id: string, lock = false): Promise<db.ListRecord> {
  const row = await db.findList(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份慰问名单，或不在您的辖区');
  return row;
}

export async function readFestival(ctx: Context, id: string): Promise<Festival> {
  const row = await getList(ctx, id);
  return {
    ...rowOf(row),
    ...{ rule: row.rule, basis: row.basis, checkedBy: row.checked_by_name, note: row.note, doneFen: row.done_fen },
    steps: await readSteps(ctx, id),
    nextActions: nextActions(festivalLifecycle, row.status, ctx.actor.role).map(each =>
      each.action === 'check' && each.allowed && row.made_by === ctx.actor.accountId
        ? { ...each, allowed: false, disabledBecause: '名单由您列出，请另一位同事复核' }
        : each,
    ),
  };
}

type Made = z.output<typeof made.body>;

/** One list of the caller's area. Money is what the district has set for the festival; nothing else is paid. */
export async function makeFestival(ctx: Context, given: Made) {
  const { minAge, economicClasses, familyPlanningSpecial } = given.rule;
  if (minAge === null && economicClasses.length === 0 && !familyPlanningSpecial)
    throw new DomainError('platform.invalid-input', '请至少选一类慰问对象', { minAge: '请至少选一类慰问对象' });
  if (given.gift === 'goods' && !given.goods)
    throw new DomainError('platform.invalid-input', undefined, { goods: '请写慰问品' });
  const { amountFen } = await festivalLawOf(ctx, given);
  if (given.gift === 'money' && amountFen === null) throw new DomainError('festivals.amount-unset');
  const year = given.onDay.slice(0, 4);
  const row = {
    ...{ list_id: newId(), area_code: ctx.actor.areaCode, occasion: given.occasion, name: given.name },
    ...{ on_day: given.onDay, rule: given.rule, basis: given.basis },
    occasion_key: `${year}-${given.occasion === 'other' ? given.name : given.occasion}`,
    ...{
      amount_fen: given.gift === 'money' ? amountFen : null,
      goods: given.gift === 'goods' ? (given.goods ?? null) : null,
    },
  };
  await db.insertList(ctx, row);
  const listed = await db.insertVisits(ctx, row);
  if (listed === 0) throw new DomainError('festivals.nobody');
  const elsewhere = (await db.countNamed(ctx, row)) - listed;
  const subject = { kind: 'festival-list', id: row.list_id, areaCode: row.area_code };
  const duty: Duty = {
    ...{ forRole: ctx.actor.role, kindLabel: '慰问', actionLabel: '复核名单', withinWorkingDays: 3 },
    ...{ title: `复核${given.name}慰问名单，${listed}人`, reason: '列名单的人不能自己复核' },
    path: `/desk/festivals/${row.list_id}`,
  };
  await advance(ctx, { table: festivalLifecycle, subject, status: null, action: 'make', duty });
  const note = `${given.name}，${listed}人，依据：${given.basis}`;
  await record(ctx, { action: 'festivals.make', subject, areaCode: row.area_code, note });
  return { id: row.list_id, listed, elsewhere };
}

type Step = { action: 'check' | 'close' | 'cancel'; note?: string | undefined };

export async function stepFestival(ctx: Context, id: string, { action, note }: Step): Promise<Festival> {
  const row = await getList(ctx, id, true);
  if (action === 'cancel' && !note) throw new DomainError('festivals.needs-note', undefined, { note: '请写明原因' });
  const subject = { kind: 'festival-list', id, areaCode: row.area_code };
  const step = { table: festivalLifecycle, subject, status: row.status, action, note: note ?? null } as const;
  const status = await advance(ctx, step);
  if (action === 'check' && row.made_by === ctx.actor.accountId) throw new DomainError('festivals.same-person');
  if (action === 'check' && (await db.addedBy(ctx, id, ctx.actor.accountId)))
    throw new DomainError('festivals.same-person', '名单里有您手工添的人，请另一位同事复核');
  if (action === 'close' && row.listed > 0)
    throw new DomainError('festivals.left-over', `还有 ${row.listed} 位没有慰问，也没有写原因，不能办结`);
  await db.setList(ctx, id, { status, note: note ?? null, checked: action === 'check' });
  await record(ctx, { action: `festivals.${action}`, subject, areaCode: row.area_code, ...(note && { note }) });
  return readFestival(ctx, id);
}
