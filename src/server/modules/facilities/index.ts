export { asPublic } from './as-public.ts';
export { type CoverageToInsert, type FacilityToInsert, insertCoverage, insertFacilities } from './insert-facilities.ts';
export { recordRating, withdrawRating } from './recognised/keep-ratings.ts';
export { openPlannedFacility } from './take-step.ts';
