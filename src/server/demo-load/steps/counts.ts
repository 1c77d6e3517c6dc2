import { insertAreaCounts } from '#modules/areas/index.ts';
import { areaAt } from '#shared/area-codes.ts';
import { generateCounts } from '../../demo/index.ts';
import type { StepContext } from '../step-context.ts';

/** Elders of one district by community, age band, ability and living; the small city counts its two streets only. */
export function loadCounts({ client, world }: StepContext, district: string): Promise<number> {
  const streets = new Set(world.people.map(p => p.streetCode));
  const small = world.plan.size === 'small';
  const places = world.map.places.filter(
    p => areaAt(p.code, 'district') === district && (!small || streets.has(p.streetCode)),
  );
  return insertAreaCounts(client, [...generateCounts(world.map, places)]);
}
