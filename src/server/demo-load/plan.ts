import { areaRange } from '#shared/area-codes.ts';
import {
  CITY_ELDERS,
  type CityMap,
  cityMap,
  DEFAULT_SEED,
  DEMO_STREETS,
  type DemoSupply,
  generateSupply,
  type Place,
} from '../demo/index.ts';

/**
 * How much of the synthetic city stands in the database person by person: `small` two communities (tests), `streets`
 * the four streets of the demo, `city` everybody (`yinian demo --elders N`).
 */
export const DEMO_SIZES = ['small', 'streets', 'city'] as const;
export type DemoSize = (typeof DEMO_SIZES)[number];
export type DemoPlan = { size: DemoSize; seed: number; elders: number };

export const defaultPlan = (size: DemoSize = 'streets'): DemoPlan => ({
  size,
  seed: DEFAULT_SEED,
  elders: CITY_ELDERS,
});

/** 枣园社区 (清源街道, 大兴): the community of the demo's logins, loaded first. */
export const LOGIN_COMMUNITY = '110115003008';
export const LOGIN_STREET = '110115003000';
/** 槐柏树街北里社区 (广安门内街道, 西城): the other half of the small city. */
const SMALL_COMMUNITIES = [LOGIN_COMMUNITY, '110102017003'];

/** The generated city of a plan: made once a thread, from nothing but the plan. */
export type World = {
  plan: DemoPlan;
  map: CityMap;
  codes: string[];
  supply: DemoSupply;
  /** Communities held person by person, the logins' own first. */
  people: Place[];
  /** Those of them that also have 18 months of history. */
  history: Place[];
};

export function makeWorld(plan: DemoPlan): World {
  const map = cityMap({ seed: plan.seed, elders: plan.elders, whole: plan.size === 'city' });
  const small = new Set(SMALL_COMMUNITIES);
  const own = plan.size === 'small' ? map.places.filter(p => small.has(p.code)) : map.inPeople;
  const people = [...own].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  const supply = generateSupply(map);
  return {
    plan,
    map,
    codes: map.places.map(p => p.code),
    supply: plan.size === 'small' ? nearby(supply) : supply,
    people,
    history: people.filter(isInDemoStreet),
  };
}

const isInDemoStreet = (place: Pick<Place, 'streetCode'>) =>
  (DEMO_STREETS as readonly string[]).includes(place.streetCode);

/** The logins' community, then its street, then the other streets of the demo, then the city. */
function rank(place: Place): number {
  if (place.code === LOGIN_COMMUNITY) return 0;
  if (place.streetCode === LOGIN_STREET) return 1;
  return isInDemoStreet(place) ? 2 : 3;
}

/** Places of the four streets only, so that a test need not carry 6,000 of them. */
function nearby(supply: DemoSupply): DemoSupply {
  const near = (code: string) => DEMO_STREETS.some(s => code >= s && code < areaRange(s).to);
  const facilities = supply.facilities.filter(f => near(f.areaCode));
  const ids = new Set(facilities.map(f => f.facilityId));
  return { ...supply, facilities, mealCounts: supply.mealCounts.filter(m => ids.has(m.facilityId)) };
}
