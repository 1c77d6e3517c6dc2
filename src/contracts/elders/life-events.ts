import { z } from 'zod';
import { ofClass, Withheld } from '../data-classes.ts';
import { endpoint } from '../endpoint.ts';
import { lifecycle } from '../lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant } from '../nouns.ts';
import { OFFICIALS } from '../roles.ts';

export const LIFE_EVENT_KINDS = ['move', 'move-out', 'hospital', 'institution', 'travel', 'return', 'death'] as const;
export const LifeEventKind = z.enum(LIFE_EVENT_KINDS);
export type LifeEventKind = z.infer<typeof LifeEventKind>;
export const LIFE_EVENT_LABELS = {
  move: '迁居',
  'move-out': '迁出本市',
  hospital: '住院',
  institution: '入住养老机构',
  travel: '外出旅居',
  return: '回家',
  death: '去世',
} as const satisfies Record<LifeEventKind, string>;

export const ABSENCES = ['hospital', 'institution', 'travel'] as const satisfies readonly LifeEventKind[];
export const Absence = z.enum(ABSENCES, { error: '请选去了哪里' });
export type Absence = z.infer<typeof Absence>;

export const LIFE_EVENT_STATUSES = ['offered', 'recorded', 'refused', 'withdrawn', 'undo-asked', 'undone'] as const;
export const LifeEventStatus = z.enum(LIFE_EVENT_STATUSES);
export type LifeEventStatus = z.infer<typeof LifeEventStatus>;
export const LIFE_EVENT_STATUS_LABELS = {
  offered: '等迁入地接收',
  recorded: '已登记',
  refused: '迁入地没有接收',
  withdrawn: '已收回',
  'undo-asked': '更正待核准',
  undone: '已更正',
} as const satisfies Record<LifeEventStatus, string>;

/**
 * Each kind is recorded by its own action, so that the timeline says what happened. A move beyond the recorder's area is
 * an offer to the receiving street; what stops or moves money (death, move) is undone by a second person.
 * 3 and 2 working days are ours (assumed), not law.
 */
export const lifeEventLifecycle = lifecycle({
  noun: 'life-event',
  label: '人生变动',
  initial: 'recorded',
  statuses: LIFE_EVENT_STATUSES,
  labels: LIFE_EVENT_STATUS_LABELS,
  transitions: [
    { from: [], to: 'offered', action: 'offer-move', label: '移交迁入地', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'move', label: '登记迁居', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'move-out', label: '登记迁出本市', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'hospital', label: '登记住院', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'institution', label: '登记入住养老机构', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'travel', label: '登记外出旅居', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'return', label: '登记回家', by: OFFICIALS },
    { from: [], to: 'recorded', action: 'death', label: '登记去世', by: OFFICIALS },
    {
      from: ['offered'],
      to: 'recorded',
      action: 'accept',
      label: '接收迁入',
      by: ['street', 'district'],
      withinWorkingDays: 3,
    },
    {
      from: ['offered'],
      to: 'refused',
      action: 'refuse',
      label: '不接收',
      by: ['street', 'district'],
      needs: [{ field: 'note', label: '不接收的理由' }],
      side: true,
    },
    { from: ['offered', 'refused'], to: 'withdrawn', action: 'withdraw', label: '收回移交', by: OFFICIALS, side: true },
    {
      from: ['recorded'],
      to: 'undo-asked',
      action: 'ask-undo',
      label: '提出更正',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '哪里登记错了' }],
      side: true,
    },
    {
      from: ['recorded'],
      to: 'undone',
      action: 'undo',
      label: '更正',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '哪里登记错了' }],
      side: true,
    },
    {
      from: ['undo-asked'],
      to: 'undone',
      action: 'approve-undo',
      label: '核准更正',
      by: ['street', 'district', 'city'],
      withinWorkingDays: 2,
    },
    {
      from: ['undo-asked'],
      to: 'recorded',
      action: 'reject-undo',
      label: '不核准更正',
      by: ['street', 'district', 'city'],
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
  ],
});
export type LifeEventAction = (typeof lifeEventLifecycle.transitions)[number]['action'];

