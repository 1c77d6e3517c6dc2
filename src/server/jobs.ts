import type { Job } from '#platform/outbox/publish.ts';
import { jobs as elders } from './modules/elders/jobs.ts';

/** Table of contents of background work: one line per module. */
export const jobs: readonly Job[] = [...elders];
