import type { CityMap } from './city-map.ts';
import { generateFacilities } from './facilities.ts';
import type { DemoFacility } from './facility-types.ts';
import { type MealCount, mealCounts } from './meal-points.ts';
import { type DemoOrganisation, type DemoStaff, generateStaff } from './staff.ts';

/** Everything but people: made once, small (6,100 places, some hundred organisations, about 1,000 staff). */
export type DemoSupply = {
  facilities: DemoFacility[];
  organisations: DemoOrganisation[];
  /** Firms by `DemoFacility.operator`; they are among `organisations`. */
  operators: DemoOrganisation[];
  staff: DemoStaff[];
  mealCounts: MealCount[];
};

export function generateSupply(map: CityMap): DemoSupply {
  const facilities = generateFacilities(map);
  const points = facilities.filter(f => f.kind === 'meal-point');
  const { organisations, staff } = generateStaff(map, facilities);
  const operators = organisations.filter(o => o.kind === 'provider' && o.areaCode === '110000000000');
  return { facilities, organisations, operators, staff, mealCounts: mealCounts(map, points) };
}

/** Who serves one community: its own workers, the district's firms with their carers, its meal points. */
export type LocalSupply = {
  workers: DemoStaff[];
  assessors: DemoStaff[];
  firms: { firm: DemoOrganisation; carers: DemoStaff[] }[];
  mealPoints: DemoFacility[];
  /** Months with their person-meals, by meal point. */
  meals: Map<string, MealCount[]>;
  institutions: DemoFacility[];
};

export function localSupply(supply: DemoSupply, areaCode: string): LocalSupply {
  const district = areaCode.slice(0, 6);
  const staffOf = Map.groupBy(supply.staff, s => s.organisationId);
  const within = (role: DemoStaff['role']) =>
    supply.staff.filter(s => s.role === role && s.areaCode.startsWith(district));
  const served = new Set(supply.staff.map(s => s.organisationId));
  const homes = new Set(supply.organisations.filter(o => served.has(o.organisationId)).map(o => o.facilityId));
  const mealPoints = supply.facilities.filter(f => f.kind === 'meal-point' && f.areaCode === areaCode);
  const own = new Set(mealPoints.map(f => f.facilityId));
  return {
    workers: supply.staff.filter(s => s.role === 'community' && s.areaCode === areaCode),
    assessors: within('assessor'),
    firms: supply.organisations
      .filter(o => o.kind === 'provider' && o.areaCode.startsWith(district))
      .map(firm => ({
        firm,
        carers: (staffOf.get(firm.organisationId) ?? []).filter(s => s.role === 'caregiver'),
      })),
    mealPoints,
    meals: Map.groupBy(
      supply.mealCounts.filter(c => own.has(c.facilityId)),
      c => c.facilityId,
    ),
    institutions: supply.facilities.filter(
      f => f.kind === 'institution' && f.areaCode.startsWith(district) && homes.has(f.facilityId),
    ),
  };
}
