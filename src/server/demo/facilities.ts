import { regionalCentres, stations } from './centres.ts';
import type { CityMap } from './city-map.ts';
import type { DemoFacility } from './facility-types.ts';
import { careCentres, institutions } from './institutions.ts';
import { mealPoints } from './meal-points.ts';
import { mutualAidPoints } from './mutual-aid.ts';

/** Every place of care of the city at the published numbers (about 6,100), the same in default and whole-city mode. */
export function generateFacilities(map: CityMap): DemoFacility[] {
  const centres = regionalCentres(map);
  return [
    ...institutions(map),
    ...careCentres(map),
    ...centres,
    ...stations(map, centres),
    ...mealPoints(map),
    ...mutualAidPoints(map),
  ];
}
