import type { z } from 'zod';
import { CORRECTION_SOURCE_LABELS } from '#contracts/elders/correction-lifecycle.ts';
import { type takeFeed as endpoint, FEED_OUTCOMES, type FeedOutcome } from '#contracts/elders/trusts.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { alone } from '#platform/database/alone.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { tidyIdentityNumber } from '#shared/identity-number.ts';
import * as db from '../db/corrections.ts';
import { takeRecord } from './take-record.ts';

type Body = z.output<typeof endpoint.body>;
type Line = { number: string; outcome: FeedOutcome; correctionId: string | null; because: string | null };

/**
 * A department's records against the register: equal ones stay, others become corrections; where the district trusts
 * the source for all the fields they are written at once. Each row stands or falls alone.
 */
export async function takeFeed(ctx: Context, body: Body) {
  const rows: Line[] = [];
  for (const row of body.rows) rows.push(await takeRow(ctx, row, body));
  const counts = Object.fromEntries(FEED_OUTCOMES.map(o => [o, rows.filter(row => row.outcome === o).length]));
  await record(ctx, {
    action: 'elders.take-feed',
    subject: { kind: 'source-feed', id: ctx.requestId },
    ...{
      areaCode: ctx.actor.areaCode,
      note: CORRECTION_SOURCE_LABELS[body.source],
      after: { asOf: body.asOf, ...counts },
    },
  });
  return { counts: counts as Record<FeedOutcome, number>, rows };
}

async function takeRow(ctx: Context, row: Body['rows'][number], body: Body): Promise<Line> {
  const line = (outcome: FeedOutcome, more: Partial<Line> = {}): Line => ({
    ...{ number: row.number, outcome, correctionId: null, because: null },
    ...more,
  });
  const identity = tidyIdentityNumber(row.identityNumber);
  const indexes = blindIndexes(ctx.keys, { field: 'identity-number', part: 'whole' }, identity);
  const elderId = await db.findByIdentity(ctx, indexes);
  if (!elderId) return line('unknown', { because: '本辖区没有这个身份证号的老人' });
  try {
    return await alone(ctx, async () => {
      const { outcome, correctionId } = await takeRecord(ctx, elderId, recordOf(row, body));
      if (outcome === 'duplicate') throw new Duplicate();
      return line(outcome, { correctionId });
    });
  } catch (error) {
    if (error instanceof Duplicate) return line('duplicate', { because: '来源编号已经收过，不重复收' });
    if (!(error instanceof DomainError)) throw error;
    return line('wrong', { because: error.message });
  }
}

/** The step of a record that was taken before must not stay. */
class Duplicate extends Error {}

const recordOf = (row: Body['rows'][number], body: Body) => ({
  ...{ changes: row.changes, asOf: body.asOf, source: body.source, number: row.number },
  reason: `${CORRECTION_SOURCE_LABELS[body.source]}与档案不一致`,
  evidence: `${CORRECTION_SOURCE_LABELS[body.source]}，记录编号 ${row.number}`,
});
