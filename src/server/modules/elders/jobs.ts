import { type Job, job } from '#platform/outbox/publish.ts';
import { CheckJob, endCheckEarly, runCheck } from './imports/check-import.ts';
import { DecideJob, endDecisionEarly, runDecision } from './imports/decide-changes.ts';
import { AnnounceJob, endLoadEarly, LoadJob, runAnnounce, runLoad } from './imports/load-import.ts';
import { remakeRollsJob } from './remake-rolls.ts';
import { renewTagsJob } from './renew-tags.ts';

export const jobs: readonly Job[] = [
  renewTagsJob,
  remakeRollsJob,
  job({ ...CheckJob, title: '检查导入的老年人表', inThread: true, handle: runCheck, ended: endCheckEarly }),
  job({ ...LoadJob, title: '导入老年人', inThread: true, handle: runLoad, ended: endLoadEarly }),
  job({ ...DecideJob, title: '办理一份表带来的更正', handle: runDecision, ended: endDecisionEarly }),
  job({ ...AnnounceJob, title: '导入后按重点对象建探访计划', inThread: true, handle: runAnnounce }),
];
