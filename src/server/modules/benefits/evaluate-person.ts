import type { Determination } from '#contracts/benefits/determination.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { areaAt } from '#shared/area-codes.ts';
import { determine } from './explain/determine.ts';
import { lawOf } from './law/compile.ts';
import { monthIndex } from './rules/civil-numbers.ts';
import { type PersonRow, personOf } from './rules/person-facts.ts';

/** District of 户籍, which pays; null when the 户籍 is outside the city. */
export const districtOf = (row: PersonRow): string | null =>
  row.hukou_in_beijing ? areaName(areaAt(row.hukou_area_code, 'district')) : null;

type Question = { month: string; explain: boolean; grantedOnly: boolean };

/** The three schemes of one registered person, or the sentences on what is wrong with the record. */
export function evaluatePerson(row: PersonRow, { month, explain, grantedOnly }: Question) {
  const person = personOf(row, { districtName: districtOf(row), grantedOnly });
  return determine(person, lawOf(monthIndex(month)), explain);
}

/** As above for a screen: a faulty record is an error the desk can read. */
export function evaluateOrRefuse(row: PersonRow, month: string): Determination[] {
  const answer = evaluatePerson(row, { month, explain: true, grantedOnly: false });
  if (!('problems' in answer)) return answer.results;
  const said = answer.problems.map(each => each.message).join('；');
  throw new DomainError('platform.invalid-input', `人员档案里有内容不对，核定不了：${said}`);
}
