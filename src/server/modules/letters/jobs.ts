import { type Job, job } from '#platform/outbox/publish.ts';
import { issueStops, StopsJob } from './issue-stops.ts';
import { issueVouchers, VouchersJob } from './issue-vouchers.ts';

export const jobs: Job[] = [
  job({
    ...StopsJob,
    title: '给停发的人出具停发通知书',
    handle: (tools, { cycleId }) => tools.inArea('110000000000', '出具停发通知书', ctx => issueStops(ctx, cycleId)),
  }),
  job({
    ...VouchersJob,
    title: '给发到服务券的人出具告知书',
    handle: (tools, of) => issueVouchers(tools, of),
  }),
];
