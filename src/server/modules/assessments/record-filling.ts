import type { Filling, FillingRow, FormBrief } from '#contracts/assessments/fillings.ts';
import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { DomainError } from '#contracts/errors.ts';
import type { FormAnswers } from '#contracts/forms/definition.ts';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { findElder } from './db.ts';
import * as db from './db-fillings.ts';
import { type Sheet, standingOf } from './rules/standing.ts';
import { FORM_IDS, findFormId, loadScaleForm } from './scales/load-scale.ts';

export const briefOf = (form: ScaleForm): FormBrief => ({
  ...{ id: form.id, titleZh: form.titleZh, document: form.document, version: form.version, purpose: form.purpose },
  ...{ use: form.use, confidence: form.confidence, gradingConfidence: form.gradingConfidence ?? null },
  ...{ items: form.items.length, questions: form.questions.length, totalMax: form.totalMax },
  openPoints: form.openPoints,
});

export const listBriefs = () => ({ rows: FORM_IDS.map(id => briefOf(loadScaleForm(id))) });

/** One questionnaire by its id, or platform.not-found. */
export function getForm(id: string): ScaleForm {
  const found = findFormId(id);
  if (!found) throw new DomainError('platform.not-found', `没有量表 ${id}`);
  return loadScaleForm(found);
}

type Given = { elderId: string; form: string; filledOn: string; answers: FormAnswers; note?: string | undefined };

/** Scores and keeps one filled questionnaire. The scale that decides benefits is refused: it needs two assessors. */
export async function recordFilling(ctx: Context, given: Given): Promise<Filling> {
  const form = getForm(given.form);
  if (form.use === 'process')
    throw new DomainError('platform.invalid-input', '能力评估要由两名评估员做，请申请能力评估', {
      form: '请选其他量表',
    });
  const person = await personOf(ctx, given.elderId);
  if (given.filledOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { filledOn: '日期在今天以后' });
  const outcome = evaluateForm(form, given.answers);
  if (!outcome.ok) {
    const fields = Object.fromEntries(outcome.problems.map(each => [`answers.${each.field}`, each.message]));
    throw new DomainError('assessments.incomplete', `这份量表有 ${outcome.problems.length} 处没填好`, fields);
  }
  const id = newId();
  await db.insertFilling(ctx, {
    ...{
      elder_id: given.elderId,
      filling_id: id,
      area_code: person.areaCode,
      form: form.id,
      form_version: form.version,
    },
    ...{
      answers: asked(form, given.answers),
      result: outcome.result,
      note: given.note ?? null,
      filled_on: given.filledOn,
    },
    ...{ recorded_at: ctx.now, filled_by: ctx.actor.accountId, filled_by_name: ctx.actor.name },
  });
  await record(ctx, {
    action: 'assessments.fill-form',
    subject: { kind: 'assessment-filling', id },
    elderId: given.elderId,
    areaCode: person.areaCode,
    note: form.titleZh,
  });
  return readFilling(ctx, id);
}

/** Only what the form asks is kept. */
function asked(form: ScaleForm, answers: FormAnswers): FormAnswers {
  const keys = new Set(form.questions.map(question => question.key));
  const rest = Object.entries(answers).filter(([key]) => keys.has(key));
  return { ...Object.fromEntries(rest), items: answers.items };
}

/** Who may be filled for: everybody of the area; for an assessor those on an own sheet. */
async function personOf(ctx: Context, elderId: string) {
  if (ctx.actor.way === 'assigned') {
    const sheet = await db.findOwnSheetOf(ctx, elderId);
    if (!sheet) throw new DomainError('assessments.not-assigned-to-you');
    return { areaCode: sheet.area_code };
  }
  const elder = await findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  if (elder.status === 'deceased' || elder.status === 'moved-out')
    throw new DomainError('assessments.elder-not-active');
  return { areaCode: elder.area_code };
}

export async function listFillings(ctx: Context, elderId: string) {
  const rows = await db.listFillingsOf(ctx, elderId);
  if (rows.length > 0) ctx.saw(elderId);
  return { rows: rows.map(row => rowOf(row, rows)) };
}

const sheetOf = (row: db.FillingRecord): Sheet => ({
  ...{ form: row.form, filledOn: row.filled_on, filledById: row.filled_by },
  levels: row.result.outcomes.map(each => each.level ?? '?').join(),
});

const rowOf = (row: db.FillingRecord, all: readonly db.FillingRecord[]): FillingRow => ({
  ...{ id: row.filling_id, elderId: row.elder_id, form: row.form, titleZh: getForm(row.form).titleZh },
  ...{ filledOn: row.filled_on, filledBy: row.filled_by_name, result: row.result },
  standing: standingOf(sheetOf(row), all.map(sheetOf), getForm(row.form).assessors?.min ?? 1),
});

export async function readFilling(ctx: Context, id: string): Promise<Filling> {
  const row = await db.findFilling(ctx, id);
  const who = row && (await shownPerson(ctx, row));
  if (!row || !who) throw new DomainError('platform.not-found', '没有找到这份量表，或不在您的辖区');
  ctx.saw(row.elder_id);
  return {
    ...rowOf(row, await db.listFillingsOf(ctx, row.elder_id)),
    ...who,
    areaName: areaName(row.area_code),
    answers: row.answers,
    note: row.note,
    recordedAt: row.recorded_at,
  };
}

async function shownPerson(ctx: Context, row: db.FillingRecord) {
  if (ctx.actor.way === 'assigned') {
    const sheet = await db.findOwnSheetOf(ctx, row.elder_id);
    return sheet && { elderName: sheet.elder_name, bornOn: sheet.born_on, sex: sheet.sex };
  }
  const elder = await findElder(ctx, row.elder_id);
  return elder && { elderName: elder.name, bornOn: elder.born_on, sex: elder.sex };
}
