import type { Job } from '#platform/outbox/publish.ts';
import { renewTagsJob } from './renew-tags.ts';

export const jobs: readonly Job[] = [renewTagsJob];
