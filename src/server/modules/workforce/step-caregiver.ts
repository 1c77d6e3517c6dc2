import { DomainError } from '#contracts/errors.ts';
import { type Caregiver, type CaregiverStatus, caregiverLifecycle } from '#contracts/workforce.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from './db.ts';

type Action = (typeof caregiverLifecycle.transitions)[number]['action'];

/** Verification, suspension, negative list and leaving: each with who, when and why. */
export async function stepCaregiver(
  ctx: Context,
  id: string,
  step: { action: Action; reason: string },
): Promise<Caregiver> {
  const row = await db.findCaregiver(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const status = await advance(ctx, {
    table: caregiverLifecycle,
    subject: {
      kind: 'caregiver',
      id,
      areaCode: row.area_code,
      organisationId: row.provider_id,
      assigneeId: row.account_id,
    },
    status: row.status as CaregiverStatus,
    action: step.action,
    note: step.reason,
  });
  if (status === 'active' && step.action === 'resume' && row.verified_on === null) {
    throw new DomainError('workforce.identity-unverified');
  }
  const set: Partial<db.CaregiverRow> = { status, ...changes(ctx.today, step) };
  await db.updateCaregiver(ctx, id, set);
  await record(ctx, {
    action: `workforce.${step.action}`,
    subject: { kind: 'caregiver', id },
    areaCode: row.area_code,
    note: step.reason,
    before: { status: row.status },
    after: { status },
  });
  return db.toCaregiver({ ...row, ...set });
}

function changes(today: string, step: { action: Action; reason: string }): Partial<db.CaregiverRow> {
  if (step.action === 'verify') return { verified_on: today };
  if (step.action === 'blacklist') return { negative_since: today, negative_reason: step.reason };
  if (step.action === 'clear') return { negative_since: null, negative_reason: null };
  return step.action === 'leave' ? { left_on: today } : {};
}
