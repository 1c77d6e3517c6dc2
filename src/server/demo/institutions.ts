import { apportion, normal, pick, type Random, randomOf, weighted } from '#shared/random.ts';
import type { CityMap, Place } from './city-map.ts';
import type { DemoFacility, Milestone } from './facility-types.ts';
import { dayWithin, expected80, facility, spreadSites } from './sites.ts';

/** End of 2024: 577 institutions, 108,000 beds, 52,000 residents; nursing beds 68 % (2025-12); 293 care centres (2022); all found. */
export const PUBLISHED_INSTITUTIONS = { count: 577, beds: 108_000, residents: 52_000, nursingShare: 0.68 } as const;
export const PUBLISHED_CARE_CENTRES = 293;
/** Document 000 row 15: 36 institutions made barrier-free in 2025; 3 done, 23 under construction, 10 before August. */
export const BARRIER_FREE = { done: 3, underConstruction: 23, notStarted: 10 } as const;

/** About 8,000 yuan a month in 朝阳, 西城 and 丰台, 2,500–3,100 in 延庆, 密云 and 平谷, 6,611 on average (2024-03, found). */
const FEES: Record<string, [number, number]> = {
  朝阳区: [7_000, 9_000],
  西城区: [7_000, 9_000],
  丰台区: [7_000, 9_000],
  延庆区: [2_500, 3_100],
  密云区: [2_500, 3_100],
  平谷区: [2_500, 3_100],
};
const ownership = weighted<'公办' | '公建民营' | '民办'>([
  ['公办', 12],
  ['公建民营', 33],
  ['民办', 55],
]);
const BRANDS = ['颐康', '安泰', '福寿', '乐龄', '松鹤', '康宁', '慈心', '长青', '和顺', '瑞祥', '晚晴', '椿萱'];

export function institutions(map: CityMap): DemoFacility[] {
  const r = randomOf(map.seed, 'institutions');
  const sites = spreadSites(map, PUBLISHED_INSTITUTIONS.count, { purpose: 'institution', weight: expected80 });
  const sizes = sites.map(() => 30 + 160 * Math.exp(0.7 * normal(r)));
  const beds = apportion(PUBLISHED_INSTITUTIONS.beds, sizes);
  const filled = beds.map(b => b * (0.25 + 0.5 * r.next()));
  const residents = apportion(PUBLISHED_INSTITUTIONS.residents, filled);
  const nursing = apportion(Math.round(PUBLISHED_INSTITUTIONS.beds * PUBLISHED_INSTITUTIONS.nursingShare), beds);
  return sites.map((place, i) => ({
    ...institution(r, place),
    beds: beds[i] ?? 0,
    residents: Math.min(residents[i] ?? 0, beds[i] ?? 0),
    nursingBeds: nursing[i] ?? 0,
    barrierFree: barrierFreeOf(r, i),
  }));
}

function institution(r: Random, place: Place): DemoFacility {
  const own = ownership(r);
  const [low, high] = FEES[place.districtName] ?? [4_500, 7_000];
  const brand = pick(r, BRANDS);
  const end = own === '公办' && place.rural ? '敬老院' : pick(r, ['养老院', '颐养中心', '老年公寓', '护养院']);
  return facility(r, {
    kind: 'institution',
    name: `北京市${place.districtName}${place.base}${brand}${end}`,
    areaCode: place.code,
    point: place.point,
    ownership: own,
    openedOn: dayWithin(r, '2003-01-01', '2024-11-30'),
    operator: r.below(OPERATORS),
    star: pick(r, [null, 1, 2, 2, 3, 3, 4, 5]),
    monthlyFeeFen: Math.round(low + r.next() * (high - low)) * 100,
  });
}
/** Firms that run places of care; `staff.ts` names them. */
export const OPERATORS = 120;

/** Every sixteenth institution from the first on, 36 in all; the order decides the state, so the sums are exact. */
function barrierFreeOf(r: Random, i: number): Milestone[] | null {
  const { done, underConstruction, notStarted } = BARRIER_FREE;
  const nth = i / 16;
  if (!Number.isInteger(nth) || nth >= done + underConstruction + notStarted) return null;
  const planned: Milestone = { state: 'not-started', on: '2025-02-20' };
  if (nth >= done + underConstruction) return [planned];
  const started: Milestone = { state: 'under-construction', on: dayWithin(r, '2025-03-10', '2025-04-20') };
  if (nth >= done) return [planned, started];
  return [planned, started, { state: 'completed', on: dayWithin(r, '2025-05-06', '2025-05-28') }];
}

export function careCentres(map: CityMap): DemoFacility[] {
  const r = randomOf(map.seed, 'care-centres');
  return spreadSites(map, PUBLISHED_CARE_CENTRES, { purpose: 'care-centre', weight: expected80 }).map(place =>
    facility(r, {
      kind: 'care-centre',
      name: `${place.streetName}${place.base}养老照料中心`,
      areaCode: place.code,
      point: place.point,
      ownership: '公建民营',
      openedOn: dayWithin(r, '2014-06-01', '2022-12-15'),
      operator: r.below(OPERATORS),
    }),
  );
}
