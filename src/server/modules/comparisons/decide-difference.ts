import type { z } from 'zod';
import { differenceLifecycle } from '#contracts/comparison-lifecycle.ts';
import type { decideDifference as endpoint } from '#contracts/comparisons.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from './db/differences.ts';
import { dutyOf, subjectOf } from './difference-duty.ts';
import { giveToRegister } from './settle-differences.ts';

type Body = z.output<typeof endpoint.body>;
const RANK = ['community', 'street', 'district'] as const;
const rank = (role: string): number => (RANK as readonly string[]).indexOf(role);

/** 采纳, 不采纳 or 转办 by whoever it is with, or somebody above. */
export async function decideDifference(ctx: Context, id: string, body: Body) {
  const row = await db.findDifference(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条差异，或不在您的辖区');
  if (rank(ctx.actor.role) < rank(row.owner_role))
    throw new DomainError('platform.wrong-state', `这条差异已转给${ROLE_LABELS[row.owner_role]}核对`);
  if (body.action === 'adopt') return adopt(ctx, row, body.note);
  if (body.action === 'transfer') return transfer(ctx, row, body);
  const status = await take(ctx, row, { action: 'refuse', note: body.note });
  await db.setDifference(ctx, id, { status, note: body.note });
  return { id, status, correctionId: row.correction_id };
}

type Step = { action: 'adopt' | 'refuse' | 'transfer'; note: string; duty?: ReturnType<typeof dutyOf> };

async function take(ctx: Context, row: db.DifferenceRow, { action, note, duty }: Step) {
  const subject = subjectOf(row);
  const status = await advance(ctx, {
    ...{ table: differenceLifecycle, subject, status: row.status, action, note },
    duty,
  });
  const { elder_id: elderId, area_code: areaCode } = row;
  await record(ctx, { action: `comparisons.${action}`, subject, elderId, areaCode, note });
  return status;
}

/** The correction waits for another person, is written by a trusted source's rule, or the register says so already. */
async function adopt(ctx: Context, row: db.DifferenceRow, note: string) {
  const proposed = await take(ctx, row, { action: 'adopt', note });
  const { outcome, correctionId } = await giveToRegister(ctx, row, note);
  if (outcome === 'duplicate') throw new DomainError('platform.wrong-state', '这条记录已经采纳过');
  const applied = outcome !== 'proposed';
  const status = applied
    ? await advance(ctx, {
        ...{ table: differenceLifecycle, subject: subjectOf(row), status: proposed, action: 'apply' },
        ...{ note: outcome === 'same' ? '档案已经是这样' : '来源可信，按规则采纳', asSystem: true },
      })
    : proposed;
  await db.setDifference(ctx, row.difference_id, { status, note, correction_id: correctionId });
  return { id: row.difference_id, status, correctionId };
}

async function transfer(
  ctx: Context,
  row: db.DifferenceRow,
  { to, note }: { to: 'street' | 'district'; note: string },
) {
  if (rank(to) <= rank(row.owner_role))
    throw new DomainError('platform.invalid-input', undefined, {
      to: `现在就由${ROLE_LABELS[row.owner_role]}核对，请转给上一级`,
    });
  const duty = dutyOf({ ...row, owner_role: to });
  const status = await take(ctx, row, { action: 'transfer', note, duty });
  await db.setDifference(ctx, row.difference_id, { status, note, owner_role: to });
  return { id: row.difference_id, status, correctionId: row.correction_id };
}
