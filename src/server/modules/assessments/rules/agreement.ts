/** Two assessors' levels of one person, the first result and the blind one. */
export type Pair = { first: number; second: number };

/** Share of equal pairs, 0…1; null without pairs. */
export function percentAgreement(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(pair => pair.first === pair.second).length / pairs.length;
}

export type Weights = 'none' | 'linear' | 'quadratic';

/** How far two of `n` ordered categories are apart, 0…1. */
function distance(a: number, b: number, { n, weights }: { n: number; weights: Weights }): number {
  if (weights === 'none') return a === b ? 0 : 1;
  const step = Math.abs(a - b) / (n - 1);
  return weights === 'linear' ? step : step * step;
}

/**
 * Cohen's kappa over ordered categories (Cohen 1968): 1 = always the same, 0 = as chance would have it, below 0 = worse.
 * Null without pairs, and where chance alone leaves no room (everybody in one category): then only the per cent says something.
 */
export function weightedKappa(
  pairs: readonly Pair[],
  { categories, weights }: { categories: readonly number[]; weights: Weights },
): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const at = new Map(categories.map((category, index) => [category, index]));
  const firsts = categories.map(category => pairs.filter(pair => pair.first === category).length / n);
  const seconds = categories.map(category => pairs.filter(pair => pair.second === category).length / n);
  const scheme = { n: categories.length, weights };
  const place = (category: number) => at.get(category) ?? 0;
  const observed = pairs.reduce((sum, p) => sum + distance(place(p.first), place(p.second), scheme), 0) / n;
  let expected = 0;
  for (const [i, first] of firsts.entries())
    for (const [j, second] of seconds.entries()) expected += first * second * distance(i, j, scheme);
  return expected === 0 ? null : 1 - observed / expected;
}

/** How many of each pair of levels: rows the first result, columns the blind one. */
export const crossTable = (pairs: readonly Pair[], categories: readonly number[]): number[][] =>
  categories.map(first => categories.map(second => pairs.filter(p => p.first === first && p.second === second).length));

/** Share of items with the same points over all sheets, 0…1; null when nothing was compared. */
export function itemAgreement(sheets: readonly { first: Items; second: Items }[]): number | null {
  let same = 0;
  let all = 0;
  for (const { first, second } of sheets)
    for (const [code, points] of Object.entries(first)) {
      if (second[code] === undefined) continue;
      all += 1;
      if (second[code] === points) same += 1;
    }
  return all === 0 ? null : same / all;
}
type Items = Readonly<Record<string, number>>;
