import { DomainError } from '#contracts/errors.ts';
import type { Facility } from '#contracts/facilities.ts';
import { facilityLifecycle } from '#contracts/facility-nouns.ts';
import { noteChange } from '#modules/directory-changes/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { listCoverage, lockFacility } from './db/read-facilities.ts';
import type { PlaceRow } from './db/rows.ts';
import { endCoverage, reopenCoverage, type StatusChange, setStatus } from './db/write-facilities.ts';
import { getFacility } from './read-facilities.ts';
import { type FacilityAction, refuseStep, type StepFacts } from './rules.ts';

type Asked = { action: FacilityAction; on?: string | undefined; reason?: string | undefined };

/** Opens, suspends, resumes or exits a place, or takes a wrongly entered exit back; audited with its reason. */
export async function takeFacilityStep(ctx: Context, id: string, asked: Asked): Promise<Facility> {
  const row = await lockFacility(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  await applyStep(ctx, row, { action: asked.action, on: asked.on ?? ctx.today, reason: asked.reason ?? null });
  return getFacility(ctx, id);
}

/** A project that starts serving opens its planned place; a place that stands already is left as it is. */
export async function openPlannedFacility(ctx: Context, id: string, on: string): Promise<void> {
  const row = await lockFacility(ctx, id);
  if (row?.status === 'planned') await applyStep(ctx, row, { action: 'open', on, reason: '建设项目已开展服务' });
}

async function applyStep(ctx: Context, row: PlaceRow, step: StepFacts): Promise<void> {
  const subject = { kind: 'facility', id: row.facility_id, areaCode: row.area_code };
  const note = [step.on, step.reason].filter(Boolean).join('，');
  const status = await advance(ctx, {
    ...{ table: facilityLifecycle, subject, status: row.status, action: step.action, note },
  });
  const refusal = refuseStep({ openedOn: row.opened_on, exitedOn: row.exited_on }, step, ctx.today);
  if (refusal) {
    const code = refusal.field === 'on' ? 'facilities.date' : 'facilities.reason-missing';
    throw new DomainError(code, refusal.say, { [refusal.field]: refusal.say });
  }
  const after: StatusChange = {
    status,
    openedOn: step.action === 'open' ? step.on : row.opened_on,
    exitedOn: status === 'exited' ? step.on : null,
    exitReason: status === 'exited' ? step.reason : null,
  };
  await setStatus(ctx, row.facility_id, after);
  await followCoverage(ctx, row, step);
  const label = facilityLifecycle.transitions.find(t => t.action === step.action)?.label ?? step.action;
  await noteChange(ctx, {
    ...{ directory: 'facility', id: row.facility_id, name: row.name, areaCode: row.area_code },
    what: `${label}：${note}`,
  });
  await record(ctx, {
    action: `facilities.${step.action}`,
    subject,
    areaCode: row.area_code,
    ...(step.reason ? { note: step.reason } : {}),
    before: { status: row.status, openedOn: row.opened_on, exitedOn: row.exited_on, exitReason: row.exit_reason },
    after,
  });
}

/** An exit ends what the meal point served on the same day; taking the exit back takes that up again. */
async function followCoverage(ctx: Context, row: PlaceRow, step: StepFacts): Promise<void> {
  if (row.kind !== 'meal-point') return;
  if (step.action === 'exit') {
    const codes = (await listCoverage(ctx, row.facility_id)).map(c => c.code);
    await endCoverage(ctx, row.facility_id, { codes, on: step.on });
  }
  if (step.action === 'reinstate' && row.exited_on) await reopenCoverage(ctx, row.facility_id, row.exited_on);
}
