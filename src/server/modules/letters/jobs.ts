import { type Job, job } from '#platform/outbox/publish.ts';
import { issueStops, StopsJob } from './issue-stops.ts';

export const jobs: Job[] = [
  job({
    ...StopsJob,
    title: '给停发的人出具停发通知书',
    handle: (tools, { cycleId }) => tools.inArea('110000000000', '出具停发通知书', ctx => issueStops(ctx, cycleId)),
  }),
];
