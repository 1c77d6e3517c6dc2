import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { listLapsed } from './db.ts';
import { expireAssessment } from './publish-assessment.ts';
import { remindEnding } from './remind-ending.ts';

const WHOLE_CITY = '110000000000';
const PAGE = 200;

export const jobs: Job[] = [
  job({
    name: 'assessments.expire',
    title: '把过了有效期的能力评估记为过期',
    payload: z.object({}),
    schedule: '10 1 * * *',
    handle: async tools => {
      for (let taken = PAGE; taken === PAGE; ) {
        taken = await tools.inArea(WHOLE_CITY, '能力评估到期', async ctx => {
          const lapsed = await listLapsed(ctx, PAGE);
          for (const row of lapsed) await expireAssessment(ctx, row);
          return lapsed.length;
        });
      }
    },
  }),
  job({
    name: 'assessments.remind',
    title: '能力评估到期前提醒社区和家属',
    payload: z.object({}),
    schedule: '20 1 * * *',
    handle: async tools => {
      for (let taken = PAGE; taken === PAGE; )
        taken = await tools.inArea(WHOLE_CITY, '能力评估快到期', ctx => remindEnding(ctx, PAGE));
    },
  }),
];
