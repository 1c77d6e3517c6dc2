import { DomainError } from '#contracts/errors.ts';
import { type PairAction, type PairStatus, pairLifecycle } from '#contracts/register-quality/lifecycle.ts';
import { forgetDistinct, getElder, rememberDistinct } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import * as db from './db/pairs.ts';

export const pairSubject = (pair: db.PairRow) => ({
  kind: 'register-pair',
  id: pair.pair_id,
  areaCode: pair.area_code,
});

export async function lockPair(ctx: Context, id: string): Promise<db.PairRow> {
  const pair = await db.findPair(ctx, id, true);
  if (!pair) throw new DomainError('platform.not-found');
  return pair;
}

type Taken = { action: PairAction; note: string | null; reason?: string; mergeId?: string; duty?: Duty };

/** One step of a pair: lifecycle, row, audit. */
export async function takeStep(
  ctx: Context,
  pair: db.PairRow,
  step: Taken,
): Promise<{ id: string; status: PairStatus }> {
  const { action, note, duty, reason, mergeId } = step;
  const subject = pairSubject(pair);
  const status = await advance(ctx, {
    ...{ table: pairLifecycle, subject, status: pair.status, action, note },
    ...(duty && { duty }),
  });
  await db.changePair(ctx, pair.pair_id, { status, reason: reason ?? null, mergeId: mergeId ?? null });
  const ids = { a: pair.a_elder_id, b: pair.b_elder_id };
  await record(ctx, {
    action: `register.${action}`,
    subject,
    areaCode: pair.area_code,
    after: ids,
    ...(note && { note }),
  });
  return { id: pair.pair_id, status };
}

/** 不是同一人: kept with both records, so that neither this check nor a registration asks again. */
export async function distinguishPair(ctx: Context, id: string, reason: string) {
  const pair = await lockPair(ctx, id);
  const [a, b] = [await getElder(ctx, pair.a_elder_id), await getElder(ctx, pair.b_elder_id)];
  const done = await takeStep(ctx, pair, { action: 'distinguish', note: reason, reason });
  await rememberDistinct(ctx, [a, b], reason);
  return done;
}

/** A second thought: the pair is judged again; what was remembered goes. */
export async function reopenPair(ctx: Context, id: string) {
  const pair = await lockPair(ctx, id);
  const done = await takeStep(ctx, pair, { action: 'reopen', note: null });
  await forgetDistinct(ctx, [pair.a_elder_id, pair.b_elder_id]);
  return done;
}

/** One of the two went into a third record. */
export async function supersede(ctx: Context, pair: db.PairRow): Promise<void> {
  const step = { table: pairLifecycle, subject: pairSubject(pair), status: pair.status } as const;
  const status = await advance(ctx, { ...step, action: 'supersede', asSystem: true });
  await db.changePair(ctx, pair.pair_id, { status });
}
