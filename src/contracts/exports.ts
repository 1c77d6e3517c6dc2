import { z } from 'zod';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { listAssessments } from './assessments/endpoints.ts';
import { listDeterminations, listOffers } from './benefits/endpoints.ts';
import { listComparisonRows, listDifferences } from './comparisons.ts';
import { listElders } from './elders/find.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { listNominees } from './filial-models.ts';
import { listOrders } from './orders.ts';
import { listPlaceUses, listStatementPeople } from './subsidies.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export const EXPORT_FORMAT_LABELS = {
  xlsx: 'Excel 工作簿（.xlsx）',
  csv: '文本表格（.csv）',
} as const satisfies Record<(typeof EXPORT_FORMATS)[number], string>;

/** An export is a link that the browser streams to the disk: a number of a person must not stand in it. */
const Words = z
  .string()
  .trim()
  .max(60)
  .refine(text => !holdsPersonNumber(text), { error: '按号码查的不能导出，请打开那个人的档案看' });

/**
 * The whole of a list under the same filters and the same row rules, masked as on the screen, as one file.
 */
const exportOf = (list: Endpoint, name: string) =>
  endpoint({
    method: 'GET',
    path: `/api/exports/${name}`,
    summary: `导出：${list.summary}`,
    query: (list.query as z.ZodObject)
      .omit({ cursor: true, limit: true })
      .extend(list.asks === 'body' ? { q: Words.optional() } : {})
      .extend({ format: z.enum(EXPORT_FORMATS, { error: '格式请选 xlsx 或 csv' }).default('xlsx') }),
    response: z.unknown(),
    raw: 'response',
  });

export const exportElders = exportOf(listElders, 'elders');
export const exportAssessments = exportOf(listAssessments, 'assessments');
export const exportOffers = exportOf(listOffers, 'benefit-offers');
export const exportDeterminations = exportOf(listDeterminations, 'benefit-determinations');
export const exportComparisonRows = exportOf(listComparisonRows, 'comparison-rows');
export const exportDifferences = exportOf(listDifferences, 'comparison-differences');
export const exportOrders = exportOf(listOrders, 'orders');
export const exportNominees = exportOf(listNominees, 'filial-nominees');
export const exportPlaceUses = exportOf(listPlaceUses, 'place-uses');
export const exportStatementPeople = exportOf(listStatementPeople, 'subsidy-people');
