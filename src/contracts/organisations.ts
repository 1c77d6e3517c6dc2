import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, PageQuery, page } from './nouns.ts';
import type { Role } from './roles.ts';

export const ORGANISATION_KINDS = [
  'government',
  'centre',
  'institution',
  'station',
  'meal-point',
  'provider',
  'medical',
  'assessment',
  'bank',
] as const;
export const OrganisationKind = z.enum(ORGANISATION_KINDS, { error: '请选单位类别' });
export type OrganisationKind = z.infer<typeof OrganisationKind>;
export const ORGANISATION_KIND_LABELS = {
  government: '机关和村居',
  centre: '区域养老服务中心',
  institution: '养老机构',
  station: '养老服务驿站',
  'meal-point': '养老助餐点',
  provider: '专业服务商',
  medical: '医疗机构',
  assessment: '评估机构',
  bank: '代发银行',
} as const satisfies Record<OrganisationKind, string>;

/** The kind of organisation a role works for; null: none is needed. */
export const ROLE_ORGANISATIONS = {
  city: null,
  district: null,
  street: null,
  community: null,
  centre: 'centre',
  institution: 'institution',
  station: 'station',
  'meal-point': 'meal-point',
  provider: 'provider',
  caregiver: 'provider',
  assessor: 'assessment',
  doctor: 'medical',
  elder: null,
  family: null,
  volunteer: null,
  department: 'government',
  finance: null,
  regulator: null,
  auditor: null,
  administrator: null,
} as const satisfies Record<Role, OrganisationKind | null>;

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  kind: OrganisationKind,
  areaCode: AreaCode,
  areaName: z.string(),
  creditCode: z.string().nullable(),
  closedOn: CivilDateText.nullable(),
  /** Posts in force today. */
  posts: z.int(),
});
export type Organisation = z.infer<typeof Organisation>;

const Done = z.object({ done: z.literal(true) });

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/api/organisations',
  savedAs: '机构和单位',
  summary: '本辖区的单位',
  query: PageQuery.extend({ q: z.string().trim().max(40).optional(), kind: OrganisationKind.optional() }),
  response: page(Organisation),
});

export const registerOrganisation = endpoint({
  method: 'POST',
  path: '/api/organisations',
  summary: '登记单位',
  body: z.object({
    name: z.string().trim().min(2, { error: '请填单位全称' }).max(80, { error: '名称太长' }),
    kind: OrganisationKind,
    areaCode: AreaCode,
    creditCode: z
      .string()
      .trim()
      .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, { error: '统一社会信用代码是 18 位数字和大写字母' })
      .nullable()
      .default(null),
  }),
  response: z.object({ id: Id }),
  errors: ['accounts.outside-area', 'accounts.organisation-known'],
});

/** The name may be mended; a closed organisation keeps its records and gets no new posts. */
export const changeOrganisation = endpoint({
  method: 'POST',
  path: '/api/organisations/:id',
  summary: '改单位名称、注销单位',
  params: z.object({ id: Id }),
  body: z.object({
    name: z.string().trim().min(2, { error: '请填单位全称' }).max(80, { error: '名称太长' }),
    closedOn: CivilDateText.nullable(),
  }),
  response: Done,
  errors: ['accounts.outside-area', 'accounts.organisation-busy'],
});
