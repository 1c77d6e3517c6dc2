import { type Job, job } from '#platform/outbox/publish.ts';
import { FindJob, runFinding } from './find-entitlements.ts';
import { BatchJob, endBatchEarly, runBatch } from './run-batch.ts';

export const jobs: Job[] = [
  job({
    ...BatchJob,
    title: '核定一个辖区一个月的待遇',
    handle: runBatch,
    ended: endBatchEarly,
  }),
  job({ ...FindJob, title: '核对一个辖区的老年人该享受什么', handle: runFinding }),
];
