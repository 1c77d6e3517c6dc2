import { z } from 'zod';
import { ElderRow, ElderStatus, Living, TagCode } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, PageQuery, page } from '../nouns.ts';

/** `80-` eighty and over, `60-69` sixty to sixty-nine. */
export const AgeRange = z.string().regex(/^\d{2,3}-(\d{2,3})?$/, { error: '年龄请写成 80- 或 60-69 的样子' });

export const ElderFilter = z.object({
  /** Name, pinyin, road or 小区, last four or whole of an identity number or phone; words are joined by "and". */
  q: z.string().trim().max(60, { error: '查找内容太长，请只写姓名、小区或证件尾号' }).optional(),
  area: AreaCode.optional(),
  tag: TagCode.optional(),
  living: Living.or(z.literal('留守')).optional(),
  age: AgeRange.optional(),
  status: ElderStatus.optional(),
});
export type ElderFilter = z.infer<typeof ElderFilter>;

export const listElders = endpoint({
  method: 'POST',
  path: '/api/elders/find',
  savedAs: '老年人名单',
  asks: 'body',
  summary: '找人：按姓名、拼音、住址、证件或手机尾号查本辖区的老年人',
  query: ElderFilter.extend(PageQuery.shape),
  response: page(ElderRow),
});
