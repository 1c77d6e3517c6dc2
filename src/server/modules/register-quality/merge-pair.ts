import { DomainError } from '#contracts/errors.ts';
import { getElder } from '#modules/elders/index.ts';
import type { Context } from '#platform/http/context.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { hasMoney } from './db/hanging.ts';
import * as db from './db/merges.ts';
import type { PairRow } from './db/pairs.ts';
import { lockPair, takeStep } from './judge-pair.ts';
import { carryOutMerge } from './merge-records.ts';
import { ADDRESS, CHOOSABLE, checkerOf, wholeFields } from './rules.ts';

type Form = { survivorId: string; fields: readonly string[]; reason: string };

/** 是同一人: at once where no money hangs on either record, else proposed to a second person. */
export async function mergePair(ctx: Context, id: string, form: Form) {
  const pair = await lockPair(ctx, id);
  const merge = await ask(ctx, pair, form);
  if (await hasMoney(ctx, pair.pair_id))
    return takeStep(ctx, pair, {
      ...{ action: 'ask-merge', note: form.reason, reason: form.reason, mergeId: merge.merge_id },
      duty: dutyOf(pair, { what: '核准合并', by: `${ctx.actor.name}报请：${form.reason}` }),
    });
  const done = await takeStep(ctx, pair, {
    ...{ action: 'merge', note: form.reason, reason: form.reason, mergeId: merge.merge_id },
  });
  await db.changeMerge(ctx, merge.merge_id, { status: 'done' });
  await carryOutMerge(ctx, merge);
  return done;
}

export const dutyOf = (pair: PairRow, say: { what: string; by: string }): Duty => ({
  forRole: checkerOf(pair.area_code),
  kindLabel: say.what,
  title: `${say.what}：${pair.a_name}、${pair.b_name}`,
  reason: say.by,
  actionLabel: '去核准',
  path: `/desk/elders/duplicates/${pair.pair_id}`,
  withinWorkingDays: 3,
});

async function ask(ctx: Context, pair: PairRow, form: Form): Promise<db.MergeRow> {
  const fault = (say: string, field: string) => new DomainError('register-quality.field', say, { [field]: say });
  if (form.survivorId !== pair.a_elder_id && form.survivorId !== pair.b_elder_id)
    throw fault('请在这两份档案里选留下的一份', 'survivorId');
  const fromId = form.survivorId === pair.a_elder_id ? pair.b_elder_id : pair.a_elder_id;
  const from = await getElder(ctx, fromId);
  const unknown = form.fields.find(field => !CHOOSABLE.includes(field));
  if (unknown) throw fault(`没有“${unknown}”这一项可以选`, 'fields');
  const fields = wholeFields(form.fields);
  if (pair.a_area !== pair.b_area && fields.some(field => (ADDRESS as readonly string[]).includes(field)))
    throw fault('两份档案不在同一个社区，住址跟着留下的档案；要换社区请合并后登记迁居', 'fields');
  const merge_id = newId();
  const ids = { merge_id, pair_id: pair.pair_id, area_code: pair.area_code };
  const going = {
    into_elder_id: form.survivorId,
    from_elder_id: fromId,
    from_name: from.name,
    from_area: from.areaCode,
  };
  await db.insertMerge(ctx, { ...ids, ...going, fields, reason: form.reason });
  return getMerge(ctx, merge_id);
}

export async function getMerge(ctx: Context, id: string | null): Promise<db.MergeRow> {
  const merge = id ? await db.findMerge(ctx, id, true) : undefined;
  if (!merge) throw new DomainError('platform.not-found');
  return merge;
}

type Decision = { approve: boolean; note?: string | undefined };

/** The second person: approved, both records become one in this transaction. */
export async function decideMerge(ctx: Context, id: string, form: Decision) {
  const pair = await lockPair(ctx, id);
  const merge = await getMerge(ctx, pair.merge_id);
  const note = form.note || null;
  if (merge.status === 'asked' && merge.asked_by === ctx.actor.accountId)
    throw new DomainError('register-quality.same-person');
  if (!form.approve) {
    if (!note) throw new DomainError('platform.invalid-input', undefined, { note: '请写明为什么不核准' });
    const done = await takeStep(ctx, pair, { action: 'reject-merge', note });
    await db.changeMerge(ctx, merge.merge_id, { status: 'refused', decision_note: note });
    return done;
  }
  const done = await takeStep(ctx, pair, { action: 'approve-merge', note: note ?? merge.reason });
  const approved = { status: 'done' as const, approved_by_name: ctx.actor.name, decision_note: note };
  await db.changeMerge(ctx, merge.merge_id, approved);
  await carryOutMerge(ctx, merge);
  return done;
}
