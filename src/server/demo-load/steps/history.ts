import { bedsElsewhere, communityHistory, type DemoEvent, eldersOf, type Place } from '../../demo/index.ts';
import { forTheFirstDay } from '../first-day.ts';
import { type EventOf, elderOf, type HistoryContext } from '../history-rows.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import type { StepContext } from '../step-context.ts';
import { contextOf } from '../step-job.ts';
import { loadAssessments } from './assessments.ts';
import { loadBeds } from './beds.ts';
import { loadBenefits } from './benefits.ts';
import { loadCardUses } from './card-uses.ts';
import { loadFamilyConsents } from './consents.ts';
import { loadDevices } from './devices.ts';
import { loadDoctors } from './doctors.ts';
import { loadHouseholdFiles } from './household-files.ts';
import { loadOrders } from './orders.ts';
import { insertRegistered, registered } from './people.ts';
import { loadVisits } from './visits.ts';

/** The 18 months of one community: orders, beds, assessments, visits, devices and alarms. */
export async function loadHistory(step: StepContext, place: Place): Promise<number> {
  const { world, keys } = step;
  const elders = eldersOf(world.map.seed, place, world.codes);
  const kinds = Map.groupBy(communityHistory(world.map, world.supply, { place, elders }), event => event.kind);
  const of = <K extends DemoEvent['kind']>(kind: K) => (kinds.get(kind) ?? []) as EventOf<K>[];
  const h: HistoryContext = {
    ctx: contextOf(step),
    world,
    place,
    keys,
    elders: new Map(elders.map(e => [e.elderId, e])),
  };
  let rows = await loadOrders(h, forTheFirstDay(world, place, of('order')));
  const assessments = of('assessment');
  rows += await loadAssessments(h, assessments);
  const people = registered(elders, assessments);
  rows += await loadBenefits(h, people, assessments);
  rows += await loadHouseholdFiles(h, people);
  rows += await loadVisits(h, people, of('visit'));
  rows += await loadDevices(h, of('device'), of('alarm'));
  rows += await loadBeds(
    h.ctx,
    world,
    of('home-bed').map(bed => ({ bed, elder: elderOf(h, bed.elderId) })),
  );
  rows += await loadDoctors(h, people, new Set(of('home-bed').map(bed => bed.elderId)));
  if (place.code === LOGIN_COMMUNITY) rows += (await loadFamilyConsents(step)) + (await loadCardUses(h));
  return rows;
}

/** This year's beds outside the demo streets, each with the person who holds it (whom the whole city has already). */
export async function loadBedsElsewhere(step: StepContext): Promise<number> {
  const { world } = step;
  if (world.plan.size === 'small') return 0;
  const beds = [...bedsElsewhere(world.map)];
  const ctx = contextOf(step);
  let rows = 0;
  if (world.plan.size === 'streets') {
    rows += await insertRegistered(
      step,
      beds.map(b => b.elder),
    );
  }
  for (let from = 0; from < beds.length; from += 500) rows += await loadBeds(ctx, world, beds.slice(from, from + 500));
  return rows;
}
