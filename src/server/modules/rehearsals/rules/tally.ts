import { SCHEMES } from '#contracts/benefits/schemes.ts';
import type { Outcome } from '#contracts/rehearsals/result.ts';
import { cityShare, survival } from './assumptions.ts';
import { type Groups, groupsOf } from './groups.ts';
import { type CellSum, type ChangedPerson, type Compared, type Fall, type Judged, judge, type Slice } from './judge.ts';

/** Sums of one payer, scheme and law by month; `coming` = open, and only from a later month on. Fen and people. */
export type Series = Record<(typeof MEASURES)[number], Float64Array>;
export const MEASURES = [
  'fen',
  'people',
  'open',
  'openPeople',
  'expected',
  'coming',
  'city',
  'cityExpected',
  'cityComing',
] as const;

export type CellKey = Groups & { outcome: Outcome };
export type CliffSum = Fall & { people: number };

export const ALL_SCHEMES = 'all';
export const NO_PAYER = 'none';
const SEPARATOR = '|';

/** Everything a result is made of, for one part of the area; bounded by groups × streets, not by people. */
export class Tally {
  readonly months: number;
  /** The first month, as year × 12 + month − 1. */
  readonly first: number;
  people = 0;
  problems = 0;
  changed = 0;
  /** Order does not matter: the same people give the same two numbers. */
  markHigh = 0;
  markLow = 0;
  readonly series = new Map<string, Series>();
  readonly cells = new Map<string, { key: CellKey; sum: CellSum }>();
  readonly cliffs = new Map<string, CliffSum>();

  constructor(startsMonth: string, months: number) {
    this.months = months;
    this.first = Number(startsMonth.slice(0, 4)) * 12 + Number(startsMonth.slice(5)) - 1;
  }

  /** Counts one person in; answers the row to keep where the draft changes anything for this person. */
  add(person: Compared): ChangedPerson | undefined {
    this.people++;
    this.addMark(person.mark);
    if (!person.facts) this.problems++;
    const judged = judge(person, this.months);
    this.addCell(person, judged);
    if (person.old.length > 0 || person.new.length > 0) {
      this.addSeries(person, 'old');
      this.addSeries(person, 'new');
    }
    const cliffs = person.falls.length > 0 ? this.addFalls(person.falls) : NO_CLIFFS;
    const isChanged = judged.outcome !== 'same' && judged.outcome !== 'none';
    if (isChanged) this.changed++;
    if (!isChanged && cliffs.length === 0) return undefined;
    const { elderId, areaCode } = person;
    return { elderId, areaCode, groups: groupsOf(person), ...judged, cliffs: [...cliffs] };
  }

  addMark(mark: number): void {
    this.markHigh ^= Math.floor(mark / 4_294_967_296);
    this.markLow ^= mark % 4_294_967_296;
  }

  /** Adds another part's sums to these. */
  addAll(part: Tally): void {
    this.people += part.people;
    this.problems += part.problems;
    this.changed += part.changed;
    this.markHigh ^= part.markHigh;
    this.markLow ^= part.markLow;
    for (const [key, series] of part.series) {
      const [payer = '', scheme = '', law] = key.split(SEPARATOR);
      const mine = this.seriesOf(payer, scheme, law as 'old' | 'new');
      for (const name of MEASURES) for (let at = 0; at < this.months; at++) plus(mine[name], at, series[name][at] ?? 0);
    }
    for (const [id, { key, sum }] of part.cells) addSum(this.cellOf(id, key), sum);
    for (const [key, cliff] of part.cliffs) {
      const mine = this.cliffs.get(key);
      if (mine) mine.people += cliff.people;
      else this.cliffs.set(key, { ...cliff });
    }
  }

  private addCell(person: Compared, judged: Judged): void {
    const key: CellKey = { ...groupsOf(person), outcome: judged.outcome };
    const id = `${key.street}${key.band}${SEPARATOR}${key.economic}${SEPARATOR}${key.ability}${key.card}${key.living}${key.outcome}`;
    addSum(this.cellOf(id, key), { people: 1, ...judged });
  }

