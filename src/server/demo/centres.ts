import { addDays } from '#shared/dates.ts';
import { type Random, randomOf, shuffle } from '#shared/random.ts';
import { type CityMap, DEMO_STREETS, type Place } from './city-map.ts';
import type { DemoFacility, Milestone, ProjectState } from './facility-types.ts';
import { OPERATORS } from './institutions.ts';
import { byStreet, dayWithin, expected80, facility, spreadSites } from './sites.ts';

/** 105 regional centres at the end of 2024 and 1,429 stations at the end of 2022 (found); 323 stations linked (document 000 row 6). */
export const BUILT_CENTRES = 105;
export const STATIONS = 1_429;
export const LINKED_STATIONS = 323;
/** The 50 sites of 2025 by the last state reached on 2025-05-31: 45 recruited ⊇ 8 in acceptance ⊇ 2 accepted. */
export const CENTRES_2025: readonly (readonly [ProjectState, number])[] = [
  ['accepted', 2],
  ['acceptance-started', 6],
  ['completed', 5],
  ['under-construction', 20],
  ['operator-recruited', 12],
  ['site-fixed', 5],
];

/** What the four streets of the demo show: a built centre, one accepted this year, one being built, one being recruited. */
const STREET_STATE: Record<string, number> = {
  '110102017000': -1,
  '110115003000': 0,
  '110102018000': 15,
  '110115110000': 47,
};

/** One centre at most for a street or town; the streets with most people of 80 and over come first. */
export function regionalCentres(map: CityMap): DemoFacility[] {
  const r = randomOf(map.seed, 'regional-centres');
  const streets = [...byStreet(map)]
    .filter(([code]) => !(DEMO_STREETS as readonly string[]).includes(code))
    .map(([code, places]) => ({ code, places, old: places.reduce((sum, p) => sum + expected80(p), 0) }))
    .sort((a, b) => b.old - a.old || a.code.localeCompare(b.code));
  const chosen = streets.slice(0, BUILT_CENTRES - 1 + 47).map(s => s.places);
  shuffle(r, chosen);
  const demo = byStreet(map);
  const built = [demo.get('110102017000') as Place[], ...chosen.splice(0, BUILT_CENTRES - 1)];
  const project: Place[][] = [];
  for (const [code, at] of Object.entries(STREET_STATE)) if (at >= 0) project[at] = demo.get(code) as Place[];
  for (let i = 0; i < 50; i++) project[i] ??= chosen.pop() as Place[];
  const states = CENTRES_2025.flatMap(([state, n]) => Array.from({ length: n }, () => state));
  return [
    ...built.map(places => centre(r, places, { milestones: builtMilestones(r), projectYear: null })),
    ...project.map((places, i) =>
      centre(r, places, { milestones: projectMilestones(r, states[i] as ProjectState), projectYear: 2025 }),
    ),
  ];
}

function centre(
  r: Random,
  places: Place[],
  facts: { milestones: Milestone[]; projectYear: number | null },
): DemoFacility {
  const place = places[r.below(places.length)] as Place;
  const { milestones, projectYear } = facts;
  const recruited = milestones.some(m => m.state === 'operator-recruited');
  return facility(r, {
    kind: 'regional-centre',
    name: `${place.streetName}区域养老服务中心`,
    areaCode: place.code,
    point: place.point,
    ownership: '公建民营',
    projectYear,
    operator: recruited ? r.below(OPERATORS) : null,
    milestones,
    openedOn: milestones.find(m => m.state === 'operating')?.on ?? null,
  });
}

function builtMilestones(r: Random): Milestone[] {
  const opened = dayWithin(r, '2023-03-01', '2024-12-20');
  return [
    { state: 'site-fixed', on: addDays(opened, -400) },
    { state: 'operator-recruited', on: addDays(opened, -300) },
    { state: 'under-construction', on: addDays(opened, -240) },
    { state: 'completed', on: addDays(opened, -60) },
    { state: 'acceptance-started', on: addDays(opened, -40) },
    { state: 'accepted', on: addDays(opened, -20) },
    { state: 'operating', on: opened },
  ];
}

/** The windows keep the order of states and end before 2025-05-31. */
const WINDOWS: readonly (readonly [ProjectState, string, string])[] = [
  ['site-fixed', '2025-01-06', '2025-02-14'],
  ['operator-recruited', '2025-02-17', '2025-03-14'],
  ['under-construction', '2025-03-17', '2025-04-03'],
  ['completed', '2025-04-21', '2025-05-07'],
  ['acceptance-started', '2025-05-08', '2025-05-20'],
  ['accepted', '2025-05-22', '2025-05-30'],
];
function projectMilestones(r: Random, last: ProjectState): Milestone[] {
  const end = WINDOWS.findIndex(([state]) => state === last);
  return WINDOWS.slice(0, end + 1).map(([state, from, to]) => ({ state, on: dayWithin(r, from, to) }));
}

/** Community stations; 323 of those in streets with a built centre are run by it. */
export function stations(map: CityMap, centres: readonly DemoFacility[]): DemoFacility[] {
  const r = randomOf(map.seed, 'stations');
  const streetOf = (code: string) => `${code.slice(0, 9)}000`;
  const centreOf = new Map(centres.filter(c => c.openedOn).map(c => [streetOf(c.areaCode), c.facilityId]));
  const list = spreadSites(map, STATIONS, { purpose: 'station', weight: p => p.elders }).map(place =>
    facility(r, {
      kind: 'station',
      name: `${place.streetName}${place.base}${place.rural ? '' : '社区'}养老服务驿站`,
      areaCode: place.code,
      point: place.point,
      ownership: '公建民营',
      openedOn: dayWithin(r, '2016-06-01', '2022-12-15'),
      operator: r.below(OPERATORS),
      star: [null, 1, 2, 2, 3, 3][r.below(6)] ?? null,
    }),
  );
  const near = shuffle(
    r,
    list.filter(s => centreOf.has(streetOf(s.areaCode))),
  );
  // The demo's own street first, so that its centre has stations to show.
  near.sort((a, b) => Number(isDemo(b)) - Number(isDemo(a)));
  for (const s of near.slice(0, LINKED_STATIONS)) s.linkedCentreId = centreOf.get(streetOf(s.areaCode)) ?? null;
  return list;
}
const isDemo = (f: DemoFacility) => (DEMO_STREETS as readonly string[]).includes(`${f.areaCode.slice(0, 9)}000`);
