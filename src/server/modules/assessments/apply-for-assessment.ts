import type { AssessmentReason, VisitContact } from '#contracts/assessments/assessment.ts';
import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import { DomainError } from '#contracts/errors.ts';
import { contactForService } from '#modules/elders/index.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { changeAssessment, findElder, findOpenOf, insertAssessment } from './db.ts';
import { getAssessment, readOne } from './read-assessments.ts';
import { objectUntil } from './rules/assessors.ts';
import { SCALE_IDS } from './scales/load-scale.ts';

type Application = {
  elderId: string;
  reason: AssessmentReason;
  contact?: VisitContact | undefined;
  note?: string | undefined;
};

/** A new application; one elder has at most one open assessment. */
export async function applyForAssessment(ctx: Context, application: Application) {
  if (application.reason === '即时评估' && !application.note)
    throw new DomainError('assessments.change-needs-note', undefined, { note: '请写明发生了什么变化' });
  const elder = await findElder(ctx, application.elderId);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  if (elder.status === 'deceased' || elder.status === 'moved-out')
    throw new DomainError('assessments.elder-not-active');
  const at = { table: 'assessments', elderId: elder.elder_id };
  const id = await open(ctx, {
    elder_id: elder.elder_id,
    area_code: elder.area_code,
    reason: application.reason,
    note: application.note ?? null,
    sealed_contact: seal(ctx.keys, at, application.contact ?? (await contactOf(ctx, elder))),
    replaces_id: null,
    elderName: elder.name,
  });
  return readOne(ctx, id);
}

/** Whom to ring and where to knock, from the register; an address is needed, because the assessors go there. */
async function contactOf(ctx: Context, elder: { elder_id: string; name: string }): Promise<VisitContact> {
  const known = await contactForService(ctx, elder.elder_id);
  if (!known?.door) {
    const fields = { 'contact.door': '人员档案里没有门牌，请填写' };
    throw new DomainError('platform.invalid-input', '评估员要上门，请填联系电话和门牌', fields);
  }
  return { name: elder.name, phone: known.phone ?? '', door: known.door };
}

type Opening = {
  elder_id: string;
  area_code: string;
  reason: AssessmentReason;
  note: string | null;
  sealed_contact: Buffer | null;
  replaces_id: string | null;
  elderName: string;
};

async function open(ctx: Context, { elderName, ...row }: Opening): Promise<string> {
  if (await findOpenOf(ctx, row.elder_id)) throw new DomainError('assessments.already-open');
  const id = newId();
  await insertAssessment(ctx, { ...row, assessment_id: id, scale: SCALE_IDS[0] });
  const subject = { kind: 'assessment', id, elderId: row.elder_id, areaCode: row.area_code };
  await advance(ctx, {
    table: assessmentLifecycle,
    subject,
    status: null,
    action: 'schedule',
    note: row.note,
    duty: {
      forRole: 'street',
      kindLabel: '做评估',
      title: `${elderName}的能力评估要派两名评估员`,
      reason: row.reason,
      actionLabel: '安排评估员',
      path: `/desk/assessments/${id}`,
      withinWorkingDays: 5,
    },
  });
  await record(ctx, {
    action: 'assessments.apply',
    subject,
    elderId: row.elder_id,
    areaCode: row.area_code,
    note: row.reason,
  });
  const { elderId, areaCode } = subject;
  await tellHelped(ctx, { elderId, areaCode, what: '申请能力评估', path: '/elder/assessments', about: subject });
  return id;
}

/** An objection asks for a 复评 by other assessors; the old result stands until the new one is published. */
export async function objectToAssessment(ctx: Context, id: string, reason: string) {
  const old = await getAssessment(ctx, id, true);
  const elder = await findElder(ctx, old.elder_id);
  if (!elder) throw new DomainError('platform.not-found');
  const subject = { kind: 'assessment', id, elderId: old.elder_id, areaCode: old.area_code };
  const step = { table: assessmentLifecycle, subject, status: old.status, action: 'object', note: reason } as const;
  const status = await advance(ctx, step);
  if (!old.published_on || ctx.today > objectUntil(old.published_on))
    throw new DomainError('assessments.too-late-to-object');
  await changeAssessment(ctx, old, { status, objection: reason });
  await record(ctx, {
    action: 'assessments.object',
    subject,
    elderId: old.elder_id,
    areaCode: old.area_code,
    note: reason,
  });
  const next = await open(ctx, {
    elder_id: old.elder_id,
    area_code: old.area_code,
    reason: '对评估结果有疑问进行的复评',
    note: reason,
    // A recognised result was made elsewhere: nobody of ours had the address yet.
    sealed_contact:
      old.sealed_contact ??
      seal(ctx.keys, { table: 'assessments', elderId: old.elder_id }, await contactOf(ctx, elder)),
    replaces_id: id,
    elderName: elder.name,
  });
  return readOne(ctx, next);
}
