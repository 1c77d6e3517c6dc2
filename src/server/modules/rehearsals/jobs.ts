import { type Job, job } from '#platform/outbox/publish.ts';
import { carryOutRehearsal, endRehearsalEarly, RehearsalJob } from './run-rehearsal.ts';

export const jobs: Job[] = [
  job({
    ...RehearsalJob,
    title: '预演一份政策草案，或测算今后的经费',
    inThread: true,
    handle: carryOutRehearsal,
    ended: endRehearsalEarly,
  }),
];
