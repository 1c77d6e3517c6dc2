import { createHash } from 'node:crypto';
import type { ProjectToInsert } from '#modules/construction/index.ts';
import type { FacilityToInsert } from '#modules/facilities/index.ts';
import type { MealCountToInsert } from '#modules/meals/index.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import type { DemoFacility } from './facility-types.ts';
import { DEMO_START } from './model.ts';
import type { DemoSupply } from './supply.ts';

/** Places of the demo as the tables take them; a place with its own account is its organisation's. */
export function facilityRows(supply: DemoSupply): FacilityToInsert[] {
  const organisationOf = new Map(
    supply.organisations.flatMap(o => (o.facilityId ? [[o.facilityId, o.organisationId]] : [])),
  );
  const openedOn = new Map(supply.facilities.map(f => [f.facilityId, f.openedOn]));
  return supply.facilities.map(f => ({
    ...f,
    operatorName: f.operator === null ? null : (supply.operators[f.operator]?.name ?? null),
    organisationId: organisationOf.get(f.facilityId) ?? null,
    // Linked when both stood: the later of the two openings.
    linkedOn: f.linkedCentreId ? latest(f.openedOn, openedOn.get(f.linkedCentreId)) : null,
  }));
}
const latest = (a: string | null | undefined, b: string | null | undefined): string =>
  [a ?? '', b ?? ''].sort().at(-1) ?? '';

/** Building projects of the city's yearly plans and the 36 institutions made barrier-free in 2025. */
export function projectRows(facilities: readonly DemoFacility[]): ProjectToInsert[] {
  return facilities.flatMap(f => {
    const place = { name: f.name, areaCode: f.areaCode, facilityId: f.facilityId };
    const built = f.kind === 'regional-centre' || f.kind === 'mutual-aid-point' ? f.kind : null;
    const rows: ProjectToInsert[] = [];
    if (built && f.projectYear) {
      rows.push({
        ...place,
        projectId: f.facilityId,
        programme: built,
        planYear: f.projectYear,
        milestones: f.milestones,
      });
    }
    if (f.barrierFree) {
      const projectId = relatedId(f.facilityId, 'barrier-free');
      rows.push({ ...place, projectId, programme: 'barrier-free', planYear: 2025, milestones: f.barrierFree });
    }
    return rows;
  });
}

/** A second id from a first one: same instant, other random part, always the same. */
function relatedId(id: string, purpose: string): string {
  const hex = createHash('sha256').update(`${id}|${purpose}`).digest('hex');
  return `${id.slice(0, 14)}7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

/** Months of the meal points; the running month ends on the day before the demo's first day. */
export function mealCountRows(supply: DemoSupply): MealCountToInsert[] {
  const points = new Map(facilityRows(supply).map(f => [f.facilityId, f]));
  return supply.mealCounts.map(c => {
    const point = points.get(c.facilityId);
    const from = `${c.month}-01`;
    const end = addDays(addMonths(from, 1), -1);
    const to = end < DEMO_START ? end : addDays(DEMO_START, -1);
    return { ...c, facilityName: point?.name ?? '', organisationId: point?.organisationId ?? null, from, to };
  });
}