const Where = z.object({ place: z.string().nullable(), note: z.string().nullable() });
export const LifeEvent = z.object({
  id: Id,
  kind: LifeEventKind,
  status: LifeEventStatus,
  happenedOn: CivilDateText,
  untilOn: CivilDateText.nullable(),
  ...{ fromName: z.string().nullable(), toName: z.string().nullable() },
  ...Where.shape,
  /** Place and note of a stay in hospital, whose own are null. */
  stay: ofClass('medical', Where.nullable()),
  withheld: Withheld,
  recordedBy: z.string(),
  recordedAt: Instant,
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  undoReason: z.string().nullable(),
  ...{ undoAskedBy: z.string().nullable(), undoneBy: z.string().nullable() },
  /** What may be done with it now by the caller. */
  actions: z.array(
    z.object({
      action: z.enum(['withdraw', 'undo', 'decide-undo']),
      label: z.string(),
      disabledBecause: z.string().nullable(),
    }),
  ),
});
export type LifeEvent = z.infer<typeof LifeEvent>;

const ById = z.object({ id: Id });
const note = (label: string) =>
  z
    .string()
    .trim()
    .max(500, { error: `${label}最多 500 字` });
const Note = note('说明').optional();
const Made = z.object({ eventId: Id, status: LifeEventStatus });

export const listLifeEvents = endpoint({
  method: 'GET',
  path: '/api/elders/:id/life-events',
  summary: '人生变动：迁居、住院、入住机构、旅居、回家、去世，新的在前',
  params: ById,
  response: z.object({ rows: z.array(LifeEvent), away: Absence.nullable() }),
  errors: ['platform.not-found'],
});

export const moveElder = endpoint({
  method: 'POST',
  path: '/api/elders/:id/moves',
  summary: '登记迁居；迁到辖区外的，由迁入街道接收后生效',
  params: ById,
  body: z.object({
    toAreaCode: AreaCode,
    road: z.string().trim().max(60, { error: '道路名称太长' }).optional(),
    compound: z.string().trim().max(60, { error: '小区名称太长' }).optional(),
    door: z.string().trim().max(60, { error: '门牌太长' }).optional(),
    movedOn: CivilDateText,
    /** 户籍也迁到新住址. */
    hukouMoves: z.boolean().default(false),
    note: Note,
  }),
  response: Made,
  errors: ['platform.not-found', 'elders.deceased', 'elders.life-event', 'elders.handover-open'],
});

export const moveElderOut = endpoint({
  method: 'POST',
  path: '/api/elders/:id/moves-out',
  summary: '登记迁出本市：服务、探访、床位随后停办',
  params: ById,
  body: z.object({
    place: z.string().trim().min(2, { error: '请写迁到哪里，如“河北省保定市”' }).max(60, { error: '请写得短一些' }),
    movedOn: CivilDateText,
    hukouMoves: z.boolean().default(false),
    note: Note,
  }),
  response: Made,
  errors: ['platform.not-found', 'elders.deceased', 'elders.life-event', 'elders.handover-open'],
});

export const recordAbsence = endpoint({
  method: 'POST',
  path: '/api/elders/:id/absences',
  summary: '登记住院、入住养老机构、外出旅居：期间的服务、探访、值守随后暂停',
  params: ById,
  body: z.object({
    kind: Absence,
    fromOn: CivilDateText,
    untilOn: z.union([CivilDateText, z.literal('').transform(() => undefined)]).optional(),
    place: z.string().trim().max(60, { error: '请写得短一些' }).optional(),
    note: Note,
  }),
  response: Made,
  errors: ['platform.not-found', 'elders.deceased', 'elders.life-event'],
});

export const recordReturn = endpoint({
  method: 'POST',
  path: '/api/elders/:id/returns',
  summary: '登记回家：探访、值守、床位随后恢复',
  params: ById,
  body: z.object({ returnedOn: CivilDateText, note: Note }),
  response: Made,
  errors: ['platform.not-found', 'elders.deceased', 'elders.life-event'],
});

const EventParams = ById.extend({ eventId: Id });

export const undoLifeEvent = endpoint({
  method: 'POST',
  path: '/api/elders/:id/life-events/:eventId/undo',
  summary: '更正登记错的变动；涉及钱的（去世、迁居）由另一人核准后生效',
  params: EventParams,
  body: z.object({ reason: note('理由').min(4, { error: '请写明哪里登记错了，至少 4 个字' }) }),
  response: Made,
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.life-event'],
});

export const decideUndo = endpoint({
  method: 'POST',
  path: '/api/elders/:id/life-events/:eventId/undo/decision',
  summary: '核准或不核准更正（提出的人不能自己核准）',
  params: EventParams,
  body: z.object({ approve: z.boolean(), note: Note }),
  response: Made,
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.same-person', 'elders.life-event'],
});

export const withdrawMove = endpoint({
  method: 'POST',
  path: '/api/elders/:id/life-events/:eventId/withdrawal',
  summary: '收回还没有被接收的移交',
  params: EventParams,
  response: Made,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
