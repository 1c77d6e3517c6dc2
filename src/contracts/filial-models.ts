import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { endpoint } from './endpoint.ts';
import { FilialYearStatus, NomineeStatus } from './filial-lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page, Step } from './nouns.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().max(500, { error: '最多500字' });
const Year = z.coerce.number().int().min(2000, { error: '年份不对' }).max(2100, { error: '年份不对' });

export const FilialYear = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  year: z.int(),
  /** The most names that the year's list may hold. */
  places: z.int(),
  basis: z.string(),
  confidence: Confidence,
  status: FilialYearStatus,
  noticeFrom: CivilDateText.nullable(),
  noticeTo: CivilDateText.nullable(),
  publishedOn: CivilDateText.nullable(),
  /** As far as the caller reaches the nominees. */
  counts: z.object({ nominated: z.int(), recommended: z.int(), selected: z.int() }),
  nextActions: z.array(NextAction),
});
export type FilialYear = z.infer<typeof FilialYear>;

export const listFilialYears = endpoint({
  method: 'GET',
  path: '/api/filial-years',
  summary: '本区各年评选“孝顺榜样”：名额、依据、到哪一步',
  response: z.object({
    rows: z.array(FilialYear),
    /** For the next year to be opened. */
    places: z.object({ places: z.int(), basis: z.string(), confidence: Confidence }),
  }),
});

export const openFilialYear = endpoint({
  method: 'POST',
  path: '/api/filial-years',
  summary: '开始一年的评选；名额按文件，没有文件的写明依据',
  body: z.object({
    year: Year,
    places: z.int({ error: '请填名额' }).min(1, { error: '至少1名' }).max(1000, { error: '名额太多，请核对' }),
    basis: z.string().trim().min(4, { error: '请写依据的文件或会议' }).max(200, { error: '最多200字' }),
  }),
  response: FilialYear,
  errors: ['filial-models.year-taken', 'filial-models.too-many-places'],
});

export const stepFilialYear = endpoint({
  method: 'POST',
  path: '/api/filial-years/:id/steps',
  summary: '公示、回到评选、公布名单',
  params: ById,
  body: z.object({
    action: z.enum(['notice', 'reopen', 'publish']),
    noticeTo: CivilDateText.optional(),
    note: Note.optional(),
  }),
  response: FilialYear,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'] as const),
    ...(['filial-models.nobody', 'filial-models.notice-runs'] as const),
  ],
});

const NomineeRow = z.object({
  id: Id,
  yearId: Id,
  year: z.int(),
  name: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  streetName: z.string(),
  deeds: z.string(),
  status: NomineeStatus,
  place: z.int().nullable(),
  consented: z.boolean(),
  note: z.string().nullable(),
  nominatedBy: z.string(),
  nominatedAt: Instant,
});
export type NomineeRow = z.infer<typeof NomineeRow>;

export const Nominee = NomineeRow.extend({
  livesAt: z.string(),
  consentNote: z.string().nullable(),
  checkedBy: z.string().nullable(),
  selectedBy: z.string().nullable(),
  yearStatus: FilialYearStatus,
  places: z.int(),
  selected: z.int(),
  files: z.array(z.object({ id: Id, name: z.string() })),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Nominee = z.infer<typeof Nominee>;

export const listNominees = endpoint({
  method: 'GET',
  path: '/api/filial-nominees',
  savedAs: '孝顺榜样名单',
  summary: '“孝顺榜样”的提名和名单：谁、哪个街道、什么事迹、到哪一步',
  query: PageQuery.extend({ yearId: Id.optional(), status: NomineeStatus.optional(), area: AreaCode.optional() }),
  response: page(NomineeRow),
});

export const readNominee = endpoint({
  method: 'GET',
  path: '/api/filial-nominees/:id',
  summary: '一份提名：事迹、证明、谁核实、谁评选',
  params: ById,
  response: Nominee,
  errors: ['platform.not-found'],
});

const Consent = {
  consented: z.boolean({ error: '请选本人同意不同意公开' }),
  consentNote: z.string().trim().max(200, { error: '最多200字' }).optional(),
};

export const nominate = endpoint({
  method: 'POST',
  path: '/api/filial-nominees',
  summary: '社区、街道提名一位，写明事迹和本人同意不同意公开姓名',
  body: z.object({
    yearId: Id,
    areaCode: AreaCode,
    name: z.string({ error: '请填姓名' }).trim().min(2, { error: '请填姓名' }).max(40),
    livesAt: z.string().trim().max(60).default(''),
    deeds: z
      .string({ error: '请写事迹' })
      .trim()
      .min(20, { error: '请把事迹写具体，至少20字' })
      .max(2000, { error: '事迹最多2000字' }),
    ...Consent,
  }),
  response: Nominee,
  errors: ['filial-models.nominated-already', 'platform.wrong-state', 'platform.not-found', 'platform.invalid-input'],
});

export const stepNominee = endpoint({
  method: 'POST',
  path: '/api/filial-nominees/:id/steps',
  summary: '街道核实推荐、区里评选，或写明原因撤下；名额满了不能再评上',
  params: ById,
  body: z.object({
    action: z.enum(['recommend', 'refuse', 'select', 'pass-over', 'withdraw']),
    note: Note.optional(),
  }),
  response: Nominee,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'filial-models.needs-note'] as const),
    ...(['filial-models.same-person', 'filial-models.full'] as const),
  ],
});

export const setNomineeConsent = endpoint({
  method: 'POST',
  path: '/api/filial-nominees/:id/consent',
  summary: '本人改了主意：同意或不同意公开姓名，马上生效',
  params: ById,
  body: z.object(Consent),
  response: Nominee,
  errors: ['platform.not-found'],
});

export const addNomineeFile = endpoint({
  method: 'POST',
  path: '/api/filial-nominees/:id/files',
  summary: '交一份证明事迹的材料，评选前都可以交',
  params: ById,
  raw: 'request',
  response: ById,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.file-type', 'platform.too-large'],
});

export const readNomineeFile = endpoint({
  method: 'GET',
  path: '/api/filial-nominees/:id/files/:fileId',
  summary: '一份证明材料',
  params: z.object({ id: Id, fileId: Id }),
  raw: 'response',
  response: z.unknown(),
  errors: ['platform.not-found'],
});

export const PublicModel = z.object({ name: z.string(), streetName: z.string(), deeds: z.string() });
export const listPublicModels = endpoint({
  method: 'GET',
  path: '/api/public/filial-models',
  summary: '“孝顺榜样”：正在公示和已经公布的名单，只有姓名、街道和事迹，本人同意才列出',
  public: true,
  response: z.object({
    lists: z.array(
      z.object({
        areaCode: AreaCode,
        areaName: z.string(),
        year: z.int(),
        status: FilialYearStatus.exclude(['nominating']),
        noticeTo: CivilDateText.nullable(),
        publishedOn: CivilDateText.nullable(),
        basis: z.string(),
        models: z.array(PublicModel),
      }),
    ),
  }),
});
