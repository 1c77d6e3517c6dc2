import { DomainError } from '#contracts/errors.ts';
import { type RehearsalAct, rehearsalLifecycle } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { areaLevel } from '#shared/area-codes.ts';
import * as db from './db/drafts.ts';
import { clearResult } from './db/store-result.ts';
import { subjectOf } from './draft-rehearsal.ts';
import { getRehearsal, hasOtherLaw, isOwn, readRehearsal, SAME_PERSON } from './read-rehearsal.ts';

type Asked = { action: RehearsalAct; note?: string | undefined };

/** 提交、签批（another person）、退回、废弃. What is signed stays as it was computed. */
export async function stepRehearsal(ctx: Context, id: string, { action, note }: Asked): Promise<Rehearsal> {
  const row = await getRehearsal(ctx, id, true);
  if (row.kind === 'forecast') throw new DomainError('platform.wrong-state', '经费测算不用提交和签批');
  if (row.result_status === 'running') throw new DomainError('rehearsals.running');
  if (action !== 'submit' && !note)
    throw new DomainError('rehearsals.needs-note', undefined, { note: '请写明决定或原因' });
  const step = { table: rehearsalLifecycle, subject: subjectOf(row), status: row.status } as const;
  const duty = action === 'submit' ? signDuty(row) : undefined;
  const status = await advance(ctx, { ...step, action, note: note ?? null, duty });
  if (action === 'sign' && isOwn(ctx, row)) throw new DomainError('rehearsals.same-person', SAME_PERSON);
  if ((action === 'submit' || action === 'sign') && hasOtherLaw(row)) throw new DomainError('rehearsals.stale');
  await db.setRehearsal(ctx, id, { status, ...namesOf(ctx, action, note) });
  if (action === 'discard')
    await asBatch(ctx, { areaCode: row.area_code, why: '废弃草案：清掉预演结果' }, inner => clearResult(inner, id));
  await record(ctx, {
    ...{ action: `rehearsals.${action}`, subject: step.subject, areaCode: row.area_code },
    note: [row.name, note].filter(Boolean).join('：'),
    after: { status, resultMark: row.result_mark },
  });
  return readRehearsal(ctx, id);
}

function namesOf(ctx: Context, action: RehearsalAct, note: string | undefined) {
  const { accountId, name } = ctx.actor;
  if (action === 'submit') return { submitted_by: accountId, submitted_by_name: name, submitted_at: ctx.now };
  if (action === 'sign')
    return { signed_by: accountId, signed_by_name: name, signed_at: ctx.now, decision: note ?? '' };
  if (action === 'return') return { submitted_by: null, submitted_by_name: null };
  return { result_status: 'none' as const };
}

const signDuty = (row: db.RehearsalRecord): Duty => ({
  forRole: areaLevel(row.area_code) === 'city' ? 'city' : 'district',
  kindLabel: '草案签批',
  title: row.name,
  reason: '预演过，等另一位同事看过结果后签批',
  actionLabel: '签批',
  path: `/desk/rehearsals/${row.rehearsal_id}`,
  withinWorkingDays: 5,
});
