import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, Id, MonthText, PageQuery, page } from '../nouns.ts';
import { Budgets, BudgetYear, SetBudget } from './budget.ts';
import { Draft } from './draft.ts';
import { RehearsalAct, RehearsalStatus } from './lifecycle.ts';
import { Cell, DraftForm, Grouping, Outcome, Rehearsal, RehearsalRow, RehearsedPerson } from './result.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().max(2000, { error: '最多 2000 字' });

export const listRehearsals = endpoint({
  method: 'GET',
  path: '/api/rehearsals',
  savedAs: '政策推演',
  summary: '政策草案和预演',
  query: PageQuery.extend({ status: RehearsalStatus.optional() }),
  response: page(RehearsalRow),
});

export const readDraftForm = endpoint({
  method: 'GET',
  path: '/api/rehearsals/form',
  summary: '草案可以改哪些：现行的值、文号、条款和可信度',
  query: z.object({ month: MonthText.optional() }),
  response: DraftForm,
});

export const makeRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsals',
  summary: '起草一份政策草案',
  body: Draft,
  response: Rehearsal,
  errors: ['rehearsals.month-out-of-range', 'rehearsals.wrong-changes'],
});

export const readRehearsal = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id',
  summary: '一份草案：改了什么、预演的结果、走到哪一步',
  params: ById,
  response: Rehearsal,
});

export const editRehearsal = endpoint({
  method: 'PUT',
  path: '/api/rehearsals/:id',
  summary: '修改草案；预演过的要重新预演',
  params: ById,
  body: Draft,
  response: Rehearsal,
  errors: ['rehearsals.month-out-of-range', 'rehearsals.wrong-changes', 'rehearsals.running', 'platform.wrong-state'],
});

export const runRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsals/:id/run',
  summary: '预演：按现行规定和草案各算一遍登记在册的每一个人',
  params: ById,
  response: Rehearsal,
  errors: ['rehearsals.running', 'platform.wrong-state'],
});

export const stepRehearsal = endpoint({
  method: 'POST',
  path: '/api/rehearsals/:id/steps',
  summary: '提交、签批（另一个人）、退回、废弃',
  params: ById,
  body: z.object({ action: RehearsalAct, note: Note.optional() }),
  response: Rehearsal,
  errors: [
    ...(['rehearsals.same-person', 'rehearsals.needs-note', 'rehearsals.stale', 'rehearsals.running'] as const),
    'platform.wrong-state',
  ],
});

const Within = z.object({
  area: AreaCode.optional(),
  band: z.string().max(20).optional(),
  economic: z.string().max(20).optional(),
  ability: z.string().max(20).optional(),
  card: z.string().max(20).optional(),
  living: z.string().max(20).optional(),
});

export const readCells = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id/cells',
  summary: '预演结果按街道、年龄、困难、失能、居住方式分组',
  params: ById,
  query: Within.extend({ by: Grouping.default('area') }),
  response: z.object({ rows: z.array(Cell) }),
});

export const listRehearsedPeople = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id/people',
  savedAs: '推演涉及的人',
  summary: '预演结果里一个数背后的人',
  params: ById,
  query: PageQuery.extend(Within.shape).extend({ outcome: Outcome.optional(), cliff: z.string().max(200).optional() }),
  response: page(RehearsedPerson),
});

export const readBudgets = endpoint({
  method: 'GET',
  path: '/api/budgets',
  summary: '经费：已发、预计、预算，区和市各负担多少',
  query: z.object({
    year: BudgetYear.optional(),
    street: AreaCode.optional(),
    /** Scenario: so many more people of 80 and over in that street; severely disabled more by so many per cent. */
    more80: z.coerce.number().int().min(0).max(1_000_000).default(100),
    moreSevere: z.coerce.number().int().min(0).max(100).default(10),
  }),
  response: Budgets,
});

export const setBudget = endpoint({
  method: 'PUT',
  path: '/api/budgets',
  summary: '登记一个区一项待遇一年的预算',
  body: SetBudget,
  response: z.object({ saved: z.literal(true) }),
  errors: ['rehearsals.not-a-district'],
});

export const startForecast = endpoint({
  method: 'POST',
  path: '/api/budgets/forecast',
  summary: '按登记在册的人重新测算今后的经费',
  response: Rehearsal,
  errors: ['rehearsals.running'],
});
