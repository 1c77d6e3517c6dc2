import type { Context } from '#platform/http/context.ts';
import { listSeated, type PlaceWithBirth, readRolls } from './db/rolls.ts';
import type { Page, Place, Search } from './db/search.ts';
import { inOrder } from './rules/make-roll.ts';
import { intersect, keyOf, lowerBound, NOBODY, subtract, uniteAll } from './rules/postings.ts';

export type RollsFound = { places: Place[]; total: number; approximate: boolean; outside: boolean };

/** Not active although alive; whoever is dead stands under other grams. */
const NOT_ACTIVE = ['s:registered', 's:verified', 's:moved-out'];
/** Above this many the two edge years of an age are counted by their share of the year. */
const EXACT_EDGES = 2_000;

/** People of the rolls who meet the search; whole lists of seats are put together in memory, at most one a gram. */
export async function searchRolls(ctx: Context, search: Search, page: Page): Promise<RollsFound> {
  const { born } = search;
  const sets = await setsOf(ctx, search);
  const { hits, outside } = sets;
  const start = page.after ? await firstAfter(ctx, hits, page.after) : 0;
  const places = await pageFrom(ctx, { hits, start, limit: page.limit, born });
  if (page.after || !born) return { places, outside, total: hits.length, approximate: false };
  return { places, outside, ...(await countBorn(ctx, sets, born)) };
}

type Sets = { hits: Float64Array; edges: Float64Array; outside: boolean };

async function setsOf(ctx: Context, search: Search): Promise<Sets> {
  const { conditions, range, status, born } = search;
  const wanted = conditions.flatMap(c => c.alternatives.flat());
  const grams = [...new Set([...wanted, ...(status ? NOT_ACTIVE : [])])];
  const { postings, gaps, outside } = await readRolls(ctx, grams, range);
  const of = (gram: string) => postings.get(gram) ?? NOBODY;
  // The shortest first: what is left only shrinks.
  const each = conditions.map(c => uniteAll(c.alternatives.map(all => all.map(of).reduce(intersect))));
  let hits = each.sort((a, b) => a.length - b.length).reduce(intersect);
  if (status) hits = subtract(hits, uniteAll(NOT_ACTIVE.map(of)));
  hits = subtract(hits, gaps);
  const years = born ? [`b:${born.from.slice(0, 4)}`, `b:${born.until.slice(0, 4)}`] : [];
  return { hits, outside, edges: born ? intersect(hits, uniteAll([...new Set(years)].map(of))) : NOBODY };
}

type Born = { from: string; until: string };
type Walk = { hits: Float64Array; start: number; limit: number; born: Born | undefined };

async function pageFrom(ctx: Context, { hits, start, limit, born }: Walk): Promise<Place[]> {
  const places: Place[] = [];
  for (let at = start; at < hits.length && places.length < limit; ) {
    const step = Math.max(16, limit - places.length);
    const seated = await listSeated(ctx, [...hits.subarray(at, at + step)]);
    at += step;
    for (const one of seated) if (one && isBorn(one, born)) places.push(one);
  }
  return places.slice(0, limit).map(({ areaCode, name, elderId }) => ({ areaCode, name, elderId }));
}

const isBorn = (one: PlaceWithBirth, born: Born | undefined): boolean =>
  !born || (one.bornOn >= born.from && one.bornOn <= born.until);

/** Whole years count as they are; of the two edge years those born on the right side of the day. */
async function countBorn(ctx: Context, { hits, edges }: Sets, born: Born) {
  const sure = hits.length - edges.length;
  if (edges.length > EXACT_EDGES) {
    return { total: sure + Math.round(edges.length / 2), approximate: true };
  }
  const seated = await listSeated(ctx, [...edges]);
  return { total: sure + seated.filter(one => one && isBorn(one, born)).length, approximate: false };
}

/** Probes in a round trip. */
const PROBES = 15;

/** Index of the first hit behind `after`: halving by sixteenths, because only the person knows the name. */
async function firstAfter(ctx: Context, hits: Float64Array, after: Place): Promise<number> {
  const street = `${after.areaCode.slice(0, 9)}000`;
  let low = lowerBound(hits, keyOf(street, 0));
  let high = lowerBound(hits, keyOf(street, 2 ** 22 - 1), low);
  while (low < high) {
    const step = Math.max(1, Math.floor((high - low) / (PROBES + 1)));
    const at = Array.from({ length: PROBES }, (_, i) => low + i * step).filter(i => i < high);
    const seated = await listSeated(
      ctx,
      at.map(i => hits[i] as number),
    );
    const behind = at.findIndex((_, i) => {
      const one = seated[i];
      return one !== undefined && inOrder(one, after) > 0;
    });
    if (behind === 0) return at[0] ?? low;
    if (behind > 0) high = at[behind] as number;
    low = ((behind > 0 ? at[behind - 1] : at.at(-1)) as number) + 1;
  }
  return low;
}
