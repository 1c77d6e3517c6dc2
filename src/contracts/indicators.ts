import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, PageQuery, page } from './nouns.ts';

/** A figure with everything that makes it checkable: definition, base, as-of date and the way to its records. */
export const Figure = z.object({
  code: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  /** What the figure is measured against, e.g. 年度任务 2000 张 or 有探访意愿的 1.2 万人. */
  base: z.string().nullable(),
  definition: z.string(),
  source: z.string(),
  asOf: CivilDateText,
  from: CivilDateText.nullable(),
  areaCode: AreaCode,
  hasRecords: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;

export const FigureRecord = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  on: CivilDateText.nullable(),
  areaCode: AreaCode,
  areaName: z.string(),
  /** Page of the record where this caller may open it. */
  path: z.string().nullable(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

const Scope = z.object({ area: AreaCode.optional(), asOf: CivilDateText.optional(), from: CivilDateText.optional() });

export const listFigures = endpoint({
  method: 'GET',
  path: '/api/indicators',
  summary: '指标目录和现在的数',
  query: Scope.extend({ codes: z.string().optional() }),
  response: z.object({ rows: z.array(Figure) }),
});

/** Names only, nothing counted: for choosing an indicator and for naming one that is chosen. */
export const listIndicatorNames = endpoint({
  method: 'GET',
  path: '/api/indicators/names',
  summary: '指标的名称和单位',
  response: z.object({ rows: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string() })) }),
});

export const getFigure = endpoint({
  method: 'GET',
  path: '/api/indicators/:code',
  summary: '一个指标和分辖区的数',
  params: z.object({ code: z.string() }),
  query: Scope,
  response: Figure.extend({
    parts: z.array(z.object({ areaCode: AreaCode, areaName: z.string(), value: z.number() })),
    tasks: z.array(z.object({ number: z.string(), title: z.string(), documentTitle: z.string() })),
  }),
  errors: ['indicators.unknown'],
});

export const listFigureRecords = endpoint({
  method: 'GET',
  path: '/api/indicators/:code/records',
  savedAs: '指标明细',
  summary: '一个数背后的每一条记录',
  params: z.object({ code: z.string() }),
  query: PageQuery.extend(Scope.shape),
  response: page(FigureRecord),
  errors: ['indicators.unknown'],
});
