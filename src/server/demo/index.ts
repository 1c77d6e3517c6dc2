/** The synthetic city in loading order: map → supply → people with their history → beds elsewhere → counts. */
export { type CityMap, cityMap, DEMO_STREETS, type Place } from './city-map.ts';
export { type AreaCount, generateCounts } from './counts.ts';
export { type DemoFacility, FACILITY_KINDS, PROJECT_STATES } from './facility-types.ts';
export { bedsElsewhere, bedTallies, communityHistory } from './history.ts';
export * from './history-types.ts';
export type { MealCount } from './meal-points.ts';
export { ABILITIES, CITY_ELDERS, DEFAULT_SEED, DEMO_START, FIGURES_AS_OF, HISTORY_FROM } from './model.ts';
export { type SojournInstitution, sojournInstitutions } from './mutual-aid.ts';
export { eldersOf, generatePeople } from './people.ts';
export { type DemoContact, type DemoElder, DISABILITY_KINDS, ECONOMIC_CLASSES } from './people-types.ts';
export { pickShowcase } from './showcase.ts';
export { stateOn } from './sites.ts';
export type { DemoOrganisation, DemoStaff } from './staff.ts';
export { type DemoSupply, generateSupply } from './supply.ts';
