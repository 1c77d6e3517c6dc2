import { DomainError } from '#contracts/errors.ts';
import { reliefLifecycle } from '#contracts/relief-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { reliefOf } from '#modules/benefits/catalogue/index.ts';
import { payableOfSource, submitPayable } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db/applications.ts';
import * as parts from './db/parts.ts';
import { CITY, streetOf } from './rules.ts';
import { aidWarning } from './step-warning.ts';

export async function lockApplication(ctx: Context, id: string): Promise<db.ApplicationRow> {
  const row = await db.findApplication(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这件救助，或不在您的辖区');
  return row;
}

/** 临时救助 only: the others have steps of their own. */
async function lockTemporary(ctx: Context, id: string): Promise<db.TemporaryRow> {
  const row = await lockApplication(ctx, id);
  if (!db.isTemporaryRow(row)) throw new DomainError('platform.not-found', '这不是一件临时救助');
  return row;
}

/** What 京民社救发〔2020〕86号 gives for this spending on the day of the application. */
export const computeRelief = (row: db.TemporaryRow) =>
  reliefOf(
    { economicClass: row.economic_class, spentFen: row.spent_fen, severelyDisabled: row.severely_disabled },
    row.applied_at.slice(0, 10),
  );

type Step = { action: 'approve' | 'refuse' | 'close'; note: string };

/** By the street of 户籍 (or its district); both sides change together. */
export async function stepApplication(ctx: Context, id: string, { action, note }: Step) {
  const row = await lockTemporary(ctx, id);
  if (!row.responsible)
    throw new DomainError(
      'platform.wrong-state',
      `由户籍所在的${areaName(streetOf(row.responsible_area))}审核，这里可以看进展`,
    );
  const amount = action === 'approve' ? amountOf(row) : row.amount_fen;
  const { measures } = await parts.listParts(ctx, id);
  if (action === 'close' && !measures.some(each => each.kind === 'service'))
    throw new DomainError('platform.wrong-state', '还没有社工服务的记录；钱和服务都到位才能办结');
  if (action === 'close') await refuseUnpaid(ctx, id);
  const { elder_id: elderId, responsible_area: areaCode } = row;
  const subject = { kind: 'relief-application', id, elderId, areaCode };
  const duty = action === 'approve' ? serviceDuty(row) : undefined;
  const status = await asBatch(ctx, { areaCode: CITY, why: '临时救助：两个街道的记录一起变' }, async inner => {
    const next = await advance(inner, { table: reliefLifecycle, subject, status: row.status, action, note, duty });
    const decided = { decided_by: ctx.actor.name, decision_note: note, amount_fen: amount };
    await db.setApplication(inner, id, { status: next, ...(action === 'close' ? { outcome: note } : decided) });
    if (action === 'approve') await payRelief(inner, row, amount ?? 0);
    return next;
  });
  await record(ctx, {
    action: `relief.${action}-application`,
    subject,
    elderId,
    areaCode,
    note,
    after: { amount, status },
  });
  return { id, status };
}

/** Decided before money went through the cycle = no payable: its record of the measure stands. */
async function refuseUnpaid(ctx: Context, id: string): Promise<void> {
  const money = await payableOfSource(ctx, 'relief-application', id);
  if (money?.status === 'waiting')
    throw new DomainError('platform.wrong-state', `救助金还没有发到（${money.says}）；钱和服务都到位才能办结`);
}

function amountOf(row: db.TemporaryRow): number {
  const outcome = computeRelief(row);
  if (outcome.state !== 'yes') {
    const why = outcome.refusals.map(each => each.sentence).join('；');
    throw new DomainError('platform.wrong-state', `按办法不能批准：${why || '情况不全'}`);
  }
  return outcome.amountFen;
}

const serviceDuty = (row: db.TemporaryRow): Duty => ({
  ...{ forRole: 'street', kindLabel: '临时救助', actionLabel: '安排服务', withinWorkingDays: 10 },
  title: `给${row.elder_name}安排社工服务`,
  reason: `临时救助 ${row.number} 已批准，要“物质+服务”`,
  path: `/desk/relief/applications/${row.application_id}`,
});

async function payRelief(ctx: Context, row: db.TemporaryRow, amountFen: number): Promise<void> {
  await parts.insertMeasure(ctx, row, {
    ...{ measure_id: newId(), application_id: row.application_id, kind: 'money', amount_fen: amountFen },
    ...{
      what: `临时救助金 ${fenToYuanText(amountFen)} 元，送发放`,
      provider: areaName(streetOf(row.responsible_area)),
      done_on: ctx.today,
    },
  });
  await submitPayable(ctx, {
    ...{ source: { kind: 'relief-application', id: row.application_id }, scheme: 'temporaryRelief' },
    ...{ elderId: row.elder_id, otherPayeeId: null, payeeName: row.elder_name, areaCode: row.responsible_area },
    ...{ month: monthOf(ctx.today), amountFen, sentence: `临时救助 ${row.number}` },
  });
  if (row.warning_id)
    await aidWarning(ctx, row.warning_id, `临时救助 ${row.number} 已批准 ${fenToYuanText(amountFen)} 元`);
}

type Service = { what: string; provider: string; on: string };

/** 物质+服务 (S3-35.2): either street writes down what a social worker did. */
export async function addService(ctx: Context, id: string, { what, provider, on }: Service) {
  const row = await lockTemporary(ctx, id);
  if (row.status !== 'approved') throw new DomainError('platform.wrong-state', '批准以后、办结以前才能记服务');
  if (on > ctx.today) throw new DomainError('platform.invalid-input', undefined, { on: '日期在今天之后，请核对' });
  const measureId = newId();
  await asBatch(ctx, { areaCode: CITY, why: '临时救助：两个街道都看得到服务' }, inner =>
    parts.insertMeasure(inner, row, {
      ...{ measure_id: measureId, application_id: id, kind: 'service', amount_fen: null, what, provider, done_on: on },
    }),
  );
  const subject = { kind: 'relief-application', id };
  await record(ctx, { action: 'relief.serve', subject, elderId: row.elder_id, areaCode: row.area_code, note: what });
  return { id: measureId };
}
