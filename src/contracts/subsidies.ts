import { z } from 'zod';
import { OutcomeLine } from './benefits/catalogue.ts';
import { ofClass, Withheld } from './data-classes.ts';
import { DueState } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, PageQuery, page, Step } from './nouns.ts';
import { StatementStatus, SubsidyScheme, UseKind } from './subsidy-lifecycle.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().max(500, { error: '最多 500 字' });

export const PlaceUse = z.object({
  id: Id,
  kind: UseKind,
  facilityId: Id,
  facilityName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  elderId: Id,
  elderName: z.string(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable(),
  number: z.string().nullable(),
  billFen: Fen.nullable(),
  endedBecause: z.string().nullable(),
  /** Entered by mistake: who took it back, why; nothing counts it. */
  withdrawn: z.object({ by: z.string(), because: z.string() }).nullable(),
  enteredBy: z.string(),
  enteredAt: Instant,
});
export type PlaceUse = z.infer<typeof PlaceUse>;

export const listPlaceUses = endpoint({
  method: 'GET',
  path: '/api/subsidies/uses',
  savedAs: '签约入住就餐记录',
  summary: '谁签约、谁入住、谁就餐：机构补贴按这些记录算',
  query: PageQuery.extend({ kind: UseKind.optional(), facilityId: Id.optional(), month: MonthText.optional() }),
  response: page(PlaceUse),
});

export const UsePlace = z.object({ id: Id, name: z.string(), areaName: z.string(), kinds: z.array(UseKind) });
export type UsePlace = z.infer<typeof UsePlace>;
export const listUsePlaces = endpoint({
  method: 'GET',
  path: '/api/subsidies/places',
  summary: '可以登记签约、入住、就餐的驿站、机构和助餐点',
  response: z.object({ rows: z.array(UsePlace) }),
});

/** At most this many at once: a day of a large meal point. */
export const MOST_USES = 500;
export const UseRow = z.object({
  identityNumber: z.string().trim().min(1, { error: '请填身份证号' }).max(20),
  name: z.string().trim().min(1, { error: '请填姓名' }).max(40),
  fromOn: CivilDateText,
  toOn: CivilDateText.optional(),
  number: z.string().trim().max(60).optional(),
  billFen: Fen.optional(),
});
export type UseRow = z.infer<typeof UseRow>;

export const enterPlaceUses = endpoint({
  method: 'POST',
  path: '/api/subsidies/uses',
  summary: '登记签约、入住或就餐，一次最多 500 行；有问题的行逐行说明，其余的记下',
  body: z.object({
    facilityId: Id,
    kind: UseKind,
    rows: z.array(UseRow).min(1, { error: '没有一行可以登记' }).max(MOST_USES, { error: '一次最多 500 行' }),
  }),
  response: z.object({
    entered: z.int(),
    problems: z.array(z.object({ row: z.int(), because: z.string() })),
  }),
  errors: ['platform.not-found', 'subsidies.wrong-place'],
});

export const endPlaceUse = endpoint({
  method: 'POST',
  path: '/api/subsidies/uses/:id/end',
  summary: '协议终止、老人离院：写最后一天和原因',
  params: ById,
  body: z.object({ toOn: CivilDateText, because: Note.min(2, { error: '请写原因' }) }),
  response: PlaceUse,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});

export const withdrawPlaceUse = endpoint({
  method: 'POST',
  path: '/api/subsidies/uses/:id/withdraw',
  summary: '登记错的记录撤销，写明原因；已经发过补贴的月份重算后补差额或追缴',
  params: ById,
  body: z.object({ because: Note.min(2, { error: '请写原因' }) }),
  response: PlaceUse,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

const StatementRow = z.object({
  id: Id,
  scheme: SubsidyScheme,
  facilityId: Id,
  facilityName: z.string(),
  payeeName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  month: MonthText,
  status: StatementStatus,
  due: DueState.nullable(),
  /** 2 and more: the month computed again after it was paid. */
  round: z.int(),
  /** Of the whole month. */
  amountFen: Fen,
  /** What this round pays; less than 0 = too much was paid. */
  differenceFen: Fen,
  people: z.int(),
  computedBy: z.string(),
  computedAt: Instant,
});
export type StatementRow = z.infer<typeof StatementRow>;

export const SubsidyStatement = StatementRow.extend({
  lines: z.array(OutcomeLine),
  version: z.string(),
  approvedBy: z.string().nullable(),
  paidOn: CivilDateText.nullable(),
  note: z.string().nullable(),
  /** The recovery of what was paid too much. */
  recoveryId: Id.nullable(),
  /** Stations: rural or not, and who says so. */
  station: z.object({ rural: z.boolean(), basis: z.string() }).nullable(),
  /** What stands against putting it to payment: amounts nobody has set, records that have changed since. */
  obstacles: z.array(z.string()),
  /** Meals: what the point reported without names, beside what is recorded by name. */
  reportedTimes: z.int().nullable(),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type SubsidyStatement = z.infer<typeof SubsidyStatement>;

export const listStatements = endpoint({
  method: 'GET',
  path: '/api/subsidies/statements',
  savedAs: '补贴核算单',
  summary: '机构补贴核算单：驿站、机构、助餐点按月',
  query: PageQuery.extend({
    month: MonthText.optional(),
    scheme: SubsidyScheme.optional(),
    status: StatementStatus.optional(),
  }),
  response: page(StatementRow).extend({ totalFen: Fen }),
});

export const readStatement = endpoint({
  method: 'GET',
  path: '/api/subsidies/statements/:id',
  summary: '一张核算单：怎么算的、哪些人、能不能送发放',
  params: ById,
  response: SubsidyStatement,
  errors: ['platform.not-found'],
});

export const StatementPerson = z.object({
  elderId: Id,
  elderName: z.string(),
  days: z.int(),
  dinerDays: z.int().nullable(),
  abilityLevel: ofClass('health-level', z.int().nullable()),
  withheld: Withheld,
  counted: z.boolean(),
  because: z.string(),
  amountFen: Fen,
  /** What the round before gave; null in the first round. */
  formerFen: Fen.nullable(),
});
export type StatementPerson = z.infer<typeof StatementPerson>;
export const listStatementPeople = endpoint({
  method: 'GET',
  path: '/api/subsidies/people',
  savedAs: '核算单的人',
  summary: '核算单的人：计入的、没有计入的和原因',
  query: PageQuery.extend({ statementId: Id, counted: z.enum(['yes', 'no']).optional() }),
  response: page(StatementPerson),
});

export const computeStatements = endpoint({
  method: 'POST',
  path: '/api/subsidies/statements',
  summary: '按记录算一个月的机构补贴；发过的月份记录有变化的，算出差额',
  body: z.object({ month: MonthText }),
  response: z.object({
    made: z.int(),
    /** Of them differences of a month that was paid. */
    differences: z.int(),
    skipped: z.array(z.object({ name: z.string(), because: z.string() })),
  }),
  errors: ['subsidies.month-not-over'],
});

export const stepStatement = endpoint({
  method: 'POST',
  path: '/api/subsidies/statements/:id/steps',
  summary: '核对无误送发放（多发的转追缴），或作废重算；算的人不能自己核对',
  params: ById,
  body: z.object({ action: z.enum(['approve', 'cancel']), note: Note.optional() }),
  response: SubsidyStatement,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'subsidies.same-person'] as const),
    ...(['subsidies.needs-note', 'subsidies.not-payable'] as const),
  ],
});

export const setStationFacts = endpoint({
  method: 'POST',
  path: '/api/subsidies/stations/:id',
  summary: '定一个驿站是不是农村驿站，写明依据',
  params: ById,
  body: z.object({
    rural: z.boolean({ error: '请选是不是农村驿站' }),
    basis: z.string({ error: '请写依据' }).trim().min(2, { error: '请写依据' }).max(200),
  }),
  response: ById,
  errors: ['platform.not-found'],
});
