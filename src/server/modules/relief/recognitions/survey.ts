import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { RELIEF_KIND_LABELS, recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import type * as contract from '#contracts/relief-recognitions.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { addWorkingDays, workingDaysBetween } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { dayWords } from '#shared/dates.ts';
import * as db from '../db/applications.ts';
import { streetOf } from '../rules.ts';
import { evaluateNow, getRecognition, onBothSides, procedureOf, sealEvaluation, subjectOf } from './load.ts';
import { noticeUntil, whyNotYes } from './rules.ts';

const dutyFor = (row: db.RecognitionRow, duty: Omit<Duty, 'forRole' | 'kindLabel' | 'path'>): Duty => ({
  ...{ forRole: 'street', kindLabel: RELIEF_KIND_LABELS[row.kind], ...duty },
  path: `/desk/relief/recognitions/${row.application_id}`,
});

function refuseDay(ctx: Context, field: string, of: { day: string; notBefore: string; what: string }): void {
  if (of.day > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { [field]: '日期在今天之后，请核对' });
  if (of.day < of.notBefore)
    throw new DomainError('platform.invalid-input', undefined, { [field]: `日期早于${of.what}，请核对` });
}

/** 核对和入户调查, by either street; what the means come to is worked out and kept with it. */
export async function surveyRecognition(
  ctx: Context,
  id: string,
  body: z.output<typeof contract.surveyRecognition.body>,
) {
  const row = await getRecognition(ctx, id, true);
  refuseDay(ctx, 'on', { day: body.on, notBefore: row.applied_at.slice(0, 10), what: '受理' });
  const { appraiseWorkingDays } = await procedureOf(ctx, row);
  await onBothSides(ctx, async inner => {
    const evaluation = await evaluateNow(inner, row);
    const isNo = evaluation.outcome.state === 'no';
    const status = await advance(inner, {
      ...{ table: recognitionLifecycle, subject: subjectOf(row, row.responsible_area), status: row.status },
      ...{ action: 'survey', note: `${body.on}，${body.surveyors}：${body.finding}` },
      duty: dutyFor(row, {
        title: `${row.elder_name}的${RELIEF_KIND_LABELS[row.kind]}申请：${isNo ? '报送决定' : '民主评议和公示'}`,
        ...{ reason: whyNotYes(evaluation) ?? '核算符合', actionLabel: isNo ? '去报送' : '去评议' },
        withinWorkingDays: appraiseWorkingDays,
      }),
    });
    const survey = { ...body, enteredBy: ctx.actor.name };
    await db.setApplication(inner, id, { status, survey, sealed: sealEvaluation(inner, row, evaluation) });
  });
  await keep(ctx, row, { action: 'relief.survey', note: body.finding });
  return { id };
}

/** The means have changed: the rules are asked again, by either street, before the decision. */
export async function evaluateAgain(ctx: Context, id: string) {
  const row = await getRecognition(ctx, id, true);
  if (!['surveyed', 'posted', 'submitted'].includes(row.status))
    throw new DomainError('platform.wrong-state', '入户调查以后、决定以前才能重新核算');
  await onBothSides(ctx, async inner => {
    const evaluation = await evaluateNow(inner, row);
    await db.setApplication(inner, id, { sealed: sealEvaluation(inner, row, evaluation) });
  });
  await keep(ctx, row, { action: 'relief.evaluate', note: '重新核算' });
  return { id };
}

/** 民主评议 and 公示, in one entry: who agreed, where and from when it hangs. */
export async function postRecognition(ctx: Context, id: string, body: z.output<typeof contract.postRecognition.body>) {
  const row = await getRecognition(ctx, id, true);
  needResponsible(row);
  const procedure = await procedureOf(ctx, row);
  const surveyed = row.survey?.on ?? row.applied_at.slice(0, 10);
  refuseDay(ctx, 'postedOn', { day: body.postedOn, notBefore: body.appraisedOn ?? surveyed, what: '调查和评议' });
  if (body.appraisedOn) refuseDay(ctx, 'appraisedOn', { day: body.appraisedOn, notBefore: surveyed, what: '调查' });
  const until = noticeUntil(body.postedOn, procedure.noticeDays);
  const { dueOn } = addWorkingDays(holidayTables(), until, procedure.submitWorkingDays);
  await onBothSides(ctx, async inner => {
    const evaluation = await evaluateNow(inner, row);
    const fault = whyNotYes(evaluation);
    if (fault) throw new DomainError('platform.wrong-state', `现在还不能公示：${fault}`);
    const status = await advance(inner, {
      ...{ table: recognitionLifecycle, subject: subjectOf(row, row.responsible_area), status: row.status },
      ...{ action: 'post', note: `${body.place}，${dayWords(body.postedOn)}至${dayWords(until)}` },
      duty: dutyFor(row, {
        title: `${row.elder_name}的${RELIEF_KIND_LABELS[row.kind]}申请：公示期满报送`,
        ...{ reason: `公示到${dayWords(until)}`, actionLabel: '去报送' },
        withinWorkingDays: Math.max(0, workingDaysBetween(holidayTables(), ctx.today, dueOn)),
      }),
    });
    const { appraisedOn = null, agreed = null, against = null, postedOn, place } = body;
    const notice = { appraisedOn, agreed, against, postedOn, until, place, enteredBy: ctx.actor.name };
    await db.setApplication(inner, id, { status, notice, sealed: sealEvaluation(inner, row, evaluation) });
  });
  await keep(ctx, row, { action: 'relief.post', note: `${body.place}，公示到${dayWords(until)}` });
  return { id };
}

/** The street of 户籍 and its district carry it; the other sees how it goes. */
export function whyNotHere(row: db.RecognitionRow): string | null {
  const where = areaName(streetOf(row.responsible_area));
  return row.responsible ? null : `由户籍所在的${where}办，这里可以记入户调查、看进展`;
}

export function needResponsible(row: db.RecognitionRow): void {
  const fault = whyNotHere(row);
  if (fault) throw new DomainError('platform.wrong-state', fault);
}

export async function keep(ctx: Context, row: db.RecognitionRow, of: { action: string; note: string; after?: object }) {
  const { elder_id: elderId, responsible_area: areaCode } = row;
  const subject = subjectOf(row, areaCode);
  const { action, note, after } = of;
  await record(ctx, { action, subject, elderId, areaCode, note, ...(after && { after: { ...after } }) });
}
