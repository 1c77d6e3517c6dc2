import type { Job } from '#platform/outbox/publish.ts';
import { expireOffersJob } from './modules/orders/jobs.ts';

/** Table of contents of background work: one line per module. */
export const jobs: readonly Job[] = [expireOffersJob];
