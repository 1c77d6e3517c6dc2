import { type BED_PATH, type BedStatus, bedLifecycle, type PauseReason } from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed, BedContract, BedRow } from '#contracts/home-care-beds.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { workingDaysBetween } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { ageOn } from '#shared/dates.ts';
import * as db from './db.ts';
import { limitOf, limitsAreDefault, milestonesOf } from './rules.ts';

export const placeOf = (row: { road: string | null; compound: string | null }): string =>
  [row.road, row.compound].filter(Boolean).join(' ') || '住址未登记';

export const toBedRow = (row: db.BedRecord, today: string): BedRow => ({
  id: row.bed_id,
  elderId: row.elder_id,
  elderName: row.elder_name,
  elderAge: ageOn(row.elder_born_on, today),
  elderSex: row.elder_sex as BedRow['elderSex'],
  place: placeOf(row),
  areaCode: row.area_code,
  status: row.status as BedStatus,
  built: row.accepted_on !== null,
  providerId: row.provider_id,
  providerName: row.provider_name,
  appliedOn: row.applied_on,
  acceptedOn: row.accepted_on,
  dueOn: row.next_due_on,
  dueProvisional: row.next_due_provisional,
  dueIn: row.next_due_on === null ? null : dueIn(row.next_due_on, today),
  nextLabel: limitOf(row.status as BedStatus)?.label ?? null,
});

/** A limit that ran out on a day off is one day overdue, not none. */
function dueIn(dueOn: string, today: string): number {
  const days = workingDaysBetween(holidayTables(), today, dueOn);
  return dueOn < today && days === 0 ? -1 : days;
}

/** The whole record as the actor may see it. `contract` is no action of the buttons: it is done by signing. */
export async function bedAnswer(ctx: Context, row: db.BedRecord): Promise<Bed> {
  const history = await readSteps(ctx, row.bed_id);
  const pauses = await db.listPauses(ctx, row.bed_id);
  const status = row.status as BedStatus;
  ctx.saw(row.elder_id);
  return {
    ...toBedRow(row, ctx.today),
    wish: row.wish,
    appliedBy: row.applied_by,
    abilityLevel: row.ability_level,
    eligibleReasons: row.eligible_reasons,
    findings: row.findings,
    carePackage: row.care_package,
    devices: row.devices,
    builtNote: row.built_note,
    acceptanceNote: row.acceptance_note,
    evidence: row.evidence,
    inServiceOn: row.in_service_on,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    pauses: pauses.map(p => ({ reason: p.reason as PauseReason, fromOn: p.from_on, toOn: p.to_on })),
    contract: await contractAnswer(ctx, row.bed_id),
    milestones: milestonesOf({ status, reached: reachedOf(row) }, history),
    limitsAreDefault,
    actions: nextActions(bedLifecycle, status, ctx.actor.role).filter(action => action.action !== 'contract'),
    history,
  };
}

function reachedOf(row: db.BedRecord): Record<(typeof BED_PATH)[number]['status'], string | null> {
  return {
    applied: row.applied_on,
    eligible: row.eligible_on,
    assessed: row.assessed_on,
    designed: row.designed_on,
    built: row.built_on,
    accepted: row.accepted_on,
    contracted: row.contracted_on,
    'in-service': row.in_service_on,
  };
}

async function contractAnswer(ctx: Context, bedId: string): Promise<BedContract | null> {
  const contract = await db.findContract(ctx, bedId);
  if (!contract) return null;
  const traces = await db.listTraces(ctx, contract.contract_id);
  return {
    id: contract.contract_id,
    template: contract.template,
    body: contract.body,
    bodyHash: contract.body_hash,
    madeAt: contract.made_at,
    familySignedAt: contract.family_signed_at,
    familySigner: contract.family_signer,
    providerSignedAt: contract.provider_signed_at,
    providerSigner: contract.provider_signer,
    traces: traces.map(trace => ({
      at: trace.at,
      action: trace.action as BedContract['traces'][number]['action'],
      actorName: trace.actor_name,
      bodyHash: trace.body_hash,
      confirmation: trace.confirmation,
    })),
  };
}
