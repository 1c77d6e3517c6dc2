import { DomainError } from '#contracts/errors.ts';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { adaptationLifecycle } from '#contracts/home-adaptation-lifecycle.ts';
import type { Adaptation, AdaptationStep } from '#contracts/home-adaptations.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { TAKES_ORDERS } from '#contracts/providers.ts';
import { listAssessors } from '#modules/assessments/index.ts';
import { contactForService } from '#modules/elders/index.ts';
import { firmOf } from '#modules/providers/index.ts';
import type { Context } from '#platform/http/context.ts';
import { seal } from '#platform/secrets/seal.ts';
import { adaptationAnswer, safetyForm } from './answer.ts';
import type * as db from './db.ts';
import { getAdaptation } from './get-adaptation.ts';
import { needPhotos } from './photos.ts';
import { makePlan } from './plan-adaptation.ts';
import { settle } from './settle-adaptation.ts';
import { type Change, take } from './take-step.ts';

/** Takes one step: the lifecycle's own sentence first, then what the step needs, then the write. */
export async function stepAdaptation(ctx: Context, id: string, step: AdaptationStep): Promise<Adaptation> {
  const row = await getAdaptation(ctx, id, true);
  const verdict = decideStep(adaptationLifecycle, row.status, { action: step.action, role: ctx.actor.role });
  if (!verdict.allowed) throw new DomainError('platform.wrong-state', verdict.because);
  const next = await take(ctx, row, await changeOf(ctx, row, step));
  return adaptationAnswer(ctx, next);
}

async function changeOf(ctx: Context, row: db.AdaptationRecord, step: AdaptationStep): Promise<Change> {
  const { action } = step;
  const { today } = ctx;
  switch (action) {
    case 'check':
      return { action, set: { eligible_on: today, eligible_note: step.note }, note: step.note };
    case 'assign':
      return assign(ctx, row, step.assessorId);
    case 'assess':
      return assess(ctx, step.answers);
    case 'plan':
      return { action, ...(await makePlan(ctx, row, step)) };
    case 'change':
      return { action, set: { planned_on: null }, note: step.note };
    case 'agree':
      return agree(ctx, row, step.providerId);
    case 'build':
      await needPhotos(ctx, row, step.photos);
      return { action, set: { built_on: today, built_note: step.note }, note: step.note };
    case 'accept':
      await needPhotos(ctx, row, step.photos);
      return { action, set: { accepted_on: today, acceptance_note: step.note }, note: step.note };
    case 'rework':
      return { action, set: { built_on: null, built_note: null }, note: step.note };
    case 'settle':
      return { action, ...(await settle(ctx, row, step.voucher)) };
    case 'reject':
    case 'end':
      return { action, set: { end_note: step.note }, note: step.note };
  }
}

/** The assessor gets the record, with the door and the phone for the way there. */
async function assign(ctx: Context, row: db.AdaptationRecord, assessorId: string): Promise<Change> {
  const who = (await listAssessors(ctx, row.area_code)).find(one => one.account_id === assessorId);
  if (!who) throw new DomainError('platform.invalid-input', undefined, { assessorId: '请从名单里选评估员' });
  const contact = await contactForService(ctx, row.elder_id);
  const set = {
    ...{ assignee_id: who.account_id, assessor_name: who.name, assessor_organisation: who.organisation },
    sealed_contact: contact && seal(ctx.keys, { table: 'home_adaptations', elderId: row.elder_id }, contact),
  };
  return { action: 'assign', set, note: [who.name, who.organisation].filter(Boolean).join('，') };
}

function assess(ctx: Context, answers: Extract<AdaptationStep, { action: 'assess' }>['answers']): Change {
  const form = safetyForm();
  const outcome = evaluateForm(form, answers);
  if (!outcome.ok) {
    const fields = Object.fromEntries(outcome.problems.map(each => [`answers.${each.field}`, each.message]));
    throw new DomainError('assessments.incomplete', `评估表有 ${outcome.problems.length} 处没填好`, fields);
  }
  const asked = form.questions.map(one => [one.key, answers[one.key]]);
  const kept = { items: {}, ...Object.fromEntries(asked) };
  const found = form.questions.filter(one => one.kind === 'flag' && answers[one.key] === true).map(one => one.nameZh);
  return { action: 'assess', set: { assessed_on: ctx.today, answers: kept }, note: found.join('、') || '没有发现隐患' };
}

/** Assessing and building are bought separately (374号): who assessed may not build. */
async function agree(ctx: Context, row: db.AdaptationRecord, providerId: string): Promise<Change> {
  const firm = await firmOf(ctx, providerId);
  if (!firm || !TAKES_ORDERS.includes(firm.status)) throw new DomainError('providers.not-operating');
  if (firm.name === row.assessor_organisation)
    throw new DomainError('platform.invalid-input', undefined, { providerId: '评估的机构不能同时施工，请选另一家' });
  const set = { agreed_on: ctx.today, provider_id: firm.id, provider_name: firm.name };
  return { action: 'agree', set, note: `由${firm.name}施工` };
}
