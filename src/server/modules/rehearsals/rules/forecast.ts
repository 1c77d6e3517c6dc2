import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { YearLine } from '#contracts/rehearsals/budget.ts';
import { expectedCityOf, expectedOf, takeUpOf, wholeYuan } from './compose.ts';
import type { MonthSum } from './result-rows.ts';

export type Paid = { payer: string; scheme: string; year: number; month: string; fen: number };
export type Budgeted = { payer: string; scheme: Scheme; year: number; fen: number };
type Sums = { paid: number; ahead: number; certain: number; city: number; budget: number | null };

export type DistrictYears = { payer: string; scheme: Scheme; years: YearLine[] };

/**
 * Years of every paying district and scheme: what is paid up to the forecast's first month, the forecast from there on,
 * beside the budget. The city's share counts for the forecast only: payment lines do not carry it.
 */
export function yearsOf(of: {
  months: readonly MonthSum[];
  paid: readonly Paid[];
  budgets: readonly Budgeted[];
  years: readonly number[];
  startsMonth: string | null;
}): { districts: DistrictYears[]; total: YearLine[] } {
  const takeUp = takeUpOf(of.months);
  const sums = new Map<string, Sums>();
  const at = (payer: string, scheme: string, year: number): Sums => {
    const key = `${payer} ${scheme} ${year}`;
    const known = sums.get(key) ?? { paid: 0, ahead: 0, certain: 0, city: 0, budget: null };
    sums.set(key, known);
    return known;
  };
  for (const line of of.paid)
    if (of.startsMonth === null || line.month < of.startsMonth) at(line.payer, line.scheme, line.year).paid += line.fen;
  for (const sum of of.months) {
    if (sum.law !== 'old' || !isScheme(sum.scheme) || sum.payer === 'none') continue;
    const year = at(sum.payer, sum.scheme, Number(sum.month.slice(0, 4)));
    year.ahead += expectedOf(sum, takeUp);
    year.certain += sum.fen;
    year.city += expectedCityOf(sum, takeUp);
  }
  for (const each of of.budgets) at(each.payer, each.scheme, each.year).budget = each.fen;
  const payers = [...new Set([...sums.keys()].map(key => key.split(' ')[0] ?? ''))].sort();
  const districts = payers.flatMap(payer =>
    SCHEMES.map(scheme => ({ payer, scheme, years: of.years.map(year => lineOf(year, at(payer, scheme, year))) })),
  );
  const total = of.years.map(year => {
    const all = districts.flatMap(each => each.years.filter(line => line.year === year));
    return all.length > 0 ? all.reduce(addLines) : lineOf(year, EMPTY);
  });
  return { districts, total };
}

const EMPTY: Sums = { paid: 0, ahead: 0, certain: 0, city: 0, budget: null };
const isScheme = (scheme: string): scheme is Scheme => (SCHEMES as readonly string[]).includes(scheme);

function lineOf(year: number, { paid, ahead, certain, city, budget }: Sums): YearLine {
  const aheadFen = wholeYuan(ahead);
  const cityFen = wholeYuan(city);
  const totalFen = paid + aheadFen;
  return {
    ...{ year, paidFen: paid, aheadFen, aheadCertainFen: certain, totalFen },
    ...{ cityFen, districtFen: aheadFen - cityFen },
    ...{ budgetFen: budget, overFen: budget === null ? null : totalFen - budget },
  };
}

const orNull = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** A sum is short of budget only where every part has one: a missing budget is not a budget of nothing. */
function addLines(a: YearLine, b: YearLine): YearLine {
  const budgetFen = orNull(a.budgetFen, b.budgetFen);
  const isWhole = a.budgetFen !== null && b.budgetFen !== null;
  const totalFen = a.totalFen + b.totalFen;
  return {
    ...{ year: a.year, paidFen: a.paidFen + b.paidFen, aheadFen: a.aheadFen + b.aheadFen, totalFen },
    aheadCertainFen: a.aheadCertainFen + b.aheadCertainFen,
    ...{ cityFen: a.cityFen + b.cityFen, districtFen: a.districtFen + b.districtFen, budgetFen },
    overFen: isWhole && budgetFen !== null ? totalFen - budgetFen : null,
  };
}
