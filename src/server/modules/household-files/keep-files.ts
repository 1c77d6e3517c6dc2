import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import {
  type HouseholdMeasure,
  type MeasureAct,
  measureLifecycle,
  type planMeasure as planEndpoint,
} from '#contracts/household-files.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, type Duty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import * as people from './db-people.ts';
import { measureOf, membersOf, staffOf } from './read-files.ts';

export const subjectOf = (row: db.MeasureRow) => ({
  ...{ kind: 'household-measure', id: row.measure_id, elderId: row.elder_id, areaCode: row.area_code },
});

/** Until it is carried out who answers for the household owes it by its day; the community where that is nobody with an account. */
export const dutyOf = (row: db.MeasureRow, { householdId, owner }: Owed): Duty => ({
  ...{ forRole: owner?.role ?? 'community', kindLabel: '帮扶措施', title: `落实${row.elder_name}家的措施` },
  ...{ reason: row.what, assigneeId: owner?.account_id ?? null },
  ...{ actionLabel: '记进展', path: `/desk/households/${householdId}`, dueAt: `${row.due_on}T18:00:00+08:00` },
});
export type Owed = { householdId: string; owner: people.StaffRow | undefined };

/** The account that answers for a household, as long as it has a post here. */
export async function ownerOf(
  ctx: Context,
  householdId: string,
  areaCode: string,
): Promise<people.StaffRow | undefined> {
  const file = await db.findFile(ctx, householdId);
  if (!file?.responsible_account) return undefined;
  return (await staffOf(ctx, areaCode)).find(one => one.account_id === file.responsible_account);
}

export async function planMeasure(
  ctx: Context,
  householdId: string,
  { elderId, kind, what, dueOn }: z.output<typeof planEndpoint.body>,
): Promise<HouseholdMeasure> {
  const person = (await membersOf(ctx, householdId)).find(one => one.elder_id === elderId);
  if (!person) throw new DomainError('platform.invalid-input', undefined, { elderId: '请选这一户的老人' });
  if (dueOn < ctx.today) throw new DomainError('platform.invalid-input', undefined, { dueOn: '期限不能早于今天' });
  const row: db.MeasureRow = {
    ...{ elder_id: elderId, measure_id: newId(), area_code: person.area_code, elder_name: person.name, kind, what },
    ...{ status: 'planned', due_on: dueOn, source: 'entered', note: null, made_by: ctx.actor.name, made_at: ctx.now },
    ...{ stepped_by: null, stepped_at: null },
  };
  await db.insertMeasure(ctx, row);
  const subject = subjectOf(row);
  await advance(ctx, {
    ...{ table: measureLifecycle, subject, status: null, action: 'plan', note: what },
    duty: dutyOf(row, { householdId, owner: await ownerOf(ctx, householdId, person.area_code) }),
  });
  await closeDuties(ctx, householdId);
  const areaCode = person.area_code;
  await record(ctx, { action: 'household-files.plan', subject, elderId, areaCode, note: what, after: { kind, dueOn } });
  return measureOf(ctx, row);
}

type Step = { action: MeasureAct; note: string; householdId: string | null; asSystem?: boolean };

async function take(ctx: Context, row: db.MeasureRow, { action, note, householdId, asSystem = false }: Step) {
  const subject = subjectOf(row);
  const owner = action === 'report' && householdId ? await ownerOf(ctx, householdId, row.area_code) : undefined;
  const duty = action === 'report' && householdId ? dutyOf(row, { householdId, owner }) : undefined;
  const status = await advance(ctx, {
    ...{ table: measureLifecycle, subject, status: row.status, action, note, asSystem, duty },
  });
  const { elder_id: elderId, area_code: areaCode } = row;
  await record(ctx, { action: `household-files.${action}`, subject, elderId, areaCode, note, after: { status } });
  return db.setMeasure(ctx, row.measure_id, { status, note });
}

export async function stepMeasure(
  ctx: Context,
  id: string,
  { action, note }: { action: MeasureAct; note: string },
): Promise<HouseholdMeasure> {
  const row = await db.lockMeasure(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  ctx.saw(row.elder_id);
  const householdId = await people.householdOf(ctx, row.elder_id);
  return measureOf(ctx, await take(ctx, row, { action, note, householdId }));
}

/** A death or a move out of the city ends what was not yet carried out. */
export async function endMeasuresOf(ctx: Context, of: { elderId: string; reason: string }): Promise<void> {
  for (const row of await db.openMeasuresOf(ctx, of.elderId))
    await take(ctx, row, { action: 'stop', note: of.reason, householdId: null, asSystem: true });
}

export const measuresFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '帮扶措施随人换辖区' }, inner => db.moveMeasures(inner, event));
