import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { NewDetermination } from './db/determinations.ts';
import type { FoundOffer } from './db/offers.ts';
import { evaluatePerson } from './evaluate-person.ts';
import type { PersonRow } from './rules/person-facts.ts';

/** Pure: what a page of people is paid, and who could be paid but has not applied. */
export function evaluatePage(people: readonly PersonRow[], month: string) {
  const granted: NewDetermination[] = [];
  const offers: FoundOffer[] = [];
  let problems = 0;
  for (const person of people) {
    const answer = evaluatePerson(person, { month, explain: false, grantedOnly: true });
    if ('problems' in answer) {
      problems++;
      continue;
    }
    const about = { elderId: person.elder_id, areaCode: person.area_code };
    const payerCode = payerOf(person);
    for (const { scheme, amountFen, from, paidBy, reasons, nearestYes } of answer.results) {
      if (amountFen > 0 && from)
        granted.push({ ...about, scheme, month, amountFen, from, paidBy, payerCode, tier: tierOf(reasons), reasons });
      const onlyUnapplied = reasons.length === 1 && reasons[0]?.code === 'no-application';
      if (onlyUnapplied && nearestYes && !person.applications?.[scheme])
        offers.push({ ...about, scheme, amountFen: nearestYes.amountFen, sentence: nearestYes.sentence });
    }
  }
  return { granted, offers, problems };
}

/** District of 户籍, which pays (160号八). */
export const payerOf = (person: PersonRow): string | null =>
  person.hukou_in_beijing ? areaAt(person.hukou_area_code, 'district') : null;

/** Key of the tier that a payment rests on: the last part of `care.tiers.severe`. */
export function tierOf(reasons: NewDetermination['reasons']): string | null {
  const id = reasons.find(reason => reason.code === 'qualified')?.parameter.id;
  const [scheme = '', list, key] = id?.split('.') ?? [];
  return list === 'tiers' && (SCHEMES as readonly string[]).includes(scheme) ? (key ?? null) : null;
}
