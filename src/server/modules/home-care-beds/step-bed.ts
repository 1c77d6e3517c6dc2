import { DomainError } from '#contracts/errors.ts';
import {
  type BedAction,
  type BedStatus,
  bedLifecycle,
  PAUSE_REASON_LABELS,
} from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed, BedStep } from '#contracts/home-care-beds.ts';
import { TAKES_ORDERS } from '#contracts/providers.ts';
import { firmOf } from '#modules/providers/index.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { addDays, dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { bedAnswer } from './answer.ts';
import { eligibilityOf } from './apply-for-bed.ts';
import * as db from './db.ts';
import { dutyOf, subjectOf } from './duties.ts';
import { makeContract } from './sign-contract.ts';
import { take } from './take-step.ts';

type Changes = { set: Partial<db.BedRecord>; note: string | null };

/** Takes one step of a bed: guard, lifecycle, what the step stores, then what follows from it. */
export async function stepBed(ctx: Context, id: string, step: BedStep): Promise<Bed> {
  const bed = await db.lockBed(ctx, id);
  if (!bed) throw new DomainError('platform.not-found');
  refuseWrongOrder(ctx, bed, step.action);
  const { set, note } = await changesOf(ctx, bed, step);
  const next = await take(ctx, bed, { action: step.action, set, note });
  await follow(ctx, next, step);
  return bedAnswer(ctx, next);
}

/** The lifecycle's own sentence comes before any complaint about the form's facts. */
function refuseWrongOrder(ctx: Context, bed: db.BedRecord, action: BedAction): void {
  const fits = bedLifecycle.transitions.find(
    t => t.action === action && (t.from as readonly string[]).includes(bed.status),
  );
  if (fits && (fits.by as readonly string[]).includes(ctx.actor.role)) return;
  const label = bedLifecycle.transitions.find(t => t.action === action)?.label ?? action;
  const why = fits
    ? `${label}不由您现在的岗位办理`
    : `家庭养老床位现在是“${bedLifecycle.labels[bed.status as BedStatus]}”，不能${label}`;
  throw new DomainError('platform.wrong-state', why);
}

async function changesOf(ctx: Context, bed: db.BedRecord, step: BedStep): Promise<Changes> {
  const { today } = ctx;
  const added = 'evidence' in step ? { evidence: [...bed.evidence, ...step.evidence] } : {};
  switch (step.action) {
    case 'check':
      return check(ctx, bed);
    case 'assess': {
      const firm = await firmOf(ctx, step.providerId);
      if (!firm || !TAKES_ORDERS.includes(firm.status)) throw new DomainError('providers.not-operating');
      const set = { assessed_on: today, findings: step.findings, provider_id: firm.id, provider_name: firm.name };
      return { set: { ...set, ...added }, note: `服务商：${firm.name}。${step.findings}` };
    }
    case 'design': {
      const set = { designed_on: today, care_package: step.carePackage, devices: step.devices };
      return { set: { ...set, ...added }, note: step.devices.join('、') };
    }
    case 'build':
      return { set: { built_on: today, built_note: step.note, ...added }, note: step.note };
    case 'accept':
      return { set: { accepted_on: today, acceptance_note: step.note, ...added }, note: step.note };
    case 'rework':
      return { set: { built_on: null, built_note: null }, note: step.reason };
    case 'start':
      return { set: { in_service_on: dayFrom(bed.contracted_on, step.on, today) }, note: `自${dayWords(step.on)}起` };
    case 'suspend':
      dayFrom(bed.in_service_on, step.on, addDays(today, 30));
      return { set: {}, note: `${PAUSE_REASON_LABELS[step.pause]}，自${dayWords(step.on)}起` };
    case 'resume':
      return { set: {}, note: `自${dayWords(step.on)}起` };
    case 'reject':
    case 'end':
      return { set: { ended_on: today, end_reason: step.reason }, note: step.reason };
  }
}

async function check(ctx: Context, bed: db.BedRecord): Promise<Changes> {
  const { eligible, reasons } = await eligibilityOf(ctx, bed.elder_id, bed.bed_id);
  if (!eligible) {
    const failed = reasons.filter(reason => !reason.passed).map(reason => reason.sentence);
    throw new DomainError('home-care-beds.not-eligible', `还不符合条件：${failed.join('；')}`);
  }
  const said = reasons.map(reason => reason.sentence);
  const elder = await db.findElder(ctx, bed.elder_id);
  const set = { eligible_on: ctx.today, eligible_reasons: said, ability_level: elder?.ability_level ?? null };
  return { set, note: said.join('；') };
}

function dayFrom(earliest: string | null, on: string, latest: string): string {
  if (earliest !== null && on < earliest) {
    throw new DomainError('platform.invalid-input', undefined, { on: `不能早于 ${earliest}` });
  }
  if (on > latest) throw new DomainError('platform.invalid-input', undefined, { on: `不能晚于 ${latest}` });
  return on;
}

async function follow(ctx: Context, bed: db.BedRecord, step: BedStep): Promise<void> {
  if (step.action === 'accept') await accepted(ctx, bed);
  if (step.action === 'suspend') await suspended(ctx, bed, step);
  if (step.action === 'resume') await resumed(ctx, bed, step.on);
  if (step.action === 'end') await db.closePause(ctx, bed.bed_id, ctx.today);
}

/** 建成: counted from here; both parties now owe a signature. */
async function accepted(ctx: Context, bed: db.BedRecord): Promise<void> {
  await makeContract(ctx, bed);
  const duty = dutyOf(ctx, bed, 'accepted');
  if (duty) await openDuty(ctx, subjectOf(bed), { ...duty, forRole: 'provider', path: `/desk/beds/${bed.bed_id}` });
  const { elder_id: elderId, area_code: areaCode, bed_id: bedId } = bed;
  await publish(ctx, { name: 'home-care-bed.accepted', elderId, areaCode, bedId, acceptedOn: ctx.today });
}

async function resumed(ctx: Context, bed: db.BedRecord, onDate: string): Promise<void> {
  await db.closePause(ctx, bed.bed_id, addDays(onDate, -1));
  const { elder_id: elderId, area_code: areaCode, bed_id: bedId } = bed;
  await publish(ctx, { name: 'home-care-bed.resumed', elderId, areaCode, bedId, onDate });
}

async function suspended(ctx: Context, bed: db.BedRecord, step: Extract<BedStep, { action: 'suspend' }>) {
  const { bed_id, elder_id, area_code, provider_id } = bed;
  const pause = { pause_id: newId(), bed_id, elder_id, area_code, provider_id };
  await db.insertPause(ctx, { ...pause, reason: step.pause, from_on: step.on, to_on: null });
  const reason = PAUSE_REASON_LABELS[step.pause];
  const event = { elderId: elder_id, areaCode: area_code, bedId: bed_id, fromOn: step.on, pause: step.pause, reason };
  await publish(ctx, { name: 'home-care-bed.suspended', ...event });
}
