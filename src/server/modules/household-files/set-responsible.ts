import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { setResponsible as endpoint } from '#contracts/household-files.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import * as db from './db.ts';
import type * as people from './db-people.ts';
import { dutyOf, subjectOf } from './keep-files.ts';
import { membersOf, responsibleOf, staffOf, unitOf } from './read-files.ts';

/** Ours (designDefault): no document says how soon a household must have its first measure. */
const WORKING_DAYS = 10;

type Body = z.output<typeof endpoint.body>;

/** Who answers for the household from now on; an account takes over what is open, and owes a first measure where none is. */
export async function setResponsible(ctx: Context, householdId: string, body: Body) {
  const members = await membersOf(ctx, householdId);
  const before = await db.findFile(ctx, householdId);
  const [first] = members;
  if (!first) throw new DomainError('platform.not-found');
  const { owner, name, unit } = await personOf(ctx, first.area_code, body);
  const row = {
    ...{ household_id: householdId, area_code: first.area_code, responsible_name: name, responsible_unit: unit },
    responsible_account: owner?.account_id ?? null,
  };
  await db.putFile(ctx, row);
  await handOver(ctx, { householdId, members, owner });
  await record(ctx, {
    ...{ action: 'household-files.set-responsible', subject: { kind: 'household', id: householdId } },
    ...{ elderId: first.elder_id, areaCode: first.area_code, note: `责任人${name}，${unit}` },
    before: before ? { name: before.responsible_name, unit: before.responsible_unit } : {},
    after: { name, unit, accountId: row.responsible_account },
  });
  return responsibleOf({ ...row, set_by: ctx.actor.name, set_at: ctx.now });
}

async function personOf(ctx: Context, areaCode: string, { accountId, name, unit }: Body) {
  if (accountId) {
    const owner = (await staffOf(ctx, areaCode)).find(one => one.account_id === accountId);
    if (!owner) throw new DomainError('platform.invalid-input', undefined, { accountId: '请从名单里另选一位' });
    return { owner, name: owner.name, unit: unitOf(owner) };
  }
  if (!name || !unit)
    throw new DomainError('platform.invalid-input', undefined, {
      ...(!name && { name: '请填责任人姓名' }),
      ...(!unit && { unit: '请填单位和职务' }),
    });
  return { owner: undefined, name, unit };
}

type Handed = { householdId: string; members: readonly people.MemberRow[]; owner: people.StaffRow | undefined };

/** What is open goes to whom it now falls on. */
async function handOver(ctx: Context, { householdId, members, owner }: Handed): Promise<void> {
  const ids = members.map(one => one.elder_id);
  const kept = (await db.listMeasures(ctx, ids)).filter(row => row.status !== 'stopped');
  for (const row of kept.filter(one => one.status !== 'done')) {
    await closeDuties(ctx, row.measure_id);
    await openDuty(ctx, subjectOf(row), dutyOf(row, { householdId, owner }));
  }
  await closeDuties(ctx, householdId);
  const [first] = members;
  if (!owner || !first || kept.length > 0) return;
  const subject = { kind: 'household', id: householdId, elderId: first.elder_id, areaCode: first.area_code };
  await openDuty(ctx, subject, {
    ...{ forRole: owner.role, assigneeId: owner.account_id, kindLabel: '一户一策', actionLabel: '去定措施' },
    ...{
      title: `给${first.name}家定帮扶措施`,
      reason: '您是这一户的责任人，还没有措施',
      withinWorkingDays: WORKING_DAYS,
    },
    path: `/desk/households/${householdId}`,
  });
}
