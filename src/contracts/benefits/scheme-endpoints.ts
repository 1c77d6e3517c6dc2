import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id } from '../nouns.ts';
import {
  CheckedRules,
  ElderEntitlements,
  FactField,
  Outcome,
  SchemeExample,
  SchemeKind,
  SchemeParameter,
  SchemeRow,
} from './catalogue.ts';
import { District } from './endpoints.ts';
import { SpentType } from './pays.ts';

const Place = z.object({ on: CivilDateText.optional(), district: District.optional() });
const ByKey = z.object({ key: z.string().max(60) });
const Where = { on: CivilDateText, district: z.string().nullable(), checked: CheckedRules };

export const listSchemes = endpoint({
  method: 'GET',
  path: '/api/benefits/schemes',
  summary: '待遇一览：全部补贴津贴和服务，某一天的值、文号、可信度',
  public: true,
  query: Place.extend({
    q: z.string().trim().max(40).optional(),
    kind: SchemeKind.optional(),
    pays: SpentType.optional(),
  }),
  response: z.object({
    ...Where,
    rows: z.array(SchemeRow),
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

export const readScheme = endpoint({
  method: 'GET',
  path: '/api/benefits/schemes/:key',
  summary: '一项待遇：谁能享受、怎样办、每个参数的历年值、例子',
  public: true,
  params: ByKey,
  query: Place,
  response: SchemeRow.extend({
    ...Where,
    parameters: z.array(SchemeParameter),
    facts: z.array(FactField),
    examples: z.array(SchemeExample),
  }),
  errors: ['benefits.scheme-unknown'],
});

export const evaluateScheme = endpoint({
  method: 'POST',
  path: '/api/benefits/schemes/:key/evaluate',
  summary: '按填的情况算一项待遇；不用登录，不保存',
  public: true,
  params: ByKey,
  body: Place.extend({ facts: z.record(z.string(), z.unknown()) }),
  response: Outcome,
  errors: ['benefits.scheme-unknown'],
});

export const readEntitlements = endpoint({
  method: 'GET',
  path: '/api/benefits/elders/:elderId/entitlements',
  summary: '一位老人该享受什么：逐项说明，还缺什么',
  params: z.object({ elderId: Id }),
  query: z.object({ on: CivilDateText.optional() }),
  response: ElderEntitlements,
  errors: ['benefits.elder-not-here'],
});

export const readMyEntitlements = endpoint({
  method: 'GET',
  path: '/api/benefits/mine/entitlements',
  summary: '我该享受什么：逐项说明',
  query: z.object({ on: CivilDateText.optional() }),
  response: ElderEntitlements,
  errors: ['benefits.elder-not-here'],
});

export const findEntitlements = endpoint({
  method: 'POST',
  path: '/api/benefits/elders/:elderId/find',
  summary: '按档案核对一位老人该享受什么，没有享受的成为提醒',
  params: z.object({ elderId: Id }),
  body: z.object({}),
  response: ElderEntitlements,
  errors: ['benefits.elder-not-here'],
});

export const startFinding = endpoint({
  method: 'POST',
  path: '/api/benefits/finds',
  summary: '按档案核对本辖区每位老人该享受什么',
  body: z.object({}),
  response: z.object({ runId: Id }),
});
