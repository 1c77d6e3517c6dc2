import { z } from 'zod';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

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

/** Where the file of a list comes from: one rule, so that a screen needs to know the list only. */
export const exportPathOf = (list: Pick<Endpoint, 'path'>): `/api/exports/${string}` =>
  `/api/exports/${list.path.slice('/api/'.length)}`;

/**
 * The whole of a list (one with `savedAs`) under the same filters and the same row rules, masked as on the screen, as one
 * file: xlsx or csv.
 */
export function exportOf(list: Endpoint): Endpoint {
  const { cursor: _from, limit: _page, ...own } = (list.query as z.ZodObject).shape;
  return endpoint({
    method: 'GET',
    path: exportPathOf(list),
    summary: `导出：${list.summary}`,
    params: list.params,
    query: z.object({
      ...own,
      ...('q' in own && { q: Words.optional() }),
      format: z.enum(EXPORT_FORMATS, { error: '格式请选 xlsx 或 csv' }).default('xlsx'),
    }),
    response: z.unknown(),
    raw: 'response',
  }) as Endpoint;
}
