import { insertProjects } from '#modules/construction/index.ts';
import { insertFacilities } from '#modules/facilities/index.ts';
import { insertMealCounts } from '#modules/meals/index.ts';
import { facilityRows, mealCountRows, projectRows } from '../../demo/facility-rows.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';

/** Places of care with prices, free beds and coverage, building projects, monthly counts of the meal points. */
export async function loadFacilities({ client, world, now }: StepContext): Promise<number> {
  const { supply } = world;
  const places = await insertFacilities(client, facilityRows(supply), now);
  const projects = await insertProjects(client, projectRows(supply.facilities));
  const meals = await insertMealCounts(client, mealCountRows(supply), { at: now, by: DEMO_BY });
  return places + projects + meals;
}
