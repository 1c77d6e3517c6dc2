import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export { addPerson } from './add-person.ts';
export { mergeFestivals } from './db-merge.ts';
export { makeFestival, stepFestival } from './lists.ts';
export { doVisit, leaveVisit, readVisits } from './visits.ts';

const CITY = '110000000000';

/** Reaction to a death: who was not visited yet is left over, and why. */
export const leaveFestivals = (ctx: Context, { elderId }: { elderId: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '老人去世：没慰问的写明原因' }, async inner => {
    await db.leaveVisitsOf(inner, elderId, '老人已去世');
  });

export const festivalsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '慰问随人换辖区' }, async inner => {
    await db.moveVisits(inner, event);
  });

/** Reaction to payable.paid, as batch over the city. */
export const festivalPaid = async (ctx: Context, of: { sourceId: string; paidOn: string }): Promise<void> => {
  await db.setPaid(ctx, of.sourceId, of.paidOn);
};
