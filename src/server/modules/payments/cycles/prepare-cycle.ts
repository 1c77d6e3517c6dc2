import type { z } from 'zod';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { determineForPayer, explainStops } from '#modules/benefits/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { addMonths, monthOf, monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from '../db/cycles.ts';
import { insertOffsets, listOwing } from '../db/offsets.ts';
import { explainUngranted, insertPaidElsewhere } from '../db/owed.ts';
import { insertOneOff } from '../db/payables.ts';
import * as lines from '../db/prepare-lines.ts';
import { offsetsOf } from '../rules/offsets.ts';
import { CITY, type PrepareJob, subjectOf } from './cycle-subject.ts';
import { cycleDuty } from './duties.ts';
import { leavePreparing } from './leave-preparing.ts';
import { readCycle } from './read-cycle.ts';

type Asked = { month: string; areaCode?: string | undefined };

/** Opens a district's cycle of this month or the next and leaves the preparing to a job. */
export async function prepareCycle(ctx: Context, asked: Asked) {
  const payerCode = asked.areaCode ?? ctx.actor.areaCode;
  if (areaLevel(payerCode) !== 'district')
    throw new DomainError('payments.not-a-district', undefined, { areaCode: '请选一个区' });
  const months = [monthOf(ctx.today), monthOf(addMonths(ctx.today, 1))];
  const { floor, rounds, last } = await db.roundsOf(ctx, { payerCode, month: asked.month });
  if (!months.includes(asked.month) || (last !== null && asked.month < last))
    throw new DomainError('payments.month-out-of-range', undefined, { month: '请选本月或下月' });
  const id = newId();
  const row = { id, payerCode, month: asked.month, round: rounds + 1, floor: floor ?? asked.month };
  if (!(await db.insertCycle(ctx, row))) throw new DomainError('payments.cycle-open');
  await advance(ctx, {
    ...{ table: cycleLifecycle, subject: subjectOf(id, payerCode), status: null, action: 'prepare' },
    note: `${monthWords(asked.month)}${row.round > 1 ? `第${row.round}次` : ''}`,
  });
  await leavePreparing(ctx, { cycleId: id, payerCode, month: asked.month });
  await record(ctx, {
    ...{ action: 'payments.prepare', subject: { kind: 'payment-cycle', id }, areaCode: payerCode },
    note: asked.month,
  });
  return readCycle(ctx, id);
}

/** The job. Its two transactions may be repeated: the second begins by removing what an earlier attempt wrote. */
export async function runPrepare(tools: JobTools, cycleId: string): Promise<void> {
  const cycle = await tools.inArea(CITY, '编制发放：看批次', ctx => db.findCycle(ctx, cycleId));
  if (cycle?.status !== 'preparing') return;
  if (!(await tools.progress(0, 2, '正在核定户籍在本区的老人'))) return;
  const of = { cycleId, payerCode: cycle.area_code, month: cycle.month, floor: cycle.floor_month };
  await tools.inArea(CITY, '编制发放：核定户籍在本区的老人，包括住在外区的', ctx => determineForPayer(ctx, of));
  if (!(await tools.progress(1, 2, '正在列发放明细'))) return;
  await tools.inArea(CITY, '编制发放：列明细', ctx => fillCycle(ctx, of));
  await tools.progress(2, 2);
}

/** The lines of a cycle from what is determined; begins by removing what an earlier attempt wrote. */
export async function fillCycle(ctx: Context, of: lines.Preparing): Promise<void> {
  const cycle = await db.findCycle(ctx, of.cycleId, true);
  if (cycle?.status !== 'preparing') return;
  await lines.clearLines(ctx, of.cycleId);
  await lines.insertRegular(ctx, of);
  await lines.insertBackPay(ctx, of);
  await insertPaidElsewhere(ctx, of);
  await insertOneOff(ctx, of);
  await lines.holdWithoutAccount(ctx, of.cycleId);
  await insertOffsets(ctx, of, offsetsOf(await listOwing(ctx, of)));
  await fillStops(ctx, of);
  const step = { table: cycleLifecycle, subject: subjectOf(of.cycleId, of.payerCode), status: cycle.status } as const;
  const status = await advance(ctx, {
    ...step,
    action: 'prepared',
    asSystem: true,
    duty: cycleDuty({ id: of.cycleId, areaCode: of.payerCode, month: of.month }, 'draft'),
  });
  await db.setCycle(ctx, of.cycleId, { status });
  const subject = { kind: 'payment-cycle', id: of.cycleId };
  await record(ctx, { action: 'payments.prepared', subject, areaCode: of.payerCode, note: of.month });
}

const STOPS_AT_ONCE = 1_000;

async function fillStops(ctx: Context, of: lines.Preparing): Promise<void> {
  const stopped = await lines.listStopped(ctx, of);
  for (let from = 0; from < stopped.length; from += STOPS_AT_ONCE) {
    const part = stopped.slice(from, from + STOPS_AT_ONCE);
    const known = await reasonsOf(ctx, of.month, part);
    await lines.insertStops(
      ctx,
      of,
      part.map(each => ({ ...each, reason: known.get(each) ?? '没有找到理由' })),
    );
  }
}

/** Of an allowance the rules say why; of the money of a recognition, who ended it. */
async function reasonsOf(ctx: Context, month: string, part: readonly lines.Stopped[]) {
  const [allowances, granted] = [part.filter(isAllowance), part.filter(each => !isAllowance(each))];
  const asked = allowances.map(each => ({ elderId: each.elder_id, scheme: each.scheme }));
  const says = await explainStops(ctx, month, asked);
  const ended = await explainUngranted(ctx, month, granted);
  return new Map([
    ...allowances.map((each, at) => [each as lines.Stopped, says[at]] as const),
    ...granted.map((each, at) => [each, ended[at]] as const),
  ]);
}

const isAllowance = (each: lines.Stopped): each is lines.Stopped & { scheme: Scheme } =>
  (SCHEMES as readonly string[]).includes(each.scheme);

/** Stopped by hand or broken off for good: nothing is left half done, the month can be prepared anew. */
export async function endPreparingEarly(tools: JobTools, of: z.infer<typeof PrepareJob.payload>, how: EarlyEnd) {
  await tools.inArea(CITY, '编制发放没有办完', async ctx => {
    const cycle = await db.findCycle(ctx, of.cycleId, true);
    if (cycle?.status !== 'preparing') return;
    await lines.clearLines(ctx, of.cycleId);
    await db.setCycle(ctx, of.cycleId, { status: 'cancelled', note: `编制没有办完：${how.message}` });
    const subject = { kind: 'payment-cycle', id: of.cycleId };
    await record(ctx, { action: 'payments.cancel', subject, areaCode: cycle.area_code, note: how.message });
  });
}
