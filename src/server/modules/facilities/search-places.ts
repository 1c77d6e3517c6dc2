import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { FACILITY_KINDS, type FacilityKind } from '#contracts/facility-nouns.ts';
import type * as endpoints from '#contracts/public-facilities.ts';
import type { NearPlace, NearPoint } from '#contracts/public-facilities.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';
import { asPublic } from './as-public.ts';
import * as facilities from './db/read-facilities.ts';
import { placeFacts } from './db/rows.ts';
import * as db from './db/search-places.ts';
import { walkMinutes } from './rules.ts';

const CITY = '110000000000';
const MAP_LIMIT = 4000;
type Asked = z.output<typeof endpoints.searchPlaces.query>;

export type Near = z.infer<typeof NearPoint>;

/** The visitor's own position, or the middle of the places of a community (of its street, district, city where it has none). */
async function nearPoint(ctx: Context, asked: Asked): Promise<Near | null> {
  if (asked.longitude !== undefined && asked.latitude !== undefined) {
    return { name: '您的位置', longitude: asked.longitude, latitude: asked.latitude, approximate: false };
  }
  if (!asked.near) return null;
  for (const code of [asked.near, areaAt(asked.near, 'street'), areaAt(asked.near, 'district'), CITY]) {
    const point = await db.middleOf(ctx, areaRange(code));
    if (point) return { name: areaName(asked.near), ...point, approximate: true };
  }
  return null;
}

const wishesOf = (asked: Asked, near: Near | null): db.Wishes => {
  const range = asked.area ? areaRange(asked.area) : undefined;
  return {
    kind: asked.kind,
    areaFrom: range?.from,
    areaTo: range?.to,
    point: near ?? undefined,
    withinMetres: asked.withinMetres,
    text: asked.q,
    freeBeds: asked.freeBeds,
    ownership: asked.ownership,
    maxFen: asked.maxFen,
    ids: idsOf(asked.ids),
  };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function idsOf(text: string | undefined): string[] | undefined {
  const ids = text?.split(',').filter(Boolean);
  if (ids?.some(id => !UUID.test(id)))
    throw new DomainError('platform.invalid-input', '选中的设施编号不对，请从列表里重新选');
  return ids;
}

const nearPlace = (row: db.Hit): NearPlace => {
  const metres = row.metres === null ? null : Math.round(row.metres);
  return { ...placeFacts(row), metres, walkMinutes: metres === null ? null : walkMinutes(metres) };
};

/** Operating places for anybody, by distance from the asked point; counts of the other kinds under the same wishes. */
export const searchPlaces = (ctx: Context, asked: Asked) =>
  asPublic(ctx, async () => {
    const near = await nearPoint(ctx, asked);
    const wishes = wishesOf(asked, near);
    const offset = Number(asked.cursor ?? 0) || 0;
    const found = await db.countPlaces(ctx, wishes);
    const rows = await db.searchPlaces(ctx, wishes, { limit: asked.limit, offset });
    const counts = Object.fromEntries(FACILITY_KINDS.map(k => [k, found.get(k) ?? 0])) as Record<FacilityKind, number>;
    const total = asked.kind ? counts[asked.kind] : Object.values(counts).reduce((a, b) => a + b, 0);
    const next = offset + rows.length;
    return { rows: rows.map(nearPlace), nextCursor: next < total ? String(next) : null, total, counts, near };
  });

/** One place for anybody; a planned one is no place to go to yet and answers platform.not-found. */
export const getPlace = (ctx: Context, id: string) =>
  asPublic(ctx, async () => {
    const row = await facilities.findFacility(ctx, id);
    if (!row || row.status === 'planned') throw new DomainError('platform.not-found', '没有这处设施，或还没有开业');
    const centre = row.linked_centre_id && (await facilities.findFacility(ctx, row.linked_centre_id));
    const stations = row.kind === 'regional-centre' ? await facilities.listStations(ctx, id) : [];
    const linked = centre ? [{ id: centre.facility_id, kind: centre.kind, name: centre.name }] : stations;
    const covers = row.kind === 'meal-point' ? await facilities.listCoverage(ctx, id) : [];
    return {
      ...placeFacts(row),
      linked: linked.map(({ id: at, kind, name }) => ({ id: at, kind, name })),
      covers: covers.map(c => areaName(c.code)),
    };
  });

/** Points of the schematic map: every operating place of a kind inside an area. */
export const mapPlaces = (ctx: Context, asked: { kind?: FacilityKind | undefined; area?: string | undefined }) =>
  asPublic(ctx, async () => {
    const rows = await db.listPoints(ctx, { kind: asked.kind, ...areaRange(asked.area ?? CITY), limit: MAP_LIMIT });
    const points = rows.map(({ id, kind, name, longitude, latitude }) => ({
      ...{ id, kind, name },
      at: [longitude, latitude] as [number, number],
    }));
    return { label: '示意图', points, total: points.length };
  });
