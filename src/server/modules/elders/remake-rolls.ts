import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { type JobTools, job } from '#platform/outbox/publish.ts';
import { listOutside, lockRemake, lockRoll, replaceRoll, seatedFacts } from './db/remake.ts';
import { ANYBODY, searchGrams } from './rules/grams.ts';
import { startRoll } from './rules/make-roll.ts';

/** So many people of a street outside its roll are found quickly enough; above that the roll is made anew. */
export const OUTSIDE_ENOUGH = 200;

/** Seats everybody of a street anew; the narrow grams of those seated go. Answers how many were seated. */
export async function remakeRoll(ctx: Context, streetCode: string): Promise<number> {
  await lockRemake(ctx, streetCode);
  await lockRoll(ctx, streetCode);
  const people = await seatedFacts(ctx, streetCode);
  const roll = startRoll(streetCode, ANYBODY);
  for (const { tags, ...person } of people) {
    roll.add({ elderId: person.elderId, alive: person.status !== 'deceased', grams: searchGrams(person, tags) });
  }
  await replaceRoll(
    ctx,
    roll.finish(),
    people.map(person => person.elderId),
  );
  await record(ctx, {
    action: 'elders.remake-roll',
    subject: { kind: 'job', id: ctx.requestId },
    areaCode: streetCode,
    after: { people: people.length },
  });
  return people.length;
}

export const remakeRollsJob = job({
  name: 'elders.remake-rolls',
  payload: z.object({}),
  title: '整理找人索引（按街道）',
  schedule: '40 1 * * *',
  handle: async (tools: JobTools) => {
    const streets = await tools.inArea('110000000000', '找出要整理的街道', ctx => listOutside(ctx, OUTSIDE_ENOUGH));
    for (const street of streets) await tools.inArea(street, '整理找人索引', ctx => remakeRoll(ctx, street));
  },
});
