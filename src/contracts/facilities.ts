import { z } from 'zod';
import { DirectorySource } from './directory-changes.ts';
import { endpoint } from './endpoint.ts';
import { FACILITY_ACTIONS, FacilityKind, FacilityStatus, Ownership, PlaceFacts } from './facility-nouns.ts';
import { AreaCode, CivilDateText, Fen, Id, NextAction, PageQuery, page, Step } from './nouns.ts';

const Reason = z.string().trim().min(4, { error: '请写明原因，至少 4 个字' }).max(200, { error: '原因最多 200 字' });
const ById = z.object({ id: Id });

export const FacilityRow = z.object({
  id: Id,
  kind: FacilityKind,
  name: z.string(),
  status: FacilityStatus,
  areaCode: AreaCode,
  areaName: z.string(),
  operatorName: z.string().nullable(),
  openedOn: CivilDateText.nullable(),
  exitedOn: CivilDateText.nullable(),
  exitReason: z.string().nullable(),
  linkedCentreId: Id.nullable(),
  beds: z.int(),
  star: z.int().nullable(),
  /** Who changed the entry last; null = as it was loaded. */
  source: DirectorySource.nullable(),
});
export type FacilityRow = z.infer<typeof FacilityRow>;

export const Facility = PlaceFacts.extend({
  exitedOn: CivilDateText.nullable(),
  exitReason: z.string().nullable(),
  organisationId: Id.nullable(),
  source: DirectorySource.nullable(),
  linkedCentre: z.object({ id: Id, name: z.string(), on: CivilDateText }).nullable(),
  stations: z.array(z.object({ id: Id, name: z.string(), on: CivilDateText })),
  /** Operating centres of the same district that a station may be linked to. */
  centres: z.array(z.object({ id: Id, name: z.string() })),
  covers: z.array(z.object({ code: AreaCode, name: z.string(), from: CivilDateText })),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type Facility = z.infer<typeof Facility>;

export const FacilityForm = z.object({
  kind: FacilityKind,
  name: z.string().trim().min(4, { error: '请填全称，至少 4 个字' }).max(60, { error: '名称最多 60 字' }),
  areaCode: AreaCode,
  longitude: z
    .number({ error: '请填经度' })
    .min(115.3, { error: '经度不在北京' })
    .max(117.6, { error: '经度不在北京' }),
  latitude: z.number({ error: '请填纬度' }).min(39.3, { error: '纬度不在北京' }).max(41.2, { error: '纬度不在北京' }),
  ownership: Ownership.nullable().default(null),
  operatorName: z.string().trim().max(60).nullable().default(null),
  phone: z.string().trim().max(20).nullable().default(null),
  address: z.string().trim().max(100).nullable().default(null),
  openingHours: z.string().trim().max(60).nullable().default(null),
  beds: z.int().min(0).max(5000).default(0),
  /** Given when it already serves; otherwise the place is planned. */
  openedOn: CivilDateText.nullable().default(null),
  covers: z.array(AreaCode).max(100).default([]),
});
export type FacilityForm = z.infer<typeof FacilityForm>;

export const listFacilities = endpoint({
  method: 'GET',
  path: '/api/facilities',
  savedAs: '养老服务设施',
  summary: '本辖区的设施：按类型、状态、区划和名称查',
  query: PageQuery.extend({
    kind: FacilityKind.optional(),
    status: FacilityStatus.optional(),
    area: AreaCode.optional(),
    q: z.string().trim().max(50).optional(),
  }),
  response: page(FacilityRow).extend({
    counts: z.array(z.object({ kind: FacilityKind, status: FacilityStatus, count: z.int() })),
  }),
});

export const getFacility = endpoint({
  method: 'GET',
  path: '/api/facilities/:id',
  summary: '一处设施的台账',
  params: ById,
  response: Facility,
  errors: ['platform.not-found'],
});

/** The places of the caller's own organisation, for those who work there. */
export const listOwnFacilities = endpoint({
  method: 'GET',
  path: '/api/facilities/own',
  summary: '本单位的机构和设施',
  response: z.object({ rows: z.array(Facility) }),
});

export const registerFacility = endpoint({
  method: 'POST',
  path: '/api/facilities',
  summary: '登记一处设施',
  body: FacilityForm,
  response: Facility,
  errors: ['facilities.not-a-community', 'facilities.name-taken', 'facilities.date'],
});

export const changeFacility = endpoint({
  method: 'PATCH',
  path: '/api/facilities/:id',
  summary: '修改电话、地址、服务时间、运营主体',
  params: ById,
  body: z.object({
    phone: z.string().trim().max(20).nullable(),
    address: z.string().trim().max(100).nullable(),
    openingHours: z.string().trim().max(60).nullable(),
    operatorName: z.string().trim().max(60).nullable(),
  }),
  response: Facility,
  errors: ['platform.not-found'],
});

export const takeFacilityStep = endpoint({
  method: 'POST',
  path: '/api/facilities/:id/steps',
  summary: '登记开业、暂停、恢复、退出，或更正误登的退出',
  params: ById,
  body: z.object({
    action: z.enum(FACILITY_ACTIONS),
    on: CivilDateText.optional(),
    reason: Reason.optional(),
  }),
  response: Facility,
  errors: ['platform.not-found', 'platform.wrong-state', 'facilities.date', 'facilities.reason-missing'],
});

export const linkStation = endpoint({
  method: 'POST',
  path: '/api/facilities/:id/link',
  summary: '把驿站交给“区域养老服务中心”运营，或解除',
  params: ById,
  body: z.object({ centreId: Id.nullable(), on: CivilDateText, reason: Reason.optional() }),
  response: Facility,
  errors: ['platform.not-found', 'facilities.not-linkable', 'facilities.date', 'facilities.reason-missing'],
});

export const setCoverage = endpoint({
  method: 'POST',
  path: '/api/facilities/:id/coverage',
  summary: '助餐点从某天起服务哪些社区',
  params: ById,
  body: z.object({
    communities: z.array(AreaCode).min(1, { error: '请至少选一个社区' }).max(100),
    on: CivilDateText,
  }),
  response: Facility,
  errors: ['platform.not-found', 'facilities.not-a-community', 'facilities.not-a-meal-point', 'facilities.date'],
});

export const setPrice = endpoint({
  method: 'POST',
  path: '/api/facilities/:id/prices',
  summary: '公布一项价格，从某天起',
  params: ById,
  body: z
    .object({
      item: z.string().trim().min(2, { error: '请写这个价包括什么' }).max(40),
      unit: z.string().trim().min(1).max(10),
      lowFen: Fen.min(0, { error: '价格不能是负数' }),
      highFen: Fen.min(0, { error: '价格不能是负数' }),
      fromOn: CivilDateText,
    })
    .refine(v => v.highFen >= v.lowFen, { path: ['highFen'], error: '最高价不能低于最低价' }),
  response: Facility,
  errors: ['platform.not-found'],
});

/** The institution's own word; officials may say it for one without an account. */
export const setVacancy = endpoint({
  method: 'POST',
  path: '/api/facilities/:id/vacancy',
  summary: '报空床数和排队人数',
  params: ById,
  body: z.object({
    freeBeds: z.int({ error: '请填空床数' }).min(0, { error: '空床数不能是负数' }),
    waiting: z.int().min(0).max(10_000).default(0),
  }),
  response: z.object({ freeBeds: z.int(), waiting: z.int(), updatedAt: z.string() }),
  errors: ['platform.not-found', 'facilities.too-many-beds'],
});

export const readLayout = endpoint({
  method: 'GET',
  path: '/api/facilities/layout',
  summary: '看布局：下级各区划的设施数、助餐覆盖和没有设施的社区数',
  query: z.object({ area: AreaCode.optional() }),
  response: z.object({
    areaCode: AreaCode,
    areaName: z.string(),
    asOf: CivilDateText,
    rows: z.array(
      z.object({
        areaCode: AreaCode,
        areaName: z.string(),
        counts: z.record(FacilityKind, z.int()),
        communities: z.int(),
        /** Communities with an operating meal point that serves them. */
        mealCovered: z.int(),
        /** Elders of 80 and over where counts are loaded. */
        oldest: z.int().nullable(),
      }),
    ),
  }),
});

/** Communities no operating meal point serves: the blanks a district plans for (J03). */
export const listMealBlanks = endpoint({
  method: 'GET',
  path: '/api/facilities/meal-blanks',
  savedAs: '助餐空白社区',
  summary: '助餐空白社区：今天没有助餐点服务的社区',
  query: PageQuery.extend({ area: AreaCode.optional() }),
  response: page(z.object({ code: AreaCode, name: z.string(), streetName: z.string(), oldest: z.int().nullable() })),
});
