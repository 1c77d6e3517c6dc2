import type { DirectorySource } from '#contracts/directory-changes.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Facility, FacilityRow } from '#contracts/facilities.ts';
import {
  FACILITY_KINDS,
  type FacilityKind,
  type FacilityStatus,
  facilityLifecycle,
} from '#contracts/facility-nouns.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { sourcesOf } from '#modules/directory-changes/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { AREA_LEVELS, areaAt, areaLevel, areaRange, isInArea } from '#shared/area-codes.ts';
import * as db from './db/read-facilities.ts';
import * as layout from './db/read-layout.ts';
import { type PlaceRow, placeFacts } from './db/rows.ts';

type Asked = {
  kind?: FacilityKind | undefined;
  status?: FacilityStatus | undefined;
  area?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The asked area, which must lie in the caller's; outside it nothing would be found and that would look like an answer. */
function areaOf(ctx: Context, asked: string | undefined): string {
  const area = asked ?? ctx.actor.areaCode;
  if (!isInArea(area, ctx.actor.areaCode)) throw new DomainError('platform.not-found', '这个区划不在您的辖区');
  return area;
}

export async function listFacilities(ctx: Context, asked: Asked) {
  const { from, to } = areaRange(areaOf(ctx, asked.area));
  const wishes = { kind: asked.kind, status: asked.status, text: asked.q, from, to };
  const offset = Number(asked.cursor ?? 0) || 0;
  const counts = await db.countFacilities(ctx, wishes);
  const rows = await db.listFacilities(ctx, wishes, { limit: asked.limit, offset });
  const total = counts
    .filter(c => (!asked.kind || c.kind === asked.kind) && (!asked.status || c.status === asked.status))
    .reduce((sum, c) => sum + c.count, 0);
  const next = offset + rows.length;
  const sources = await sourcesOf(
    ctx,
    rows.map(row => row.facility_id),
  );
  return { rows: rows.map(row => listed(row, sources)), nextCursor: next < total ? String(next) : null, total, counts };
}

type Listed = Omit<PlaceRow, 'free_beds' | 'waiting' | 'updated_at' | 'prices'>;
const listed = (row: Listed, sources: ReadonlyMap<string, DirectorySource>): FacilityRow => ({
  id: row.facility_id,
  kind: row.kind,
  name: row.name,
  status: row.status,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  operatorName: row.operator_name,
  openedOn: row.opened_on,
  exitedOn: row.exited_on,
  exitReason: row.exit_reason,
  linkedCentreId: row.linked_centre_id,
  beds: row.beds,
  star: row.star,
  source: sources.get(row.facility_id) ?? null,
});

/** The whole register entry with what the caller may do next; throws platform.not-found. */
export async function getFacility(ctx: Context, id: string): Promise<Facility> {
  const row = await db.findFacility(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const covers = row.kind === 'meal-point' ? await db.listCoverage(ctx, id) : [];
  return {
    ...placeFacts(row),
    exitedOn: row.exited_on,
    exitReason: row.exit_reason,
    organisationId: row.organisation_id,
    ...(await linksOf(ctx, row)),
    covers: covers.map(c => ({ ...c, name: areaName(c.code) })),
    source: (await sourcesOf(ctx, [id])).get(id) ?? null,
    steps: await readSteps(ctx, id),
    actions: nextActions(facilityLifecycle, row.status, ctx.actor.role),
  };
}

/** The open places of the caller's own organisation, whole. */
export async function listOwn(ctx: Context): Promise<{ rows: Facility[] }> {
  const rows: Facility[] = [];
  for (const id of await db.listOwnIds(ctx)) rows.push(await getFacility(ctx, id));
  return { rows };
}

async function linksOf(ctx: Context, row: PlaceRow) {
  const stations = row.kind === 'regional-centre' ? await db.listStations(ctx, row.facility_id) : [];
  const district = areaRange(areaAt(row.area_code, 'district'));
  const centres = row.kind === 'station' ? await db.listCentres(ctx, district) : [];
  const centre = row.linked_centre_id ? await db.findFacility(ctx, row.linked_centre_id) : undefined;
  return {
    linkedCentre:
      row.linked_centre_id && row.linked_on
        ? { id: row.linked_centre_id, name: centre?.name ?? '辖区外的中心', on: row.linked_on }
        : null,
    stations: stations.map(s => ({ id: s.id, name: s.name, on: s.linked_on ?? '' })),
    centres: centres.map(c => ({ id: c.id, name: c.name })),
  };
}

/** Places, meal coverage and 老老人 of the next lower areas. */
export async function readLayout(ctx: Context, asked: string | undefined) {
  const area = areaOf(ctx, asked);
  const level = AREA_LEVELS[Math.min(AREA_LEVELS.indexOf(areaLevel(area)) + 1, 3)] ?? 'community';
  const digits = areaAt('9'.repeat(12), level).replace(/0/g, '').length;
  const grouping = { ...areaRange(area), digits };
  const counts = await layout.countsByArea(ctx, grouping);
  const coverage = await layout.coverageByArea(ctx, grouping);
  const oldest = await layout.oldestByArea(ctx, grouping);
  const rows = coverage.map(part => ({
    areaCode: part.area_code,
    areaName: areaName(part.area_code),
    counts: Object.fromEntries(
      FACILITY_KINDS.map(kind => [kind, counts.find(c => c.area_code === part.area_code && c.kind === kind)?.n ?? 0]),
    ) as Record<FacilityKind, number>,
    communities: part.communities,
    mealCovered: part.covered,
    oldest: oldest.get(part.area_code) ?? null,
  }));
  return { areaCode: area, areaName: areaName(area), asOf: ctx.today, rows };
}

export async function listMealBlanks(
  ctx: Context,
  asked: { area?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const range = areaRange(areaOf(ctx, asked.area));
  const offset = Number(asked.cursor ?? 0) || 0;
  const rows = await layout.listBlanks(ctx, range, { limit: asked.limit, offset });
  const oldest = await layout.oldestByArea(ctx, { ...range, digits: 12 });
  const total = rows[0]?.total ?? 0;
  const next = offset + rows.length;
  return {
    rows: rows.map(r => ({
      ...{ code: r.code, name: r.name },
      streetName: areaName(areaAt(r.code, 'street')),
      oldest: oldest.get(r.code) ?? null,
    })),
    nextCursor: next < total ? String(next) : null,
    total,
  };
}
