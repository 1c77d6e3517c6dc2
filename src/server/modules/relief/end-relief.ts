import { reliefLifecycle, warningLifecycle } from '#contracts/relief-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties } from '#platform/lifecycle/advance.ts';
import * as applications from './db/applications.ts';
import { askForReviewOf } from './db/members.ts';
import { answerRow, findDrawn } from './db/rechecks.ts';
import * as warnings from './db/warnings.ts';
import { endRecognition, reopenRecognition } from './recognitions/end-recognition.ts';
import { CITY } from './rules.ts';
import { subjectOf, visitDuty } from './signals/visit.ts';
import { keepStep } from './step-warning.ts';

type Gone = { elderId: string; reason: string };

/** Reaction to a death or a move out of the city: what nobody has decided yet ends; what was approved is still to be closed by a person. */
export const endReliefOf = (ctx: Context, of: Gone): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '老人去世或迁出：没办的救助终止' }, async inner => {
    for (const row of await warnings.listOfElder(inner, of.elderId))
      if (row.status === 'warned' || row.status === 'verified') await lapseWarning(inner, row, of.reason);
    for (const row of await applications.listOfElder(inner, of.elderId)) {
      if (!applications.isTemporaryRow(row)) await endRecognition(inner, row, of.reason);
      else if (row.status === 'applied') await lapseApplication(inner, row, of.reason);
    }
    await askForReviewOf(inner, of.elderId);
    const drawn = await findDrawn(inner, of.elderId);
    if (!drawn) return;
    const nothing = { correction_id: null, recovery_id: null, grant_recovery_id: null };
    await answerRow(inner, drawn, { result: 'stopped', note: of.reason, ...nothing });
    await closeDuties(inner, drawn);
  });

async function lapseWarning(ctx: Context, row: warnings.WarningRow, note: string): Promise<void> {
  const subject = subjectOf(row);
  const step = { table: warningLifecycle, subject, status: row.status, action: 'lapse', note, asSystem: true } as const;
  await keepStep(ctx, row, { status: await advance(ctx, step), outcome: note });
  await record(ctx, { action: 'relief.lapse', subject, elderId: row.elder_id, areaCode: row.area_code, note });
}

async function lapseApplication(ctx: Context, row: applications.TemporaryRow, note: string): Promise<void> {
  const { elder_id: elderId, responsible_area: areaCode } = row;
  const subject = { kind: 'relief-application', id: row.application_id, elderId, areaCode };
  const step = { table: reliefLifecycle, subject, status: row.status, action: 'lapse', note, asSystem: true } as const;
  const status = await advance(ctx, step);
  await applications.setApplication(ctx, row.application_id, { status, decision_note: note });
  await record(ctx, { action: 'relief.lapse-application', subject, elderId, areaCode, note });
}

/** Reaction to elder.restored: the warnings that ended by it are to be looked at again; who was recognised is so again, an application is made anew. */
export const reopenReliefOf = (ctx: Context, of: Gone): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '更正登记：困难预警和认定恢复' }, async inner => {
    for (const row of await applications.listOfElder(inner, of.elderId))
      if (!applications.isTemporaryRow(row)) await reopenRecognition(inner, row, of.reason);
    for (const row of await warnings.listOfElder(inner, of.elderId)) {
      if (row.status !== 'closed' || row.outcome !== of.reason) continue;
      const duty = visitDuty(row);
      const subject = subjectOf(row);
      const step = { table: warningLifecycle, subject, status: row.status, action: 'reopen', duty } as const;
      const status = await advance(inner, { ...step, note: '登记有误，已更正', asSystem: true });
      await keepStep(inner, row, { status, outcome: null });
      const { elder_id: elderId, area_code: areaCode } = row;
      await record(inner, { action: 'relief.reopen', subject, elderId, areaCode });
    }
  });
