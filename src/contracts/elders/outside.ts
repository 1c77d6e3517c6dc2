import { z } from 'zod';
import { DueState } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { AreaCode, Id, Instant, PageQuery, page } from '../nouns.ts';
import { Role } from '../roles.ts';
import { ElderRecord, REVEAL_PURPOSES } from './record.ts';
import { IdentityNumberText } from './register.ts';

/** Three hours by the clock; ours (designDefault) as the list of roles and the days for the review. */
export const OUTSIDE_HOURS = 3;
export const OUTSIDE_ROLES = [
  'community',
  'street',
  'district',
  'centre',
  'station',
] as const satisfies readonly Role[];
/** Purposes that need the door and the phones; the others see them masked. */
export const REACHING_PURPOSES: readonly (typeof REVEAL_PURPOSES)[number][] = [
  '联系本人或家属',
  '上门服务',
  '应急处置',
];

export const LOOK_STATUSES = ['unreviewed', 'proper', 'improper'] as const;
export const LookStatus = z.enum(LOOK_STATUSES);
export type LookStatus = z.infer<typeof LookStatus>;
export const LOOK_STATUS_LABELS = {
  unreviewed: '待复核',
  proper: '妥当',
  improper: '不妥当',
} as const satisfies Record<LookStatus, string>;

const REVIEWERS = ['street', 'district', 'city'] as const satisfies readonly Role[];

/** The home of the person judges the look afterwards; an improper one ends at once and goes to the district. */
export const outsideLookLifecycle = lifecycle({
  noun: 'outside-look',
  label: '这次跨区查看',
  initial: 'unreviewed',
  statuses: LOOK_STATUSES,
  labels: LOOK_STATUS_LABELS,
  transitions: [
    { from: [], to: 'unreviewed', action: 'open', label: '跨区查看', by: OUTSIDE_ROLES },
    {
      from: ['unreviewed'],
      to: 'proper',
      action: 'find-proper',
      label: '认定妥当',
      by: REVIEWERS,
      needs: [{ field: 'note', label: '理由' }],
      withinWorkingDays: 3,
    },
    {
      from: ['unreviewed'],
      to: 'improper',
      action: 'find-improper',
      label: '认定不妥当',
      by: REVIEWERS,
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
  ],
});

const Reason = z
  .string()
  .trim()
  .min(10, { error: '请写明什么事、为什么要看，至少 10 个字；老人所在街道会复核' })
  .max(300, { error: '最多 300 字' });

export const openOutside = endpoint({
  method: 'POST',
  path: '/api/outside-looks',
  summary: '跨区查看一位老人：写明用途和理由，只能看、只看这一人、3 小时；所在街道复核',
  body: z.object({
    identityNumber: IdentityNumberText.optional(),
    phone: z.string().trim().max(20).optional(),
    elderId: Id.optional(),
    purpose: z.enum(REVEAL_PURPOSES, { error: '请选用途' }),
    reason: Reason,
  }),
  /** No personal data: answers of writes are kept. */
  response: z.object({ lookId: Id, until: Instant }),
  errors: ['platform.invalid-input', 'elders.outside-not-found', 'elders.outside-own'],
});

const OutsideLook = z.object({
  id: Id,
  elderName: z.string(),
  homeName: z.string(),
  purpose: z.string(),
  reason: z.string(),
  from: Instant,
  until: Instant,
  open: z.boolean(),
  status: LookStatus,
  reviewNote: z.string().nullable(),
});
export type OutsideLook = z.infer<typeof OutsideLook>;

export const listMyLooks = endpoint({
  method: 'GET',
  path: '/api/outside-looks',
  summary: '我近一天的跨区查看：哪些还开着、到几点',
  response: z.object({ rows: z.array(OutsideLook) }),
});

export const readOutside = endpoint({
  method: 'GET',
  path: '/api/outside-looks/:id',
  summary: '跨区查看到的档案，只能看',
  params: z.object({ id: Id }),
  response: z.object({
    look: OutsideLook,
    record: ElderRecord,
    /** Whole, for purposes that must reach the person; null otherwise. */
    reach: z
      .object({
        phone: z.string().nullable(),
        door: z.string().nullable(),
        contacts: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
      })
      .nullable(),
  }),
  errors: ['platform.not-found', 'elders.outside-closed', 'consents.withheld'],
});

export const LookReview = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  by: z.string(),
  role: Role,
  byArea: z.string(),
  purpose: z.string(),
  reason: z.string(),
  from: Instant,
  until: Instant,
  status: LookStatus,
  due: DueState.nullable(),
  reviewedBy: z.string().nullable(),
  reviewNote: z.string().nullable(),
  /** Why the caller may not judge; null where the caller may. */
  disabledBecause: z.string().nullable(),
});
export type LookReview = z.infer<typeof LookReview>;

export const listLookReviews = endpoint({
  method: 'GET',
  path: '/api/outside-reviews',
  savedAs: '辖区外查看复核',
  summary: '外区看过本辖区老人的记录，待复核的在前',
  query: PageQuery.extend({ status: LookStatus.optional() }),
  response: page(LookReview),
});

export const reviewLook = endpoint({
  method: 'POST',
  path: '/api/outside-reviews/:id/decision',
  summary: '复核一次跨区查看：妥当或不妥当，都写理由；不妥当的马上收回',
  params: z.object({ id: Id }),
  body: z.object({
    proper: z.boolean({ error: '请选妥当还是不妥当' }),
    note: z.string().trim().min(2, { error: '请写理由，本人和家属看得到' }).max(300, { error: '最多 300 字' }),
  }),
  response: z.object({ id: Id, status: LookStatus }),
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.same-person'],
});
