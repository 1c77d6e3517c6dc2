import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';

/** 京津冀: whose ratings of institutions are recognised. */
export const RATING_REGIONS = ['天津市', '河北省'] as const;
export const RATING_SCALES = ['national', 'regional'] as const;
export const RATING_SCALE_LABELS = {
  national: '国标等级（GB/T 37276）',
  regional: '当地自己的星级',
} as const satisfies Record<(typeof RATING_SCALES)[number], string>;

/** What a rating is worth here; `star` null = no document says so yet. */
export const Equivalence = z.object({
  star: z.int().nullable(),
  document: z.string(),
  confidence: Confidence,
  note: z.string().nullable(),
  fromOn: CivilDateText,
});
export const RecognisedRating = z.object({
  id: Id,
  region: z.enum(RATING_REGIONS),
  place: z.string(),
  institution: z.string(),
  scale: z.enum(RATING_SCALES),
  grade: z.int(),
  ratedBy: z.string(),
  documentNo: z.string(),
  ratedOn: CivilDateText,
  validTo: CivilDateText,
  /** Holds today: not withdrawn, not past its last day. */
  holds: z.boolean(),
  equivalence: Equivalence.nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
  withdrawnNote: z.string().nullable(),
});
export type RecognisedRating = z.infer<typeof RecognisedRating>;

const Text = (label: string) =>
  z
    .string()
    .trim()
    .min(2, { error: `请填${label}` })
    .max(80, { error: '最多 80 字' });

export const listRecognisedRatings = endpoint({
  method: 'GET',
  path: '/api/recognised-ratings',
  savedAs: '外地等级认可',
  summary: '外地养老机构等级：哪里评的、依据什么、相当于本市几星',
  query: PageQuery.extend({ region: z.enum(RATING_REGIONS).optional() }),
  response: page(RecognisedRating),
});
export const recordRecognisedRating = endpoint({
  method: 'POST',
  path: '/api/recognised-ratings',
  summary: '登记外地给一家养老机构评的等级；相当于本市几星按数据算，不填',
  body: z.object({
    region: z.enum(RATING_REGIONS, { error: '请选哪个省市评的' }),
    place: Text('机构在哪个市、区'),
    institution: Text('机构名称'),
    scale: z.enum(RATING_SCALES, { error: '请选按什么标准评的' }),
    grade: z.coerce.number().int().min(1, { error: '等级是 1 到 5' }).max(5, { error: '等级是 1 到 5' }),
    ratedBy: Text('哪个部门评的'),
    documentNo: Text('评定文件的文号'),
    ratedOn: CivilDateText,
    validTo: CivilDateText,
  }),
  response: z.object({ id: Id }),
  errors: ['platform.invalid-input', 'facilities.rating-taken'],
});
export const withdrawRecognisedRating = endpoint({
  method: 'POST',
  path: '/api/recognised-ratings/:id/withdraw',
  summary: '撤下一条外地等级，写明原因；记录留着',
  params: z.object({ id: Id }),
  body: z.object({ note: z.string().trim().min(4, { error: '请写原因，至少 4 个字' }).max(200) }),
  response: z.object({ id: Id }),
  errors: ['platform.not-found'],
});
