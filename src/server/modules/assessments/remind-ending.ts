import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { addDays, dayWords } from '#shared/dates.ts';
import { changeAssessment, type LapsedRow, listEnding, listReaders } from './db.ts';

/** How long before the last day; ours (designDefault): an application takes up to ten working days. */
export const REMIND_DAYS = 30;

/** One page of results that end soon: the community is to have them renewed, the family is told. Answers how many. */
export async function remindEnding(ctx: Context, limit: number): Promise<number> {
  const ending = await listEnding(ctx, addDays(ctx.today, REMIND_DAYS), limit);
  for (const row of ending) await remind(ctx, row);
  return ending.length;
}

async function remind(ctx: Context, row: LapsedRow): Promise<void> {
  const { assessment_id: id, elder_id: elderId, area_code: areaCode } = row;
  const until = row.valid_to ?? ctx.today;
  await openDuty(
    ctx,
    { kind: 'assessment', id, elderId, areaCode },
    {
      ...{ forRole: 'community', kindLabel: '做评估', actionLabel: '申请重新评估', withinWorkingDays: 10 },
      title: `${row.elder_name}的能力评估快到期了`,
      reason: `有效期至${dayWords(until)}，过期后不能据此发新的待遇`,
      path: `/desk/assessments/${id}`,
    },
  );
  for (const toAccountId of await listReaders(ctx, elderId)) {
    const values = { until, path: '/elder/assessments' };
    const about = { kind: 'assessment', id };
    await notify(ctx, { template: 'assessment.ending', values, about, toAccountId, elderId, areaCode });
  }
  await changeAssessment(ctx, row, { reminded_on: ctx.today });
  const subject = { kind: 'assessment', id };
  await record(ctx, { action: 'assessments.remind', subject, elderId, areaCode, note: `有效期至${dayWords(until)}` });
}
