import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { take } from './take-step.ts';

const CITY = '110000000000';

/** A death or a move out: what is not accepted ends; an accepted one is still to be paid to who built it. */
export const endAdaptationOf = (ctx: Context, of: { elderId: string; reason: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '老人去世或迁出：没验收的改造终止' }, async inner => {
    const row = await db.findOpen(inner, of.elderId);
    if (!row || row.status === 'accepted') return;
    await take(inner, row, { action: 'lapse', set: { end_note: of.reason }, note: of.reason, asSystem: true });
  });

/** Reaction to elder.moved and elder.changed: name, street and area follow; where it happened stays. */
export const adaptationFollowsElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '适老化改造随人换辖区' }, inner => db.moveAdaptations(inner, event));
