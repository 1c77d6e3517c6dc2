import type { BedChange } from '#contracts/rehearsals/beds.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { Full } from './bed-change.ts';

export type PlaceSum = Full & { beds: number; residents: number; counted: number; unassessed: number; month: string };
type Told = { change: BedChange; places: readonly PlaceSum[]; people: number };

/** Fewer residents than that share of the beds: the records are not kept yet, the comparison says little. */
const SPARSE = 0.3;
const count = (n: number): string => n.toLocaleString('en-US');

/** The worked example 补床头 → 补人头: the answer first, then the years, then what stands in the way. */
export function bedSentences({ change, places, people }: Told): string[] {
  const { month, years, unplaced } = change;
  if (month === null) return ['本辖区没有登记床位的养老机构，也没有入住记录。'];
  const sum = (of: (place: PlaceSum) => number) => places.reduce((all, place) => all + of(place), 0);
  const [beds, bedFen, personFen] = [sum(each => each.beds), sum(each => each.bed_fen), sum(each => each.person_fen)];
  const unassessed = sum(each => each.unassessed);
  const difference = personFen - bedFen;
  const more = places.filter(each => each.person_fen > each.bed_fen).length;
  const less = places.filter(each => each.person_fen < each.bed_fen).length;
  const sure = [
    `按${monthWords(month)}的入住记录：全按床位，${count(places.length)}家机构${count(beds)}张床每月${fenToYuanText(bedFen)}元；全按人头，计入${count(sum(each => each.counted))}位老年人每月${fenToYuanText(personFen)}元，每月${difference < 0 ? '少' : '多'}花${fenToYuanText(Math.abs(difference))}元。`,
    `钱跟着人走以后，${count(more)}家机构变多，${count(less)}家变少；哪一家见“各机构”。`,
    ...yearWords(years),
  ];
  if (unassessed > 0)
    sure.push(
      `拦路的：${count(unassessed)}位计入的老年人没有有效的能力评估，只能按“没有评估”那一档；先把他们评估了再改。`,
    );
  if (unplaced > 0)
    sure.push(
      `还有${count(unplaced)}位登记为住养老机构的老年人，没有哪一家登记他们上个月入住，不知道住在哪里，没有算进来。`,
    );
  if (people < beds * SPARSE)
    sure.push(`登记的入住老年人只有床位的${Math.round((people / beds) * 1000) / 10}%，记录不全时这个比较不能用。`);
  return [...sure, '金额和过渡的比例都没有查到正式文件，是可以改的配置。'];
}

function yearWords(years: BedChange['years']): string[] {
  const [first, last] = [years[0], years.at(-1)];
  const words = (perMille: number | null | undefined) => `${(perMille ?? 0) / 10}%`;
  if (!first || !last) return [];
  if (years.length === 1) return [`头一年里补人头占${words(first.personPerMille)}。`];
  return [
    `过渡${years.length}年：补人头从第1年占${words(first.personPerMille)}到第${last.year}年占${words(last.personPerMille)}。`,
  ];
}
