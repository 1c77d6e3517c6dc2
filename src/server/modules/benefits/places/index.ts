/** What the subsidies of stations, institutions and meal points and the festival visits ask of their schemes. */
export {
  basicServiceOf,
  bedsOf,
  type Diner,
  festivalLawOf,
  institutionOf,
  institutionParameter,
  judgeDiner,
  type PersonFacts,
  type SubsidyPlace,
  sayMeals,
  stationOf,
  subsidyPlace,
} from '../for-subsidies.ts';
