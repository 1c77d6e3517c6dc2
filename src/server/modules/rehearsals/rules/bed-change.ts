import type { BedYear } from '#contracts/rehearsals/beds.ts';
import { addMonths, monthOf } from '#shared/dates.ts';

type Values = ReadonlyMap<string, number | boolean | string>;
type Draft = { startsMonth: string; months: number };
export type Share = Pick<BedYear, 'year' | 'from' | 'to' | 'months' | 'bedPercent' | 'personPercent'>;
/** A month of an institution in full, by its beds and by its residents; fen. */
export type Full = { bed_fen: number; person_fen: number };

const YEAR = 12;

/** The years of the change with what each pays of the full rates, as the draft has it. */
export function sharesOf({ startsMonth, months }: Draft, values: Values): Share[] {
  const at = (offset: number) => monthOf(addMonths(`${startsMonth}-01`, offset));
  return Array.from({ length: Math.ceil(months / YEAR) }, (_, index) => {
    const length = Math.min(YEAR, months - index * YEAR);
    return {
      ...{ year: index + 1, from: at(index * YEAR), to: at(index * YEAR + length - 1), months: length },
      bedPercent: Number(values.get(`beds.bedShare.${index + 1}`) ?? 0),
      personPercent: Number(values.get(`beds.personShare.${index + 1}`) ?? 100),
    };
  });
}

/** What an institution gets in a month of a year: its two parts, each to the fen, so that sums of institutions are sums. */
export const mixOf = (full: Full, { bedPercent, personPercent }: Share) => ({
  bedFen: Math.round((full.bed_fen * bedPercent) / 100),
  personFen: Math.round((full.person_fen * personPercent) / 100),
});

export function yearsOf(places: readonly Full[], shares: readonly Share[]): BedYear[] {
  return shares.map(share => {
    const parts = places.map(place => mixOf(place, share));
    const sum = (of: (part: ReturnType<typeof mixOf>) => number) =>
      parts.reduce((all, part) => all + of(part), 0) * share.months;
    const [bedFen, personFen] = [sum(part => part.bedFen), sum(part => part.personFen)];
    const nowFen = places.reduce((all, place) => all + place.bed_fen, 0) * share.months;
    const personPerMille = bedFen + personFen > 0 ? Math.round((personFen * 1000) / (bedFen + personFen)) : null;
    return { ...share, bedFen, personFen, nowFen, personPerMille };
  });
}

/** A month of each year, several institutions together. */
export const monthByYear = (places: readonly Full[], shares: readonly Share[]): number[] =>
  shares.map(share =>
    places.reduce((all, place) => {
      const { bedFen, personFen } = mixOf(place, share);
      return all + bedFen + personFen;
    }, 0),
  );