  /** Also for those who count people by another rule than the schemes'. */
  cellOf(id: string, key: CellKey): CellSum {
    let cell = this.cells.get(id);
    if (!cell) {
      cell = { key, sum: { people: 0, oldFen: 0, newFen: 0, openOldFen: 0, openNewFen: 0 } };
      this.cells.set(id, cell);
    }
    return cell.sum;
  }

  private addSeries(person: Compared, law: 'old' | 'new'): void {
    const payer = person.payerCode ?? NO_PAYER;
    let until = 0;
    for (const slice of person[law]) {
      const name = SCHEMES[slice.scheme] ?? '';
      addSlice(this.seriesOf(payer, name, law), slice, {
        ageAt: at => person.ageMonths + at - (person.onLeapDay && isCommonFebruary(this.first + at) ? 1 : 0),
        isComing: slice.open && !person[law].some(each => each.scheme === slice.scheme && each.from === 0),
      });
      if (!slice.open) until = Math.max(until, slice.until);
    }
    if (until === 0) return;
    const { people } = this.seriesOf(payer, ALL_SCHEMES, law);
    const paid = person[law].filter(slice => !slice.open);
    for (let at = 0; at < until; at++)
      if (paid.some(slice => slice.from <= at && at < slice.until)) people[at] = (people[at] ?? 0) + 1;
  }

  /** The series of a payer, a scheme and a law, made when new. */
  seriesOf(payer: string, scheme: string, law: 'old' | 'new'): Series {
    const key = [payer, scheme, law].join(SEPARATOR);
    let series = this.series.get(key);
    if (!series) {
      series = Object.fromEntries(MEASURES.map(name => [name, new Float64Array(this.months)])) as Series;
      this.series.set(key, series);
    }
    return series;
  }

  /** Answers the keys of those the draft changes. */
  private addFalls(falls: readonly Fall[]): string[] {
    const changed: string[] = [];
    for (const fall of falls) {
      const key = cliffKey(fall);
      const known = this.cliffs.get(key);
      if (known) known.people++;
      else this.cliffs.set(key, { ...fall, people: 1 });
      if (fall.oldLossFen !== fall.newLossFen) changed.push(key);
    }
    return changed;
  }
}

function addSum(to: CellSum, sum: CellSum): void {
  to.people += sum.people;
  to.oldFen += sum.oldFen;
  to.newFen += sum.newFen;
  to.openOldFen += sum.openOldFen;
  to.openNewFen += sum.openNewFen;
}

const NO_CLIFFS: readonly string[] = [];

export const cliffKey = (fall: Fall): string =>
  [fall.step, fall.from, fall.to, fall.oldLossFen, fall.newLossFen].join(SEPARATOR);

const isCommonFebruary = (month: number): boolean => {
  const year = Math.floor(month / 12);
  return month % 12 === 1 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
};

const plus = (series: Float64Array, at: number, value: number): void => {
  series[at] = (series[at] ?? 0) + value;
};

function addSlice(
  series: Series,
  slice: Slice,
  { ageAt, isComing }: { ageAt: (at: number) => number; isComing: boolean },
): void {
  const { scheme, fen } = slice;
  for (let at = slice.from; at < slice.until; at++) {
    const alive = survival(ageAt(0), at);
    const city = Math.min(fen, cityShare(scheme, ageAt(at)));
    if (slice.open) {
      plus(series.open, at, fen);
      plus(series.openPeople, at, 1);
      if (!isComing) continue;
      plus(series.coming, at, fen * alive);
      plus(series.cityComing, at, city * alive);
    } else {
      plus(series.fen, at, fen);
      plus(series.people, at, 1);
      plus(series.expected, at, fen * alive);
      plus(series.city, at, city);
      plus(series.cityExpected, at, city * alive);
    }
  }
}
