import { type Job, job } from '#platform/outbox/publish.ts';
import { CompareJob } from './compare-job.ts';
import { ReceiveJob, receiveFeed } from './receive-feed.ts';
import { endCompareEarly, runCompare } from './run-comparison.ts';

export const jobs: readonly Job[] = [
  job({ ...CompareJob, title: '部门数据和档案比对', inThread: true, handle: runCompare, ended: endCompareEarly }),
  job({ ...ReceiveJob, title: '从市大数据平台收取数据', handle: receiveFeed }),
];
