import { ELDER_FIELD_LABELS } from '#contracts/elders/fields.ts';
import { DomainError } from '#contracts/errors.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { type Image, keyOf, keysOf, takeImages } from '#platform/merges/images.ts';
import { type Obstacle, putBack } from '#platform/merges/put-back.ts';
import { publish } from '#platform/outbox/publish.ts';
import { hasMoney } from './db/hanging.ts';
import * as db from './db/merges.ts';
import { lockPair, takeStep } from './judge-pair.ts';
import { dutyOf, getMerge } from './merge-pair.ts';
import { say, WHOLE_CITY } from './merge-records.ts';
import { labelLeft } from './rules.ts';

const cannot = (why: string) => new DomainError('register-quality.cannot-undo', why);

/** 撤销合并: where the merge needed a second person, its undo does; so does one since which money was paid. */
export async function undoMerge(ctx: Context, id: string, reason: string) {
  const pair = await lockPair(ctx, id);
  const merge = await getMerge(ctx, pair.merge_id);
  const asked = {
    undo_reason: reason,
    undo_asked_by: ctx.actor.accountId,
    undo_asked_by_name: ctx.actor.name,
    undo_asked_at: ctx.now,
  };
  if (merge.approved_by_name !== null || (await hasMoney(ctx, pair.pair_id))) {
    const duty = dutyOf(pair, { what: '核准撤销合并', by: `${ctx.actor.name}报请：${reason}` });
    const done = await takeStep(ctx, pair, { action: 'ask-undo', note: reason, duty });
    await db.changeMerge(ctx, merge.merge_id, { ...asked, status: 'undo-asked' });
    return done;
  }
  const done = await takeStep(ctx, pair, { action: 'undo', note: reason, reason });
  await db.changeMerge(ctx, merge.merge_id, { ...asked, status: 'undone' });
  await separate(ctx, merge);
  return done;
}

export async function decideUndoMerge(ctx: Context, id: string, form: { approve: boolean; note?: string | undefined }) {
  const pair = await lockPair(ctx, id);
  const merge = await getMerge(ctx, pair.merge_id);
  const note = form.note || null;
  if (merge.status === 'undo-asked' && merge.undo_asked_by === ctx.actor.accountId)
    throw new DomainError('register-quality.same-person');
  if (!form.approve) {
    if (!note) throw new DomainError('platform.invalid-input', undefined, { note: '请写明为什么不核准' });
    const done = await takeStep(ctx, pair, { action: 'reject-undo', note });
    await db.changeMerge(ctx, merge.merge_id, { status: 'done', decision_note: note });
    return done;
  }
  const reason = note ?? merge.undo_reason;
  const done = await takeStep(ctx, pair, { action: 'approve-undo', note: reason });
  await db.changeMerge(ctx, merge.merge_id, { status: 'undone', decision_note: note });
  await separate(ctx, merge);
  return done;
}

/** Both records as they were; what came to the survivor since stays there and is listed. All of it or nothing. */
function separate(ctx: Context, merge: db.MergeRow): Promise<void> {
  return asBatch(ctx, { areaCode: WHOLE_CITY, why: '撤销合并：两份档案各回原样' }, async inner => {
    const later = await db.findLaterMerge(inner, merge);
    if (later) throw cannot('这份档案之后又参加了另一次合并，请先撤销那一次');
    const keys = await keysOf(inner);
    const now = [...(await takeImages(inner, keys, [merge.into_elder_id])).values()];
    const changes = await db.readRows(inner, merge.merge_id);
    refuseMoved(
      now,
      changes.flatMap(one => one.after ?? []),
      merge.into_elder_id,
    );
    const obstacles = await putBack(inner, keys, changes).catch(error => {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw cannot('有一条记录的位置已被后来的记录占用，不能原样放回');
    });
    if (obstacles.length > 0) throw cannot(sayObstacles(obstacles));
    const known = new Set(Object.values(merge.keys ?? {}).flat());
    const since = now.filter(image => image.table !== 'elder_tags' && !known.has(keyOf(keys, image)));
    await db.changeMerge(inner, merge.merge_id, {
      ...{ undone_by_name: inner.actor.name, undone_at: inner.now },
      left_behind: countByTable(since),
    });
    const own = await takeImages(inner, new Map([['elders', ['elder_id']]]), [
      merge.into_elder_id,
      merge.from_elder_id,
    ]);
    for (const { row } of own.values())
      await publish(inner, { name: 'elder.separated', elderId: String(row.elder_id), areaCode: String(row.area_code) });
    await say(inner, merge, {
      areaCode: areaIn([...own.values()], merge.into_elder_id),
      action: 'register.undo-merge',
    });
  });
}

const areaIn = (images: readonly Image[], elderId: string): string =>
  String(images.find(image => image.table === 'elders' && image.row.elder_id === elderId)?.row.area_code ?? '');

/** Rows went to the area the survivor had; a move since would tear them from the record they return to. */
function refuseMoved(now: readonly Image[], then: readonly Image[], elderId: string): void {
  const [today, before] = [areaIn(now, elderId), areaIn(then, elderId)];
  if (today === '') throw cannot('留下的档案已不在册');
  if (before !== '' && today !== before) throw cannot('合并之后又登记了迁居，请先更正迁居');
}

const countByTable = (images: readonly Image[]) =>
  [...Map.groupBy(images, image => image.table)].map(([table, rows]) => ({ table, rows: rows.length }));

const COLUMN_LABELS: Readonly<Record<string, string>> = {
  name: ELDER_FIELD_LABELS.name,
  sealed: '证件、电话、门牌或备注',
  status: '状态',
  living: ELDER_FIELD_LABELS.living,
  economic_class: ELDER_FIELD_LABELS.economicClass,
};

function sayObstacles(obstacles: readonly Obstacle[]): string {
  const labels = labelLeft(obstacles.map(one => ({ table: one.table, rows: 1 })));
  const own = obstacles.find(one => one.table === 'elders' || one.table === 'elder_sealed');
  const columns = own?.columns.map(column => COLUMN_LABELS[column] ?? '').filter(Boolean) ?? [];
  const taken = obstacles.some(one => one.table === 'elder_identities');
  if (taken) return '并入的那份的身份证号已被另一份档案登记，请先核对那份档案';
  if (columns.length > 0) return `合并取来的${columns.join('、')}之后又改过，请先改回再撤销`;
  return `合并动过的${labels.map(one => `${one.label}${one.rows}条`).join('、')}之后又改过，不能原样放回`;
}
