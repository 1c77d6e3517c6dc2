import type { Reaction } from '#platform/outbox/publish.ts';
import { askToEvaluate } from './modules/alarms/index.ts';

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [
  { event: 'readings.recorded', does: '看新到的水表读数', run: askToEvaluate },
];
