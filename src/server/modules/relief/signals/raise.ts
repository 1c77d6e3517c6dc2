import { warningLifecycle } from '#contracts/relief-lifecycle.ts';
import { RULES, type WarningRule } from '#contracts/relief-rules.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import { insertNotice } from '../db/notices.ts';
import * as reasons from '../db/reasons.ts';
import * as db from '../db/warnings.ts';
import { CITY, responsibleArea, streetOf } from '../rules.ts';
import { keepStep } from '../step-warning.ts';
import { askAgain } from './ask-again.ts';
import { type Found, reasonOf } from './reason.ts';
import { sayRules, subjectOf, visitDuty } from './visit.ts';

/** What is new, by household: a visit for everything that calls for help, a re-check for what speaks against a recognition. */
export async function raise(ctx: Context, found: readonly Found[]): Promise<void> {
  const known = await reasons.listKnown(ctx, found);
  const fresh = new Map<string, Found>();
  for (const one of found) {
    const key = reasons.keyOf(one);
    if (!known.has(key) && !fresh.has(key)) fresh.set(key, one);
  }
  const households = Map.groupBy(fresh.values(), one => `${RULES[one.rule].direction} ${one.home.household_key}`);
  for (const [key, all] of households) {
    if (key.startsWith('help')) await warn(ctx, all);
    else await askAgain(ctx, all);
  }
}

/** A visit that nobody has made yet takes the new reasons in, under its first deadline; else a new one is sent to the street. */
async function warn(ctx: Context, all: readonly Found[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const open = await db.lockOpenOf(ctx, first.home.household_key);
  const rules = [...new Set([...(open?.rules ?? []), ...all.map(one => one.rule)])];
  const warningId = open ? await join(ctx, open, rules) : await begin(ctx, first, rules);
  for (const one of all) await reasons.insertReason(ctx, reasonOf(ctx, one, { warningId }));
}

async function join(ctx: Context, row: db.WarningRow, rules: WarningRule[]): Promise<string> {
  const subject = subjectOf(row);
  const note = sayRules(rules.filter(rule => !row.rules.includes(rule)));
  const until = await db.dueOf(ctx, row.warning_id);
  const duty = visitDuty({ ...row, rules }, until);
  const status = await advance(ctx, {
    ...{ table: warningLifecycle, subject, status: row.status, action: 'join', note, duty, asSystem: true },
  });
  await keepStep(ctx, row, { status, rules });
  const { elder_id: elderId, area_code: areaCode } = row;
  await record(ctx, { action: 'relief.join-warning', subject, elderId, areaCode, note });
  return row.warning_id;
}

async function begin(ctx: Context, { home, signal }: Found, rules: WarningRule[]): Promise<string> {
  const id = newId();
  const [elderId, areaCode] = [signal.elder_id, home.area_code];
  const row = {
    ...{ elder_id: elderId, warning_id: id, area_code: areaCode, number: recordNumber('KN', { id, on: ctx.today }) },
    ...{ elder_name: home.name, household_key: home.household_key, rules },
  };
  const subject = subjectOf(row);
  const note = sayRules(rules);
  const status = await advance(ctx, {
    ...{ table: warningLifecycle, subject, status: null, action: 'warn', note, duty: visitDuty(row) },
  });
  const hukou = streetOf(
    responsibleArea({ areaCode, hukouAreaCode: home.hukou_area_code, hukouInBeijing: home.hukou_in_beijing }),
  );
  const informed = hukou === streetOf(areaCode) ? null : hukou;
  await db.insertWarning(ctx, { ...row, status, informed_area: informed });
  await record(ctx, { action: 'relief.warn', subject, elderId, areaCode, note });
  if (informed) await inform(ctx, { ...row, status, informed_area: informed });
  await tellElder(ctx, row);
  return id;
}

/** 人户分离: the street where they live goes there, the street of 户籍 is told of it and asked nothing. */
const inform = (ctx: Context, row: db.NewWarning & { informed_area: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '困难预警：知会户籍街道' }, async inner => {
    await insertNotice(inner, row);
    await notify(inner, {
      ...{ template: 'relief.informed', toPost: { role: 'street', areaCode: row.informed_area } },
      values: { what: sayRules(row.rules), path: '/desk/relief/warnings' },
      about: { kind: 'relief-warning', id: row.warning_id },
      areaCode: row.informed_area,
    });
  });

/** In the inbox at once, by SMS not in quiet hours: who comes and why in the elder's own words, no amount. */
async function tellElder(ctx: Context, row: Pick<db.WarningRow, 'elder_id' | 'warning_id' | 'area_code' | 'rules'>) {
  const [elderId, areaCode] = [row.elder_id, row.area_code];
  const why = [...new Set(row.rules.map(rule => RULES[rule].elderWords))].join('；');
  for (const toAccountId of await db.listElderAccounts(ctx, elderId))
    await notify(ctx, {
      ...{ template: 'relief.visit', toAccountId, values: { why, path: '/elder/relief' } },
      ...{ about: { kind: 'relief-warning', id: row.warning_id }, elderId, areaCode },
    });
}
