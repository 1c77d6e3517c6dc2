import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { leaveRoll, rewriteDerived } from './db/derived.ts';
import { eventOrigin, keepOrigins } from './db/facts.ts';
import { findHousehold } from './db/households.ts';
import { changeScope, joinHousehold, movePerson, setHukou } from './db/move-person.ts';
import { findElder } from './db/people.ts';
import { claimIdentity, readSealed, updateSealed } from './db/sealed.ts';
import { isHukouInBeijing } from './new-elder.ts';
import { doorIndex, indexesOf } from './prepare-people.ts';

export type Destination = {
  areaCode: string;
  road: string | null;
  compound: string | null;
  point: [number, number] | null;
  door: string | null;
  /** Where 户籍 is from now on; left out = it stays. */
  hukou?: { areaCode: string; leftOn: string | null };
  movedOn: string;
  note: string | null;
};

/**
 * The move itself, as batch over the whole city: the register here, every other table of the person by the reactions to
 * elder.moved. Where something happened (happened_area) stays.
 */
export async function applyMove(inner: Context, elder: Elder, to: Destination): Promise<void> {
  const { elderId } = elder;
  const sealed = await readSealed(inner, elderId);
  if (!sealed) throw new DomainError('platform.not-found');
  await leaveRoll(inner, elder);
  await movePerson(inner, { elderId, areaCode: to.areaCode, road: to.road, compound: to.compound, point: to.point });
  await updateSealed(inner, elder, { ...sealed, door: to.door });
  await claimIdentity(inner, indexesOf(inner.keys, sealed).identity, { elderId, areaCode: to.areaCode });
  if (to.hukou) {
    await setHukou(inner, elderId, { ...to.hukou, inBeijing: isHukouInBeijing(to.hukou.areaCode) });
  }
  const kinds = ['居住', '服务', ...(to.hukou && isHukouInBeijing(to.hukou.areaCode) ? ['户籍'] : [])];
  for (const kind of kinds) {
    const areaCode = kind === '户籍' && to.hukou ? to.hukou.areaCode : to.areaCode;
    await changeScope(inner, { elderId, areaCode, kind, scopeId: newId(), on: to.movedOn });
  }
  const index = doorIndex(inner.keys, to);
  const householdId = (index && (await findHousehold(inner, index))) ?? newId();
  await joinHousehold(inner, elderId, { ...to, householdId, index });
  const moved = await findElder(inner, elderId);
  if (moved) await rewriteDerived(inner, moved);
  const fields = ['road', 'compound', 'door', ...(to.hukou ? ['hukouAreaCode'] : [])];
  await keepOrigins(inner, { elderId, areaCode: to.areaCode }, { fields, how: eventOrigin(to.movedOn) });
  await record(inner, {
    action: 'elders.move',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode: to.areaCode,
    ...(to.note ? { note: to.note } : {}),
    before: { areaCode: elder.areaCode, road: elder.road, compound: elder.compound, door: '已隐去' },
    after: { areaCode: to.areaCode, road: to.road, compound: to.compound, door: '已隐去', movedOn: to.movedOn },
  });
  const { areaCode, movedOn } = to;
  await publish(inner, { name: 'elder.moved', elderId, fromArea: elder.areaCode, areaCode, movedOn });
}
