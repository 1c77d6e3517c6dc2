import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { type JobTools, job } from '#platform/outbox/publish.ts';
import { addMonths } from '#shared/dates.ts';
import { listStale, rewriteDerived } from './db/derived.ts';
import { listElders } from './db/people.ts';
import { OLDEST_OLD_AGE } from './rules/tags.ts';

/** The demo's date may jump, so whoever turned 80 within two years before is looked at; the index makes that cheap. */
const LOOK_BACK_MONTHS = 24;

/** Tags that follow from the day itself: somebody turned 80, a grade ran out. One page in one transaction; 0 = done. */
export async function renewTags(ctx: Context): Promise<number> {
  const until = addMonths(ctx.today, -12 * OLDEST_OLD_AGE);
  const ids = await listStale(ctx, addMonths(until, -LOOK_BACK_MONTHS), until);
  const elders = await listElders(ctx, ids);
  for (const elder of elders) await rewriteDerived(ctx, elder);
  if (elders.length > 0) {
    await record(ctx, {
      action: 'elders.renew-tags',
      subject: { kind: 'job', id: ctx.requestId },
      areaCode: ctx.actor.areaCode,
      after: { today: ctx.today, people: elders.length },
    });
  }
  return elders.length;
}

export const renewTagsJob = job({
  name: 'elders.renew-tags',
  payload: z.object({}),
  title: '按当天日期更新老年人标签（满 80 岁、评估过期）',
  schedule: '10 0 * * *',
  handle: async (tools: JobTools) => {
    while ((await tools.inArea('110000000000', '按当天日期更新标签', renewTags)) > 0);
  },
});
