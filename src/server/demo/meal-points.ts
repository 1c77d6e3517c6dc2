import { addMonths, daysBetween, monthOf } from '#shared/dates.ts';
import { haversineMetres } from '#shared/geo.ts';
import { apportion, normal, type Random, randomOf, shuffle } from '#shared/random.ts';
import type { CityMap, Place } from './city-map.ts';
import type { DemoFacility } from './facility-types.ts';
import { OPERATORS } from './institutions.ts';
import { dayWithin, facility, spreadSites } from './sites.ts';

/**
 * Document 000 row 14: 160 opened and 42 closed this year, 2,666 built in all, nine tenths of communities, 4,548,559
 * person-meals. Read so: 2,666 counts every point ever opened (累计建成), exits are not taken off; meals since January.
 */
export const MEAL_POINTS = { ever: 2_666, opened2025: 160, exited2025: 42, covered: 0.9, meals: 4_548_559 } as const;
const EXIT_REASONS = [
  '就餐人数少，经居民议事会同意退出',
  '房屋租期届满',
  '运营方退出，由邻近助餐点接续',
  '并入区域养老服务中心食堂',
];

export function mealPoints(map: CityMap): DemoFacility[] {
  const r = randomOf(map.seed, 'meal-points');
  const sites = spreadSites(map, MEAL_POINTS.ever, { purpose: 'meal-point', weight: p => p.elders });
  const order = shuffle(
    r,
    sites.map((_, i) => i),
  );
  const opened = new Set(order.slice(0, MEAL_POINTS.opened2025));
  const exited = new Set(order.slice(MEAL_POINTS.opened2025, MEAL_POINTS.opened2025 + MEAL_POINTS.exited2025));
  const seen = new Map<string, number>();
  const list = sites.map((place, i) => {
    const nth = (seen.get(place.code) ?? 0) + 1;
    seen.set(place.code, nth);
    const openedOn = opened.has(i) ? dayWithin(r, '2025-01-06', '2025-05-29') : openedBefore(r);
    return facility(r, {
      kind: 'meal-point',
      name: `${place.streetName}${place.base}养老助餐点${nth > 1 ? `（${nth}）` : ''}`,
      areaCode: place.code,
      point: place.point,
      operator: r.below(OPERATORS),
      openedOn,
      exitedOn: exited.has(i) ? dayWithin(r, '2025-01-10', '2025-05-28') : null,
      exitReason: exited.has(i) ? (EXIT_REASONS[r.below(EXIT_REASONS.length)] ?? null) : null,
    });
  });
  cover(map, list);
  return list;
}

/** 1,489 of the points stood at the end of 2022 (found), the others opened in the two years after. */
function openedBefore(r: Random): string {
  return r.next() < 0.594 ? dayWithin(r, '2020-03-01', '2022-12-20') : dayWithin(r, '2023-01-05', '2024-12-20');
}

/** Gives exactly nine tenths of the communities to the nearest operating point of their street. */
function cover(map: CityMap, list: DemoFacility[]): void {
  const wanted = Math.round(map.places.length * MEAL_POINTS.covered);
  const operating = Map.groupBy(
    list.filter(p => !p.exitedOn),
    p => p.areaCode.slice(0, 9),
  );
  const own = new Set<string>();
  for (const points of operating.values()) {
    for (const point of points) {
      point.covers.push(point.areaCode);
      own.add(point.areaCode);
    }
  }
  const others = map.places.filter(p => !own.has(p.code) && operating.has(p.code.slice(0, 9)));
  const chosen = shuffle(randomOf(map.seed, 'meal-cover'), others).slice(0, wanted - own.size);
  for (const place of chosen) nearest(place, operating.get(place.code.slice(0, 9)) ?? [])?.covers.push(place.code);
}

function nearest(place: Place, points: DemoFacility[]): DemoFacility | undefined {
  let best: DemoFacility | undefined;
  let metres = Infinity;
  for (const point of points) {
    const d = haversineMetres(place.point, point.point);
    if (d < metres) [best, metres] = [point, d];
  }
  return best;
}

export type MealCount = { facilityId: string; areaCode: string; month: string; personTimes: number };

/**
 * Person-meals by point and month, January to May 2025: exactly 4,548,559 in all, in proportion to the days open and a
 * skewed size of the point (mean about 341 a month). June 2025 runs to the 19th at the same pace.
 */
export function mealCounts(map: CityMap, points: readonly DemoFacility[]): MealCount[] {
  const r = randomOf(map.seed, 'meal-counts');
  const rows: { point: DemoFacility; month: string; weight: number }[] = [];
  const june: typeof rows = [];
  for (const point of points) {
    const size = Math.exp(0.8 * normal(r));
    for (let k = 0; k < 6; k++) {
      const from = addMonths('2025-01-01', k);
      const to = k === 5 ? '2025-06-20' : addMonths(from, 1);
      const days = daysOpen(point, from, to);
      if (days <= 0) continue;
      (k === 5 ? june : rows).push({ point, month: monthOf(from), weight: days * size * (0.9 + 0.2 * r.next()) });
    }
  }
  const sum = (list: typeof rows) => list.reduce((t, x) => t + x.weight, 0);
  const parts = [
    ...apportion(
      MEAL_POINTS.meals,
      rows.map(x => x.weight),
    ),
    ...apportion(
      Math.round((MEAL_POINTS.meals * sum(june)) / sum(rows)),
      june.map(x => x.weight),
    ),
  ];
  return [...rows, ...june].map(({ point, month }, i) => ({
    facilityId: point.facilityId,
    areaCode: point.areaCode,
    month,
    personTimes: parts[i] ?? 0,
  }));
}

/** Days in [from, to) on which the point served. */
function daysOpen(point: DemoFacility, from: string, to: string): number {
  const start = point.openedOn && point.openedOn > from ? point.openedOn : from;
  const end = point.exitedOn && point.exitedOn < to ? point.exitedOn : to;
  return daysBetween(start, end);
}
