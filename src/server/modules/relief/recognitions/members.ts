import { DomainError } from '#contracts/errors.ts';
import { RECOGNISED_CLASS } from '#contracts/relief-lifecycle.ts';
import type { MeansFact } from '#contracts/relief-means.ts';
import type { Context } from '#platform/http/context.ts';
import type { RecognitionRow } from '../db/applications.ts';
import * as db from '../db/members.ts';
import { findElder } from '../means/db.ts';
import { loadMeans } from '../means/read-means.ts';
import { type EnteredClass, enterClass } from './load.ts';

/** Members of the household who are elders in the register, as the means name them now. */
export async function elderMembers(inner: Context, row: RecognitionRow): Promise<db.Member[]> {
  const { entries } = await loadMeans(inner, row.elder_id);
  const facts = entries.filter(one => one.endedNote === null).map(one => one.fact as MeansFact);
  return facts.flatMap(fact =>
    fact.part === 'member' && fact.elderId && fact.elderId !== row.elder_id
      ? [{ elder_id: fact.elderId, name: fact.name, relation: fact.relation }]
      : [],
  );
}

/** Nobody counts in two households: whoever is recognised elsewhere is named, and where. */
export async function refuseTwoHouseholds(inner: Context, row: RecognitionRow): Promise<void> {
  const members = (await elderMembers(inner, row)).map(each => each.elder_id);
  const of = { applicationId: row.application_id, applicant: row.elder_id, members };
  const elsewhere = await db.findElsewhere(inner, of);
  if (!elsewhere) return;
  const { who, elder_name: name, number } = elsewhere;
  const where = who === name ? `自己有一件认定（${number}）` : `已经算在${name}家的认定里（${number}）`;
  throw new DomainError('platform.wrong-state', `${who}${where}，一人不在两户里算；先终止那一件，或更正家庭成员`);
}

/** On the decision each of them is proposed the same status as the applicant; another person checks each. */
export async function enterMembers(inner: Context, row: RecognitionRow, why: string): Promise<void> {
  const to = RECOGNISED_CLASS[row.kind];
  for (const member of await elderMembers(inner, row)) {
    const elder = await findElder(inner, member.elder_id);
    if (!elder || elder.died_on)
      throw new DomainError(
        'platform.wrong-state',
        `${member.name}${elder ? '已经去世' : '在登记册里找不到了'}，请先更正共同生活的人`,
      );
    const entered = await enterClass(inner, { elder_id: member.elder_id, number: row.number }, { to, why });
    await db.insertMember(inner, row, { ...member, ...entered });
  }
}

type Left = {
  to: EnteredClass;
  why: string /** Who is entered by another recognition now. */;
  except?: readonly string[];
};

/** The household's status ends: who still has it by the file loses it too, or gets the new one. */
export async function leaveMembers(inner: Context, row: RecognitionRow, { except = [], ...of }: Left) {
  for (const member of await db.listMembers(inner, row.application_id)) {
    if (except.includes(member.elder_id)) continue;
    const elder = await findElder(inner, member.elder_id);
    const now = elder?.economic_class;
    if (elder?.died_on || now !== RECOGNISED_CLASS[row.kind] || now === of.to) continue;
    const entered = await enterClass(inner, { elder_id: member.elder_id, number: row.number }, of);
    await db.setMember(inner, { id: row.application_id, elderId: member.elder_id }, entered);
  }
}

/** Corrections of members that were sent back are proposed once more. Answers how many. */
export async function enterMembersAgain(inner: Context, row: RecognitionRow, of: { to: EnteredClass; why: string }) {
  const refused = (await db.listMembers(inner, row.application_id)).filter(each => each.fact === 'refused');
  for (const member of refused) {
    const entered = await enterClass(inner, { elder_id: member.elder_id, number: row.number }, of);
    await db.setMember(inner, { id: row.application_id, elderId: member.elder_id }, entered);
  }
  return refused.length;
}
