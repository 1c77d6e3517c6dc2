import type { Job } from '#platform/outbox/publish.ts';
import { remakeRollsJob } from './remake-rolls.ts';
import { renewTagsJob } from './renew-tags.ts';

export const jobs: readonly Job[] = [renewTagsJob, remakeRollsJob];
