import { type Job, job } from '#platform/outbox/publish.ts';
import { endTakeEarly, runTake, TakeJob } from './take-uses.ts';

export const jobs: readonly Job[] = [
  job({ ...TakeJob, title: '导入养老助残卡的刷卡记录', inThread: true, handle: runTake, ended: endTakeEarly }),
];
