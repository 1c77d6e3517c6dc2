import { DomainError } from '#contracts/errors.ts';
import { FOUND_NEED_LABELS, type FoundNeed, type Visit } from '#contracts/visits.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { lockVisit, setNeedAnswer } from './db-needs.ts';
import { showVisit } from './show-plan.ts';

/** 3 working days are ours (assumed): no document says a limit for needs found at a visit. */
const WITHIN_WORKING_DAYS = 3;

const needWords = (needs: readonly string[]): string =>
  needs.map(need => FOUND_NEED_LABELS[need as FoundNeed] ?? need).join('、');

/** Reaction to visit.recorded: a need found at the door is the street's to answer. */
export function openNeeds(
  ctx: Context,
  event: { elderId: string; areaCode: string; visitId: string; needs: readonly string[] },
): Promise<void> {
  const { elderId, areaCode, visitId, needs } = event;
  if (needs.length === 0) return Promise.resolve();
  return asBatch(ctx, { areaCode, why: '探访发现的需要交街道处理' }, async inner => {
    const visit = await lockVisit(inner, visitId);
    await openDuty(
      inner,
      { kind: 'visit', id: visitId, elderId, areaCode },
      {
        ...{ forRole: 'street' as const, kindLabel: '探访发现', actionLabel: '去处理' },
        title: `处理${visit?.person_name ?? '老人'}的需要`,
        reason: [needWords(needs), visit?.note].filter(Boolean).join('：'),
        path: `/desk/visits/${elderId}`,
        withinWorkingDays: WITHIN_WORKING_DAYS,
      },
    );
  });
}

/** What was done about it, by the street or the community; closes the item. */
export async function answerNeeds(ctx: Context, visitId: string, text: string): Promise<Visit> {
  const visit = await lockVisit(ctx, visitId);
  if (!visit) throw new DomainError('platform.not-found', '没有找到这次探访，或不在您的辖区');
  if (visit.found_needs.length === 0) throw new DomainError('platform.wrong-state', '这次探访没有发现需要办的事');
  if (visit.need_answer) throw new DomainError('platform.wrong-state', '已经登记过怎么办的，请刷新后查看');
  ctx.saw(visit.elder_id);
  const row = await setNeedAnswer(ctx, visitId, text);
  await closeDuties(ctx, visitId);
  await record(ctx, {
    action: 'visits.answer-needs',
    subject: { kind: 'visit', id: visitId },
    elderId: visit.elder_id,
    areaCode: visit.area_code,
    note: text,
  });
  return showVisit(row);
}
