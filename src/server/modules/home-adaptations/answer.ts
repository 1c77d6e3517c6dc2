import { adaptationLifecycle } from '#contracts/home-adaptation-lifecycle.ts';
import type { Adaptation, AdaptationRow } from '#contracts/home-adaptations.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { loadScaleForm } from '#modules/assessments/index.ts';
import { closedBecause } from '#modules/consents/index.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { workingDaysBetween } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { open } from '#platform/secrets/seal.ts';
import { ageOn } from '#shared/dates.ts';
import type { AdaptationRecord } from './db.ts';
import { HEALTH_LABELS, limitOf, milestonesOf } from './rules.ts';

export const safetyForm = () => loadScaleForm('home-safety');

export const toRow = (row: AdaptationRecord, today: string): AdaptationRow => ({
  ...{ id: row.adaptation_id, number: row.number, elderId: row.elder_id, elderName: row.elder_name },
  ...{ elderAge: ageOn(row.elder_born_on, today), elderSex: row.elder_sex as AdaptationRow['elderSex'] },
  place: [row.road, row.compound].filter(Boolean).join(' ') || '住址未登记',
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), status: row.status, appliedOn: row.applied_on },
  ...{ assessorName: row.assessor_name, providerName: row.provider_name },
  ...{ costFen: row.cost_fen, subsidyFen: row.subsidy_fen, dueOn: row.next_due_on },
  dueIn: row.next_due_on === null ? null : dueIn(row.next_due_on, today),
  nextLabel: limitOf(row.status)?.label ?? null,
});

/** A limit that ran out on a day off is one day overdue, not none. */
function dueIn(dueOn: string, today: string): number {
  const days = workingDaysBetween(holidayTables(), today, dueOn);
  return dueOn < today && days === 0 ? -1 : days;
}

/** The whole record as the actor may see it. */
export async function adaptationAnswer(ctx: Context, row: AdaptationRecord): Promise<Adaptation> {
  const history = await readSteps(ctx, row.adaptation_id);
  ctx.saw(row.elder_id);
  const { cost_fen: cost, government_fen: government, subsidy_fen: subsidy } = row;
  return {
    ...toRow(row, ctx.today),
    ...{ appliedBy: row.applied_by, wish: row.wish, known: await openKnown(ctx, row), eligibleNote: row.eligible_note },
    ...{ assessorId: row.assignee_id, ...findingsOf(row), plan: row.plan, planNote: row.plan_note },
    ...{ governmentFen: government, selfFen: cost === null ? null : cost - (government ?? 0) },
    ...{ lines: row.subsidy_lines as Adaptation['lines'], estimated: row.accepted_on === null },
    ownFen: cost === null ? null : cost - (subsidy ?? 0),
    ...{ builtNote: row.built_note, acceptedOn: row.accepted_on, acceptanceNote: row.acceptance_note },
    ...{ voucher: row.voucher, endNote: row.end_note, contact: contactOf(ctx, row) },
    milestones: milestonesOf({ status: row.status, reached: reachedOf(row) }, history),
    actions: nextActions(adaptationLifecycle, row.status, ctx.actor.role),
    history,
  };
}

/** What the file knows of the body is 健康信息: the firm that builds reads it by the elder's word only. */
async function openKnown(ctx: Context, row: AdaptationRecord): Promise<Adaptation['known']> {
  const ofHealth = row.known.some(one => HEALTH_LABELS.includes(one.label));
  if (!ofHealth || (await closedBecause(ctx, row.elder_id, 'health-level')) === null) return row.known;
  return row.known.filter(one => !HEALTH_LABELS.includes(one.label));
}

function findingsOf(row: AdaptationRecord): Pick<Adaptation, 'hazards' | 'needs'> {
  const answers = row.answers as Record<string, unknown> | null;
  if (!answers) return { hazards: [], needs: null };
  const questions = safetyForm().questions;
  const hazards = questions.filter(one => one.kind === 'flag' && answers[one.key] === true).map(one => one.nameZh);
  const texts = questions.filter(one => one.kind === 'text' && answers[one.key]);
  return { hazards, needs: texts.map(one => `${one.nameZh}：${String(answers[one.key])}`).join('；') || null };
}

/** For the two who come to the home; offices look in the file, where the look is asked a reason. */
function contactOf(ctx: Context, row: AdaptationRecord): Adaptation['contact'] {
  const { role } = ctx.actor;
  if (!row.sealed_contact || (role !== 'assessor' && role !== 'provider')) return null;
  return open(ctx.keys, { table: 'home_adaptations', elderId: row.elder_id }, row.sealed_contact) as NonNullable<
    Adaptation['contact']
  >;
}

const reachedOf = (row: AdaptationRecord) => ({
  ...{ applied: row.applied_on, eligible: row.eligible_on, assessed: row.assessed_on, planned: row.planned_on },
  ...{ agreed: row.agreed_on, built: row.built_on, accepted: row.accepted_on, settled: row.settled_on },
});
