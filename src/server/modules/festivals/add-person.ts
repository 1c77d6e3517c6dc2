import { DomainError } from '#contracts/errors.ts';
import type { FestivalVisit } from '#contracts/festivals.ts';
import { compareWithRegister } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { getList } from './lists.ts';
import { readVisit } from './visits.ts';

type Given = { identityNumber: string; name: string; because: string };

/** Somebody of the list's area whom the rule does not name, with the reason; checked with the list by another person. */
export async function addPerson(ctx: Context, id: string, given: Given): Promise<FestivalVisit> {
  const list = await getList(ctx, id, true);
  if (list.status !== 'draft') throw new DomainError('platform.wrong-state', '名单已经定下，不能再添人');
  const visitId = await asBatch(ctx, { areaCode: list.area_code, why: '慰问名单手工添一位' }, async inner => {
    const [found] = await compareWithRegister(inner, [{ ...given, bornOn: null, says: {} }]);
    if (found?.kind !== 'found')
      throw new DomainError('platform.invalid-input', undefined, { identityNumber: found?.because ?? '没有找到' });
    return db.addVisit(inner, list, {
      listId: id,
      elderId: found.elder.elderId,
      because: `手工添加：${given.because}`,
    });
  });
  if (!visitId) throw new DomainError('festivals.listed-already');
  const visit = await readVisit(ctx, visitId);
  const subject = { kind: 'festival-visit', id: visitId };
  const of = { elderId: visit.elderId, areaCode: visit.areaCode };
  await record(ctx, { action: 'festivals.add', subject, ...of, note: visit.because });
  return visit;
}
