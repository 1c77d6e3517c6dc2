import type { Reaction } from '#platform/outbox/publish.ts';

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [];
