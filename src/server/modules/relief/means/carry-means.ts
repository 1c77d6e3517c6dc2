import type { MeansFact } from '#contracts/relief-means.ts';
import type { Context } from '#platform/http/context.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { loadMeans, TABLE } from './read-means.ts';

type Carried = {
  from: { elder_id: string; elder_name: string; number: string };
  to: { elderId: string; name: string };
  signedBy: string;
  signedOn: string;
};

/** One thing known of the household as it is seen from another of it; undefined = it was of who is gone. */
export function seenFrom(fact: MeansFact, to: { elderId: string; name: string }): MeansFact | undefined {
  if (fact.part === 'member') return fact.elderId === to.elderId ? undefined : fact;
  if (fact.part !== 'income') return fact;
  if (fact.of === '') return undefined;
  return fact.of === to.name ? { ...fact, of: '' } : fact;
}

/**
 * The means of a household whose applicant is gone, kept on by another of it under an authorisation of his own, with
 * source, day and confidence as they were; what was only of who is gone does not come along. Who has a file already
 * keeps what stands in it.
 */
export async function carryMeans(inner: Context, { from, to, signedBy, signedOn }: Carried): Promise<void> {
  const { entries, file } = await loadMeans(inner, from.elder_id);
  const own = await loadMeans(inner, to.elderId);
  const areaCode = own.elder.area_code;
  await db.putFile(inner, { elderId: to.elderId, areaCode, signedBy, signedOn });
  if (own.entries.some(one => one.endedNote === null)) return;
  const self = entries.map(one => one.fact).find(fact => fact.part === 'member' && fact.elderId === to.elderId);
  if (file?.judgement) {
    const { severelyIll = false, severelyDisabled = false } = self?.part === 'member' ? self : {};
    const note = `接${from.elder_name}（${from.number}）的认定：${file.judged_note ?? ''}`;
    await db.setJudgement(inner, to.elderId, { ...file.judgement, severelyIll, severelyDisabled, note });
  }
  const indexes = new Map((await db.listEntries(inner, from.elder_id)).map(row => [row.entry_id, row.identity_index]));
  for (const { id, fact, source, asOf, confidence, endedNote } of entries) {
    const kept = endedNote === null ? seenFrom(fact, to) : undefined;
    if (!kept) continue;
    await db.insertEntry(inner, {
      ...{ elder_id: to.elderId, entry_id: newId(), area_code: areaCode, source, as_of: asOf, confidence },
      sealed: seal(inner.keys, { table: TABLE, elderId: to.elderId }, kept),
      // What departments send about a member is found in the household that goes on.
      identity_index: indexes.get(id) ?? null,
    });
  }
}
