import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { CollectJob, PrepareJob, SubmitJob } from './cycles/cycle-subject.ts';
import { endPreparingEarly, runPrepare } from './cycles/prepare-cycle.ts';
import { collectResults, submitFile } from './cycles/send-cycle.ts';
import { comparePayments } from './recoveries/compare-payments.ts';

export const jobs: Job[] = [
  job({
    ...PrepareJob,
    title: '编制一个区一个月的补贴津贴发放',
    handle: (tools, { cycleId }) => runPrepare(tools, cycleId),
    ended: endPreparingEarly,
  }),
  job({ ...SubmitJob, title: '把发放文件送银行', handle: (tools, { cycleId }) => submitFile(tools, cycleId) }),
  job({ ...CollectJob, title: '取银行回盘', handle: tools => collectResults(tools) }),
  job({
    name: 'payments.compare',
    payload: z.object({}),
    schedule: '30 3 * * *',
    title: '发放与去世、迁出、其他待遇和重复档案核对',
    handle: async tools => {
      await tools.inArea('110000000000', '每日核对发放', ctx => comparePayments(ctx));
    },
  }),
];
