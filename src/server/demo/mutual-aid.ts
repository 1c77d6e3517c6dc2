import { addDays } from '#shared/dates.ts';
import { pick, type Random, randomOf } from '#shared/random.ts';
import type { CityMap } from './city-map.ts';
import type { DemoFacility, Milestone, ProjectState } from './facility-types.ts';
import { dayWithin, facility, spreadOnce } from './sites.ts';

/**
 * Document 000 rows 8 and 13: 915 built in all, of which 108 completed in 2025 (80 already serving); 30 under
 * construction and 62 not begun make up this year's 200. So 807 stood before.
 */
export const MUTUAL_AID = {
  before: 807,
  operating: 80,
  completedOnly: 28,
  underConstruction: 30,
  notStarted: 62,
} as const;

export function mutualAidPoints(map: CityMap): DemoFacility[] {
  const r = randomOf(map.seed, 'mutual-aid');
  const { before, operating, completedOnly, underConstruction, notStarted } = MUTUAL_AID;
  const states: (ProjectState | 'before')[] = [
    ...Array.from({ length: before }, () => 'before' as const),
    ...Array.from({ length: operating }, () => 'operating' as const),
    ...Array.from({ length: completedOnly }, () => 'completed' as const),
    ...Array.from({ length: underConstruction }, () => 'under-construction' as const),
    ...Array.from({ length: notStarted }, () => 'not-started' as const),
  ];
  const villages = spreadOnce(map, states.length, { purpose: 'mutual-aid', weight: p => p.elders, fits: p => p.rural });
  // Villages come street by street: walk them in steps so that each state is found all over the city.
  const step = 389;
  return states.map((state, i) => {
    const village = villages[(i * step) % villages.length] as (typeof villages)[number];
    const milestones = state === 'before' ? oldMilestones(r) : newMilestones(r, state);
    return facility(r, {
      kind: 'mutual-aid-point',
      name: `${village.streetName}${village.base}邻里互助点`,
      areaCode: village.code,
      point: village.point,
      projectYear: state === 'before' ? Number(milestones[0]?.on.slice(0, 4)) : 2025,
      milestones,
      openedOn: milestones.find(m => m.state === 'operating')?.on ?? null,
    });
  });
}

function oldMilestones(r: Random): Milestone[] {
  const completed = dayWithin(r, '2021-05-01', '2024-11-30');
  return [
    { state: 'completed', on: completed },
    { state: 'operating', on: addDays(completed, 5 + r.below(30)) },
  ];
}

function newMilestones(r: Random, last: ProjectState): Milestone[] {
  const steps: Milestone[] = [
    { state: 'not-started', on: '2025-01-15' },
    { state: 'under-construction', on: dayWithin(r, '2025-02-17', '2025-03-20') },
    { state: 'completed', on: dayWithin(r, '2025-04-01', '2025-05-09') },
    { state: 'operating', on: dayWithin(r, '2025-05-12', '2025-05-30') },
  ];
  return steps.slice(0, steps.findIndex(m => m.state === last) + 1);
}

export type SojournInstitution = {
  name: string;
  provinceCode: string;
  province: string;
  season: '冬南' | '夏北';
  beds: number;
  monthlyFeeFen: number;
};
const SOJOURN = [
  ['130000000000', '河北省', '夏北', 28],
  ['150000000000', '内蒙古自治区', '夏北', 13],
  ['210000000000', '辽宁省', '夏北', 9],
  ['220000000000', '吉林省', '夏北', 8],
  ['230000000000', '黑龙江省', '夏北', 14],
  ['370000000000', '山东省', '夏北', 15],
  ['350000000000', '福建省', '冬南', 9],
  ['440000000000', '广东省', '冬南', 11],
  ['450000000000', '广西壮族自治区', '冬南', 16],
  ['460000000000', '海南省', '冬南', 22],
  ['530000000000', '云南省', '冬南', 10],
] as const;

/** 155 institutions in 11 provinces on the 冬南夏北 platform (document 000 row 2); which provinces is our assumption. */
export function sojournInstitutions(seed: number): SojournInstitution[] {
  const r = randomOf(seed, 'sojourn');
  return SOJOURN.flatMap(([provinceCode, province, season, count]) =>
    Array.from({ length: count }, (_, i) => ({
      name: `${province.replace(/(省|自治区|壮族自治区)$/, '').replace('壮族', '')}${pick(r, ['康养', '旅居', '颐养'])}基地第${i + 1}号`,
      provinceCode,
      province,
      season,
      beds: 60 + r.below(400),
      monthlyFeeFen: (2_200 + r.below(3_800)) * 100,
    })),
  );
}
