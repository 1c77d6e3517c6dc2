import { addDays } from '#shared/dates.ts';
import { apportion, pick, type Random, randomOf } from '#shared/random.ts';
import { type CityMap, DEMO_STREETS, type Place } from './city-map.ts';
import { admissionOf, assessmentsOf, bedDay2025, devicesOf, homeBed, isBedCandidate } from './history-care.ts';
import { mealsOf } from './history-meals.ts';
import { ordersOf } from './history-orders.ts';
import type { DemoEvent, DemoHomeBed } from './history-types.ts';
import { visitsOf } from './history-visits.ts';
import { eldersOf } from './people.ts';
import type { DemoElder } from './people-types.ts';
import { byStreet, expected80 } from './sites.ts';
import { type DemoSupply, type LocalSupply, localSupply } from './supply.ts';

/** 2,273 beds built January to May 2025 (document 000 rows 7 and 14); about 27,000 stood at the end of 2024 (found). */
export const BEDS = { new2025: 2_273, before: 27_000 } as const;

/** The 18 months of one community of the demo streets; `elders` are all its people in their order. */
export function* communityHistory(
  map: CityMap,
  supply: DemoSupply,
  of: { place: Place; elders: readonly DemoElder[] },
): Generator<DemoEvent> {
  const { place, elders } = of;
  const local = localSupply(supply, place.code);
  const r = randomOf(map.seed, 'history', place.code);
  for (const e of elders) {
    yield* visitsOf(r, e, local);
    yield* ordersOf(r, e, local);
    yield* assessmentsOf(r, e, local);
    yield* devicesOf(r, e, local);
    const admission = admissionOf(r, e, local);
    if (admission) yield admission;
  }
  yield* bedsOf(map, place, { elders, local });
  const atHome = elders.filter(e => e.living !== '住养老机构');
  for (const [i, point] of local.mealPoints.entries()) {
    const diners = atHome.filter((_, k) => k % local.mealPoints.length === i).slice(0, 400);
    yield* mealsOf(r, point, { counts: local.meals.get(point.facilityId) ?? [], diners });
  }
}

type BedPlan = Map<string, { new2025: number; before: number }>;

/**
 * New and older beds by community, in proportion to people of 80 and over; the parts add up to BEDS. Outside the demo
 * streets a street's new beds stand in its smallest community with enough candidates: making their holders means making
 * the whole community, and one for each street costs 2 s where 2,000 would cost 15.
 */
export function bedPlan(map: CityMap): BedPlan {
  const weights = map.places.map(expected80);
  const older = apportion(BEDS.before, weights);
  const plan: BedPlan = new Map(map.places.map((p, i) => [p.code, { new2025: 0, before: older[i] ?? 0 }]));
  const streets = [...byStreet(map)];
  const fresh = apportion(
    BEDS.new2025,
    streets.map(([, places]) => places.reduce((sum, p) => sum + expected80(p), 0)),
  );
  streets.forEach(([code, places], i) => {
    const total = fresh[i] ?? 0;
    const demo = (DEMO_STREETS as readonly string[]).includes(code);
    const parts = demo ? apportion(total, places.map(expected80)) : [total];
    const hosts = demo ? places : [hostOf(places, total)];
    hosts.forEach((p, k) => {
      (plan.get(p.code) as { new2025: number }).new2025 = parts[k] ?? 0;
    });
  });
  return plan;
}

/** About 2.5 elders in a hundred may hold a bed; four times the number keeps chance out of it. */
function hostOf(places: readonly Place[], beds: number): Place {
  const bySize = [...places].sort((a, b) => a.elders - b.elders);
  return (bySize.find(p => p.elders * 0.025 >= beds * 2 + 4) ?? bySize.at(-1)) as Place;
}

const plans = new WeakMap<CityMap, ReturnType<typeof bedPlan>>();
function planOf(map: CityMap) {
  const known = plans.get(map) ?? bedPlan(map);
  plans.set(map, known);
  return known;
}

function* bedsOf(
  map: CityMap,
  place: Place,
  from: { elders: readonly DemoElder[]; local?: LocalSupply },
): Generator<DemoHomeBed> {
  const plan = planOf(map).get(place.code);
  const r = randomOf(map.seed, 'beds', place.code);
  // A village may have fewer severe cases than its share of beds: then those of 中度失能 at home come after them.
  const next = from.elders.filter(e => !isBedCandidate(e) && e.living !== '住养老机构' && e.ability === '中度失能');
  const candidates = [...from.elders.filter(isBedCandidate), ...next];
  const firm = () => (from.local?.firms.length ? pick(r, from.local.firms).firm.organisationId : null);
  const wanted = { new2025: plan?.new2025 ?? 0, before: from.local ? (plan?.before ?? 0) : 0 };
  for (const [i, e] of candidates.entries()) {
    if (i < wanted.new2025) yield homeBed(r, e, { builtOn: bedDay2025(r), organisationId: firm() });
    else if (i < wanted.new2025 + wanted.before) yield homeBed(r, e, { builtOn: olderDay(r), organisationId: firm() });
    else if (from.local && r.next() < 0.02)
      yield homeBed(r, e, { builtOn: null, organisationId: null, reached: 1 + r.below(4) });
  }
}
const olderDay = (r: Random) => addDays('2022-01-10', r.below(1_070));

/**
 * The 2025 beds outside the demo streets, each with the real synthetic elder of its community (the same person whom the
 * whole-city mode makes), so that the city's figure is a count of rows that open to a person. About 2 s of generation.
 */
export function* bedsElsewhere(map: CityMap): Generator<{ elder: DemoElder; bed: DemoHomeBed }> {
  const codes = map.places.map(p => p.code);
  for (const place of map.places) {
    if ((DEMO_STREETS as readonly string[]).includes(place.streetCode)) continue;
    if (!planOf(map).get(place.code)?.new2025) continue;
    const elders = eldersOf(map.seed, place, codes);
    const byId = new Map(elders.map(e => [e.elderId, e]));
    for (const bed of bedsOf(map, place, { elders })) {
      yield { elder: byId.get(bed.elderId) as DemoElder, bed };
    }
  }
}

/** Beds built before 2025 outside the demo streets: one number a street (as of 2024-12-31), as no person is held there. */
export function bedTallies(map: CityMap): { streetCode: string; asOf: string; beds: number }[] {
  const plan = planOf(map);
  const sums = new Map<string, number>();
  for (const p of map.places) {
    if ((DEMO_STREETS as readonly string[]).includes(p.streetCode)) continue;
    sums.set(p.streetCode, (sums.get(p.streetCode) ?? 0) + (plan.get(p.code)?.before ?? 0));
  }
  return [...sums].map(([streetCode, beds]) => ({ streetCode, asOf: '2024-12-31', beds }));
}
