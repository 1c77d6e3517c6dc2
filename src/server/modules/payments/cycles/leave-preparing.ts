import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { startRun } from '#platform/runs/runs.ts';
import { monthWords } from '#shared/dates.ts';
import * as db from '../db/cycles.ts';
import { PrepareJob } from './cycle-subject.ts';

/** Starts (again) the job that fills a cycle. */
export async function leavePreparing(ctx: Context, of: { cycleId: string; payerCode: string; month: string }) {
  const { cycleId, payerCode, month } = of;
  const about = {
    title: `编制${areaName(payerCode)}${monthWords(month)}的补贴津贴发放`,
    path: `/desk/payments/cycles/${cycleId}`,
    areaCode: payerCode,
  };
  const runId = await startRun(ctx, PrepareJob, { payload: { cycleId, areaCode: payerCode }, about });
  await db.setCycle(ctx, cycleId, { run_id: runId });
}
