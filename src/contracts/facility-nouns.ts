import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant } from './nouns.ts';

export const FACILITY_KINDS = [
  'institution',
  'care-centre',
  'regional-centre',
  'station',
  'meal-point',
  'mutual-aid-point',
] as const;
export const FacilityKind = z.enum(FACILITY_KINDS, { error: '请选设施类型' });
export type FacilityKind = z.infer<typeof FacilityKind>;

export const FACILITY_KIND_LABELS = {
  institution: '养老机构',
  'care-centre': '养老照料中心',
  'regional-centre': '区域养老服务中心',
  station: '养老服务驿站',
  'meal-point': '养老助餐点',
  'mutual-aid-point': '邻里互助养老服务点',
} as const satisfies Record<FacilityKind, string>;

export const FACILITY_STATUSES = ['planned', 'operating', 'suspended', 'exited'] as const;
export const FacilityStatus = z.enum(FACILITY_STATUSES);
export type FacilityStatus = z.infer<typeof FacilityStatus>;

export const FACILITY_STATUS_LABELS = {
  planned: '筹建中',
  operating: '运营中',
  suspended: '暂停服务',
  exited: '已退出',
} as const satisfies Record<FacilityStatus, string>;

export const OWNERSHIPS = ['公办', '公建民营', '民办'] as const;
export const Ownership = z.enum(OWNERSHIPS, { error: '请选公办、公建民营或民办' });

/** Who keeps the register of places; communities read it. */
export const KEEPERS = ['street', 'district', 'city'] as const;

/** An exit needs its day and reason: the progress table counts openings and exits apart (新增 160、退出 42). */
export const facilityLifecycle = lifecycle({
  noun: 'facility',
  label: '设施',
  initial: 'planned',
  statuses: FACILITY_STATUSES,
  labels: FACILITY_STATUS_LABELS,
  transitions: [
    {
      from: ['planned'],
      to: 'operating',
      action: 'open',
      label: '登记开业',
      by: KEEPERS,
      needs: [{ field: 'on', label: '开业日期' }],
    },
    {
      from: ['operating'],
      to: 'suspended',
      action: 'suspend',
      label: '暂停服务',
      by: KEEPERS,
      needs: [{ field: 'reason', label: '暂停原因' }],
      side: true,
    },
    { from: ['suspended'], to: 'operating', action: 'resume', label: '恢复服务', by: KEEPERS },
    {
      from: ['operating', 'suspended'],
      to: 'exited',
      action: 'exit',
      label: '登记退出',
      by: KEEPERS,
      needs: [
        { field: 'on', label: '退出日期' },
        { field: 'reason', label: '退出原因' },
      ],
      side: true,
    },
    {
      from: ['exited'],
      to: 'operating',
      action: 'reinstate',
      label: '更正：没有退出',
      by: KEEPERS,
      needs: [{ field: 'reason', label: '更正原因' }],
      side: true,
    },
  ],
});
export const FACILITY_ACTIONS = ['open', 'suspend', 'resume', 'exit', 'reinstate'] as const;

export const Price = z.object({
  item: z.string(),
  /** What one price buys, e.g. 元/月. */
  unit: z.string(),
  lowFen: Fen,
  highFen: Fen,
  fromOn: CivilDateText,
});
export type Price = z.infer<typeof Price>;

export const Vacancy = z.object({ freeBeds: z.int(), waiting: z.int(), updatedAt: Instant });

/** What anybody may know of a place; nothing of the people in it. */
export const PlaceFacts = z.object({
  id: Id,
  kind: FacilityKind,
  name: z.string(),
  status: FacilityStatus,
  areaCode: AreaCode,
  /** District, street and community in words. */
  where: z.string(),
  /** WGS-84. */
  longitude: z.number(),
  latitude: z.number(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  openingHours: z.string().nullable(),
  ownership: Ownership.nullable(),
  operatorName: z.string().nullable(),
  star: z.int().nullable(),
  beds: z.int(),
  nursingBeds: z.int(),
  openedOn: CivilDateText.nullable(),
  prices: z.array(Price),
  vacancy: Vacancy.nullable(),
  /** The same thing without internet: hotline and the street's counter. */
  counter: z.object({ hotline: z.string(), name: z.string(), hours: z.string() }),
});
export type PlaceFacts = z.infer<typeof PlaceFacts>;
