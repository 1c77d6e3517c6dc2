import { type Job, job } from '#platform/outbox/publish.ts';
import { BatchJob, endBatchEarly, runBatch } from './run-batch.ts';

export const jobs: Job[] = [
  job({
    ...BatchJob,
    title: '核定一个辖区一个月的待遇',
    handle: runBatch,
    ended: endBatchEarly,
  }),
];
