import { z } from 'zod';
import { AREA_LEVELS } from '#shared/area-codes.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText } from './nouns.ts';

/** 市、区、街道（乡镇）、社区（村）; 网格 is below the community and has no statistics code. */
export const AreaLevel = z.enum(AREA_LEVELS);
export type AreaLevel = z.infer<typeof AreaLevel>;
export { AREA_LEVEL_LABELS, AREA_LEVELS } from '#shared/area-codes.ts';

/** A division in force from `validFrom` up to and without `validTo`; a merged one names its successors. */
export const Area = z.object({
  code: AreaCode,
  name: z.string(),
  level: AreaLevel,
  parentCode: AreaCode.nullable(),
  validFrom: CivilDateText,
  validTo: CivilDateText.nullable(),
});
export type Area = z.infer<typeof Area>;

const Ring = z.array(z.tuple([z.number(), z.number()]));
/** WGS-84, simplified; `label` (示意图) must be shown beside any drawing of it. */
export const Outlines = z.object({
  label: z.string(),
  datum: z.string(),
  source: z.string(),
  districts: z.array(z.object({ code: AreaCode, name: z.string(), polygons: z.array(Ring) })),
});
export type Outlines = z.infer<typeof Outlines>;

export const listAreas = endpoint({
  method: 'GET',
  path: '/api/areas',
  summary: '下级区划：某区划在某天的下一级，代码顺序',
  query: z.object({ parent: AreaCode.default('110000000000'), on: CivilDateText.optional() }),
  response: z.object({ rows: z.array(Area) }),
  public: true,
});

export const getArea = endpoint({
  method: 'GET',
  path: '/api/areas/:code',
  summary: '一个区划和它的上级（由上到下）',
  params: z.object({ code: AreaCode }),
  response: z.object({ area: Area, path: z.array(Area), successors: z.array(AreaCode) }),
  errors: ['platform.not-found'],
  public: true,
});

export const expandAreas = endpoint({
  method: 'GET',
  path: '/api/areas/expand',
  summary: '把文件里的单位统称（各街镇、各区、各社区）展开成某天在册的区划',
  query: z.object({ parent: AreaCode, phrase: z.string().min(1).max(20), on: CivilDateText.optional() }),
  response: z.object({ phrase: z.string(), level: AreaLevel.nullable(), rows: z.array(Area) }),
  errors: ['platform.invalid-input'],
  public: true,
});

export const getOutlines = endpoint({
  method: 'GET',
  path: '/api/areas/outlines',
  summary: '区界示意图（WGS-84，简化）',
  response: Outlines,
  public: true,
});
