import { type Job, job } from '#platform/outbox/publish.ts';
import { ReceiveJob, receiveFeed } from './receive-feed.ts';

export const jobs: readonly Job[] = [job({ ...ReceiveJob, title: '从市大数据平台收取信用信息', handle: receiveFeed })];
