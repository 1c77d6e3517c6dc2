import { type Job, job } from '#platform/outbox/publish.ts';
import { RemindersJob, runReminders } from './remind.ts';

export const jobs: Job[] = [
  job({ ...RemindersJob, title: '服务券快到期，提醒还没用完的人', schedule: '50 1 * * *', handle: runReminders }),
];
