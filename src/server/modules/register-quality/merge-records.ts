import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { changesBetween, type Image, keyOf, keysOf, takeImages } from '#platform/merges/images.ts';
import { publish } from '#platform/outbox/publish.ts';
import * as db from './db/merges.ts';
import { listWaitingOf } from './db/pairs.ts';
import { supersede } from './judge-pair.ts';

export const WHOLE_CITY = '110000000000';

/**
 * Two records become one, in this transaction: every module takes its rows over (reactions to elder.merged), what changed
 * in any table with a person is kept in the journal, and nothing may be left on the record that goes.
 */
export function carryOutMerge(ctx: Context, merge: db.MergeRow): Promise<void> {
  return asBatch(ctx, { areaCode: WHOLE_CITY, why: '合并重复档案：各处的记录并到留下的一份' }, async inner => {
    const { into_elder_id: elderId, from_elder_id: fromElderId, fields } = merge;
    const keys = await keysOf(inner);
    const before = await takeImages(inner, keys, [elderId, fromElderId]);
    const areaCode = areaOf([...before.values()], elderId);
    try {
      await publish(inner, { name: 'elder.merged', elderId, fromElderId, areaCode, fields });
    } catch (error) {
      throw refusalOf(error);
    }
    await publish(inner, { name: 'elder.changed', elderId, areaCode, fields });
    const after = await takeImages(inner, keys, [elderId, fromElderId]);
    const left = [...after.values()].find(image => image.row.elder_id === fromElderId);
    if (left) throw new DomainError('platform.internal', `合并没有规则：${left.table}`);
    await db.insertRows(inner, merge.merge_id, changesBetween(keys, before, after));
    await db.changeMerge(inner, merge.merge_id, {
      done_at: inner.now,
      keys: keysByTable([...after.values()], image => keyOf(keys, image)),
    });
    for (const pair of await listWaitingOf(inner, fromElderId, merge.pair_id)) await supersede(inner, pair);
    await say(inner, merge, { areaCode, action: 'register.merge' });
  });
}

const areaOf = (images: readonly Image[], elderId: string): string => {
  const own = images.find(image => image.table === 'elders' && image.row.elder_id === elderId);
  if (!own) throw new DomainError('platform.not-found');
  return String(own.row.area_code);
};

export function keysByTable(images: readonly Image[], keyed: (image: Image) => string): Record<string, string[]> {
  const byTable: Record<string, string[]> = {};
  for (const image of images) {
    const own = byTable[image.table] ?? [];
    own.push(keyed(image));
    byTable[image.table] = own;
  }
  return byTable;
}

/** 23505: two rows that may not both stand, for which no rule was foreseen; a person settles it first. */
function refusalOf(error: unknown): unknown {
  const { code, table } = error as { code?: string; table?: string };
  if (code !== '23505') return error;
  return new DomainError(
    'register-quality.not-now',
    `两份档案各有一条只能有一条的记录（${table ?? ''}），请先处理其中一条`,
  );
}

/** Said under both ids: who opens either file later sees it. */
export async function say(
  ctx: Context,
  merge: db.MergeRow,
  how: { areaCode: string; action: 'register.merge' | 'register.undo-merge' },
): Promise<void> {
  const both = [
    { elderId: merge.into_elder_id, areaCode: how.areaCode },
    { elderId: merge.from_elder_id, areaCode: merge.from_area },
  ];
  for (const { elderId, areaCode } of both)
    await record(ctx, {
      action: how.action,
      subject: { kind: 'register-merge', id: merge.merge_id },
      elderId,
      areaCode,
      note: merge.reason,
      after: { elderId: merge.into_elder_id, fromElderId: merge.from_elder_id, fields: merge.fields },
    });
}
