import { funeralLifecycle } from '#contracts/benefits/funeral.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayWords } from '#shared/dates.ts';
import { findFuneralOf, insertFuneral, setFuneral } from '../db/funerals.ts';
import { findPerson } from '../db/people.ts';
import { judgeFuneral } from './judge-funeral.ts';

type Of = { elderId: string; areaCode: string };

const subjectOf = (id: string, { elderId, areaCode }: Of) => ({ kind: 'funeral-claim', id, elderId, areaCode });

/**
 * Reaction to elder.died: what the family may ask for is offered at once; whether another funeral benefit exists must still
 * be asked, so nothing is granted by it. Who has no 户籍 here is not offered it.
 */
export function offerFuneral(ctx: Context, { diedOn, ...event }: Of & { diedOn: string }): Promise<void> {
  // Not the event itself: its name must not be spread into the next one.
  const of = { elderId: event.elderId, areaCode: event.areaCode };
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人去世：提醒家属丧葬补贴' }, async inner => {
    const person = await findPerson(inner, of.elderId);
    if (!person) return;
    const facts = { diedOn, hukouInBeijing: person.hukou_in_beijing };
    const outcome = judgeFuneral({ ...facts, hukouAreaCode: person.hukou_area_code, otherFuneralBenefit: false });
    if (outcome.state !== 'yes') return;
    const row = { ...of, diedOn, name: person.name, amountFen: outcome.amountFen };
    const id = await insertFuneral(inner, row);
    if (!id) return;
    const subject = subjectOf(id, of);
    await advance(inner, {
      ...{ table: funeralLifecycle, subject, status: null, action: 'offer', asSystem: true },
      duty: {
        ...{ forRole: 'community', kindLabel: '办待遇', actionLabel: '告诉家属', withinWorkingDays: 5 },
        title: `告诉${person.name}的家属可以申请丧葬补贴`,
        reason: `${dayWords(diedOn)}去世，没有其他丧葬待遇的可以申请`,
        path: `/desk/benefits/funerals/${id}`,
      },
    });
    await record(inner, { action: 'benefits.offer-funeral', subject, ...of, note: '去世登记后提醒' });
    await publish(inner, { name: 'funeral.stepped', ...of, claimId: id, step: 'offered' });
  });
}

/** Reaction to elder.restored: nobody died. What was paid already is asked back by payments (death-corrected). */
export function lapseFuneral(ctx: Context, { elderId, areaCode }: Of): Promise<void> {
  const of = { elderId, areaCode };
  return asBatch(ctx, { areaCode: of.areaCode, why: '更正：丧葬补贴作罢' }, async inner => {
    const row = await findFuneralOf(inner, of.elderId);
    if (!row || row.status === 'lapsed') return;
    const subject = subjectOf(row.claim_id, of);
    const note = '去世登记已更正';
    const step = { table: funeralLifecycle, subject, status: row.status, action: 'lapse', note } as const;
    await setFuneral(inner, row, { status: await advance(inner, { ...step, asSystem: true }), note });
    await record(inner, { action: 'benefits.lapse-funeral', subject, ...of, note });
  });
}
