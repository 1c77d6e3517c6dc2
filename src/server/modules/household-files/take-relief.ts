import { measureLifecycle } from '#contracts/household-files.ts';
import { PAID_SCHEME_LABELS, type PaidScheme } from '#contracts/payments/payables.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db.ts';
import * as people from './db-people.ts';
import { subjectOf } from './keep-files.ts';

type Paid = { payableId: string; elderId: string; scheme: PaidScheme; amountFen: number; paidOn: string };

/** Reaction to payable.paid, as batch over the city: a one-off relief that arrived is a measure of the household, carried out. */
export async function takeRelief(ctx: Context, { payableId, elderId, scheme, amountFen, paidOn }: Paid): Promise<void> {
  const person = await people.findPerson(ctx, elderId);
  if (!person) return;
  const what = `${PAID_SCHEME_LABELS[scheme]}${fenToYuanText(amountFen)}元，${dayWords(paidOn)}发到`;
  const row: db.MeasureRow = {
    ...{
      elder_id: elderId,
      measure_id: payableId,
      area_code: person.area_code,
      elder_name: person.name,
      kind: 'money',
    },
    ...{ what, status: 'done', due_on: paidOn, source: 'paid', note: null, made_by: ctx.actor.name, made_at: ctx.now },
    ...{ stepped_by: null, stepped_at: null },
  };
  if (!(await db.insertMeasure(ctx, row))) return;
  const subject = subjectOf(row);
  const table = measureLifecycle;
  const status = await advance(ctx, { table, subject, status: null, action: 'plan', note: what, asSystem: true });
  await advance(ctx, { table, subject, status, action: 'finish', note: '钱已发到', asSystem: true });
  const areaCode = person.area_code;
  await record(ctx, { action: 'household-files.take-relief', subject, elderId, areaCode, note: what });
}
