import { addDays, civilDateToDays, daysBetween } from '#shared/dates.ts';
import { moveMetres } from '#shared/geo.ts';
import { apportion, type Random, randomOf, shuffle } from '#shared/random.ts';
import type { CityMap, Place } from './city-map.ts';
import { demoId, msOf } from './demo-ids.ts';
import type { DemoFacility, FacilityFacts } from './facility-types.ts';

export const byStreet = (map: CityMap): Map<string, Place[]> => Map.groupBy(map.places, p => p.streetCode);

/** Elders of 80 and over expected in a community; places of care go where 老老人 are many (document 000, row 6). */
export const expected80 = (p: Place): number => p.elders * p.share80;

/**
 * `total` sites spread over the communities that `fits` in proportion to `weight`, street by street and exact in sum;
 * inside a street no community is taken twice before all are taken once.
 */
export function spreadSites(
  map: CityMap,
  total: number,
  how: { purpose: string; weight: (p: Place) => number; fits?: (p: Place) => boolean },
): Place[] {
  const streets = [...byStreet(map).values()]
    .map(list => list.filter(how.fits ?? (() => true)))
    .filter(l => l.length > 0);
  const counts = apportion(
    total,
    streets.map(list => list.reduce((sum, p) => sum + how.weight(p), 0)),
  );
  return streets.flatMap((list, i) => {
    const order = shuffle(randomOf(map.seed, how.purpose, list[0]?.streetCode ?? ''), [...list]);
    return Array.from({ length: counts[i] ?? 0 }, (_, k) => order[k % order.length] as Place);
  });
}

/** As spreadSites, but never two in one community; for points of which a community has at most one. */
export function spreadOnce(map: CityMap, total: number, how: Parameters<typeof spreadSites>[2]): Place[] {
  const taken = new Set<string>();
  const first = spreadSites(map, total, how).filter(p => !taken.has(p.code) && taken.add(p.code));
  const fits = how.fits ?? (() => true);
  const rest = map.places.filter(p => fits(p) && p.elders > 0 && !taken.has(p.code));
  return [...first, ...shuffle(randomOf(map.seed, how.purpose, 'rest'), rest).slice(0, total - first.length)];
}

/** Fills what a kind of facility leaves out. The id's instant is the opening day, or the first milestone. */
export function facility(r: Random, facts: FacilityFacts): DemoFacility {
  const day = civilDateToDays(facts.openedOn ?? facts.milestones?.[0]?.on ?? '2020-01-01');
  const [east, north] = [(r.next() - 0.5) * 400, (r.next() - 0.5) * 400];
  const [x, y] = moveMetres(facts.point, east, north);
  return {
    facilityId: demoId(r, msOf(day, 540)),
    ownership: null,
    operator: null,
    projectYear: null,
    milestones: facts.openedOn ? [{ state: 'operating', on: facts.openedOn }] : [],
    openedOn: null,
    exitedOn: null,
    exitReason: null,
    beds: 0,
    nursingBeds: 0,
    residents: 0,
    star: null,
    monthlyFeeFen: null,
    linkedCentreId: null,
    covers: [],
    barrierFree: null,
    ...facts,
    point: [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5],
  };
}

/** A day in [from, to], both included. */
export const dayWithin = (r: Random, from: string, to: string): string =>
  addDays(from, r.below(daysBetween(from, to) + 1));

/** The facility's state on a day, or null before its first milestone. */
export function stateOn(milestones: DemoFacility['milestones'], on: string): string | null {
  return milestones.findLast(m => m.on <= on)?.state ?? null;
}
export const reached = (f: Pick<DemoFacility, 'milestones'>, state: string, by: string): boolean =>
  f.milestones.some(m => m.state === state && m.on <= by);
