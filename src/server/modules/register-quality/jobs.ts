import { type Job, type JobTools, job } from '#platform/outbox/publish.ts';
import { CheckJob, runCheck } from './check-register.ts';

export const jobs: Job[] = [
  job({
    ...CheckJob,
    title: '底册查重',
    inThread: true,
    handle: async (tools: JobTools, asked: { areaCode: string }) => {
      await runCheck(tools, asked);
    },
  }),
];
