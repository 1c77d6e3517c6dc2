import { z } from 'zod';
import { Id } from '#contracts/nouns.ts';
import type { Context } from '#platform/http/context.ts';
import { enqueue } from '#platform/outbox/publish.ts';
import { listStops, listVersions } from './db.ts';
import { issueLetter } from './issue-letter.ts';

/** What `payment.authorised` leaves behind. */
export const StopsJob = { name: 'letters.stops', payload: z.object({ cycleId: Id }) } as const;

/** Reaction to payment.authorised: a month's stops are final; their letters are written in the background. */
export const leaveStops = (ctx: Context, { cycleId }: { cycleId: string }): Promise<void> =>
  enqueue(ctx, StopsJob, { cycleId });

/** One letter a person for everything that stopped in the month; taken up again it goes on with who has none. */
export async function issueStops(ctx: Context, cycleId: string): Promise<void> {
  const people = new Map((await listStops(ctx, cycleId, null)).map(each => [each.elder_id, each.area_code]));
  for (const [elderId, areaCode] of people) {
    const known = await listVersions(ctx, { elderId, subjectId: cycleId, kind: 'stop' });
    if (known.length > 0) continue;
    await issueLetter(ctx, { kind: 'stop', elderId, areaCode, subject: { kind: 'payment-cycle', id: cycleId } });
  }
}
