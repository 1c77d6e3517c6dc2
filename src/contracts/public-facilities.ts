import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { FacilityKind, Ownership, PlaceFacts } from './facility-nouns.ts';
import { AreaCode, Id, PageQuery, page } from './nouns.ts';

/** A place as the public list shows it, with the straight-line distance from the asked point. */
export const NearPlace = PlaceFacts.extend({
  metres: z.int().nullable(),
  /** Straight line at 75 metres a minute; a hint, not a route. */
  walkMinutes: z.int().nullable(),
});
export type NearPlace = z.infer<typeof NearPlace>;

/** The point that distances are counted from. */
export const NearPoint = z.object({
  name: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  /** True when it is estimated from the places of a community, not given by the visitor. */
  approximate: z.boolean(),
});

const Search = z.object({
  area: AreaCode.optional(),
  near: AreaCode.optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  withinMetres: z.coerce.number().int().min(100).max(100_000).optional(),
  q: z.string().trim().max(50, { error: '最多输入 50 个字' }).optional(),
  freeBeds: z.stringbool().optional(),
  ownership: Ownership.optional(),
  maxFen: z.coerce.number().int().min(0).optional(),
  /** Chosen places to compare: ids joined by commas. */
  ids: z.string().max(400).optional(),
});

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/api/public/facilities',
  summary: '找养老机构、中心、驿站、助餐点：按类型、地点、文字，由近到远',
  query: PageQuery.extend(Search.shape).extend({ kind: FacilityKind.optional() }),
  response: page(NearPlace).extend({
    counts: z.record(FacilityKind, z.int()),
    near: NearPoint.nullable(),
  }),
  public: true,
});

export const getPlace = endpoint({
  method: 'GET',
  path: '/api/public/facilities/:id',
  summary: '一处设施：价格、电话、空床、窗口',
  params: z.object({ id: Id }),
  response: PlaceFacts.extend({
    /** Stations that a regional centre runs, or the centre that runs this station. */
    linked: z.array(z.object({ id: Id, kind: FacilityKind, name: z.string() })),
    covers: z.array(z.string()),
  }),
  errors: ['platform.not-found'],
  public: true,
});

export const MapPoint = z.object({
  id: Id,
  kind: FacilityKind,
  name: z.string(),
  at: z.tuple([z.number(), z.number()]),
});

export const mapPlaces = endpoint({
  method: 'GET',
  path: '/api/public/facilities/map',
  summary: '运营中的设施的点位，用来画示意图（最多 4000 个）',
  query: z.object({ kind: FacilityKind.optional(), area: AreaCode.optional() }),
  response: z.object({ label: z.string(), points: z.array(MapPoint), total: z.int() }),
  public: true,
});
