import type { z } from 'zod';
import type * as contract from '#contracts/agreements.ts';
import { agreementLifecycle } from '#contracts/agreements.ts';
import { DomainError } from '#contracts/errors.ts';
import { makeTasks, partsOfPapers } from '#modules/tasks/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { openExpiryDuties } from './expiry.ts';
import { getAgreement, readAgreement } from './read-agreements.ts';

type Body = z.output<typeof contract.registerAgreement.body>;
type Task = z.output<typeof contract.addAgreementTask.body>;

export async function registerAgreement(ctx: Context, body: Body) {
  if (body.signedOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { signedOn: '签订日期在今天之后，请核对' });
  refuseEnd(body.endsOn, body.signedOn);
  const row = {
    ...{ agreement_id: newId(), area_code: ctx.actor.areaCode, title: body.title, subject: body.subject },
    ...{ signed_on: body.signedOn, ends_on: body.endsOn, meeting: body.meeting || null, parties: body.parties },
    ...{ meeting_number: body.meetingNumber ?? null, summary: body.summary || null },
  };
  await db.insertAgreement(ctx, row);
  const subject = { kind: 'agreement', id: row.agreement_id, areaCode: row.area_code };
  await advance(ctx, { table: agreementLifecycle, subject, status: null, action: 'register' });
  await record(ctx, { action: 'agreements.register', subject, areaCode: row.area_code, note: row.title });
  await putTasks(ctx, row, { tasks: body.tasks, after: 0 });
  await openExpiryDuties(ctx);
  return readAgreement(ctx, row.agreement_id);
}

function refuseEnd(endsOn: string | null | undefined, after: string): void {
  if (endsOn && endsOn <= after)
    throw new DomainError('platform.invalid-input', undefined, { endsOn: `要晚于${after}` });
}

/** An agreement's tasks are tasks: the unit finds them in its own list, feeds back and is accepted there. */
async function putTasks(
  ctx: Context,
  of: { agreement_id: string; area_code: string; title: string },
  given: { tasks: readonly Task[]; after: number },
): Promise<void> {
  const source = {
    ...{ documentId: of.agreement_id, title: of.title, number: null, areaCode: of.area_code, period: null },
  };
  const made = given.tasks.map((task, i) => ({
    ...{ kind: 'agreement' as const, number: String(given.after + i + 1), sortNo: given.after + i + 1 },
    ...{ title: task.title, text: task.title, units: [{ name: task.unitName, role: null, group: false }] },
    ...{ targets: [], progress: [], dueOn: task.dueOn },
  }));
  await makeTasks(ctx, source, made);
}

async function ownAgreement(ctx: Context, id: string): Promise<db.AgreementRow> {
  const row = await getAgreement(ctx, id, true);
  if (row.area_code !== ctx.actor.areaCode)
    throw new DomainError('platform.not-found', '这份协议由登记它的民政部门办理');
  return row;
}

export async function addTask(ctx: Context, id: string, task: Task) {
  const row = await ownAgreement(ctx, id);
  if (row.status === 'ended') throw new DomainError('platform.wrong-state', '这份协议已经终止，不能再加任务');
  const parts = await partsOfPapers(ctx, [id]);
  await putTasks(ctx, row, { tasks: [task], after: new Set(parts.map(part => part.taskId)).size });
  const subject = { kind: 'agreement', id };
  await record(ctx, { action: 'agreements.add-task', subject, areaCode: row.area_code, note: task.title });
  return readAgreement(ctx, id);
}

type Step = z.output<typeof contract.stepAgreement.body>;

/** A renewal gives a later last day; an end its reason. The duty of the old last day is closed, the next comes in time. */
export async function stepAgreement(ctx: Context, id: string, { action, endsOn, note }: Step) {
  const row = await ownAgreement(ctx, id);
  if (action === 'renew' && !endsOn)
    throw new DomainError('platform.invalid-input', undefined, { endsOn: '请填续到哪天' });
  if (action === 'renew') refuseEnd(endsOn, row.ends_on ?? row.signed_on);
  if (action === 'end' && !note) throw new DomainError('platform.invalid-input', undefined, { note: '请写明原因' });
  const subject = { kind: 'agreement', id, areaCode: row.area_code };
  const words = action === 'renew' ? `续到${dayWords(endsOn)}${note ? `：${note}` : ''}` : (note ?? null);
  const status = await advance(ctx, {
    ...{ table: agreementLifecycle, subject, status: row.status, action, note: words },
  });
  await db.setAgreement(ctx, id, {
    ...{ status, ends_on: action === 'renew' ? (endsOn ?? null) : row.ends_on, note: note ?? row.note },
    ended_on: status === 'ended' ? ctx.today : null,
  });
  await record(ctx, {
    action: `agreements.${action}`,
    subject,
    areaCode: row.area_code,
    ...(words && { note: words }),
  });
  await openExpiryDuties(ctx);
  return readAgreement(ctx, id);
}
