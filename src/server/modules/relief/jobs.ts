import { type Job, job } from '#platform/outbox/publish.ts';
import { ChecksJob, runChecks } from './check-elsewhere.ts';

export const jobs: readonly Job[] = [
  job({ ...ChecksJob, title: '跨地区核对：发出和取回复', schedule: '*/10 * * * *', handle: runChecks }),
];
