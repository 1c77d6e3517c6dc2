import { RECOGNISED_CLASS, RELIEF_KIND_LABELS, recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { addMonths } from '#shared/dates.ts';
import * as db from '../db/applications.ts';
import { onBothSides, procedureOf, subjectOf } from './load.ts';

type Change = { action: 'lapse' | 'cease' | 'reopen'; note: string };

async function bySystem(inner: Context, row: db.RecognitionRow, { action, note }: Change) {
  const subject = subjectOf(row, row.responsible_area);
  const { status } = row;
  const next = await advance(inner, { table: recognitionLifecycle, subject, status, action, note, asSystem: true });
  const { elder_id: elderId, responsible_area: areaCode } = row;
  await record(inner, { action: `relief.${action}-recognition`, subject, elderId, areaCode, note });
  return next;
}

type Ceased = { note: string } & Partial<Pick<db.RecognitionRow, 'correction_id' | 'fact'>>;

/** Another recognition, a re-check or a death ends one that stands. */
export async function ceaseRecognition(inner: Context, row: db.RecognitionRow, { note, ...entered }: Ceased) {
  const status = await bySystem(inner, row, { action: 'cease', note });
  await db.setApplication(inner, row.application_id, { status, outcome: note, review_on: null, ...entered });
}

/** The person has died or left the city: what is under way is not decided any more, what stands ends. */
export async function endRecognition(inner: Context, row: db.RecognitionRow, reason: string): Promise<void> {
  if (row.status === 'approved') return ceaseRecognition(inner, row, { note: reason });
  if (!['applied', 'surveyed', 'posted', 'submitted'].includes(row.status)) return;
  const status = await bySystem(inner, row, { action: 'lapse', note: reason });
  await db.setApplication(inner, row.application_id, { status, outcome: reason });
}

export async function reopenRecognition(inner: Context, row: db.RecognitionRow, reason: string): Promise<void> {
  if (row.status !== 'closed' || row.outcome !== reason) return;
  const status = await bySystem(inner, row, { action: 'reopen', note: '登记有误，已更正' });
  const { reviewMonths } = await procedureOf(inner, row);
  await db.setApplication(inner, row.application_id, {
    ...{ status, outcome: null, review_on: addMonths(inner.today, reviewMonths) },
  });
}

type Rechecked = { elderId: string; kept: boolean; note: string; correctionId: string | null };

/** A re-check moves the next one on, or ends what stands by it: the correction it proposed is this application's. */
export function settleByRecheck(ctx: Context, { elderId, kept, note, correctionId }: Rechecked): Promise<void> {
  return onBothSides(ctx, async inner => {
    for (const row of await db.listOfElder(inner, elderId)) {
      if (db.isTemporaryRow(row) || row.status !== 'approved') continue;
      if (kept) {
        const { reviewMonths } = await procedureOf(inner, row);
        await db.setApplication(inner, row.application_id, { review_on: addMonths(inner.today, reviewMonths) });
        continue;
      }
      const fact = correctionId ? 'proposed' : 'applied';
      await ceaseRecognition(inner, row, { note: `复核：${note}`, correction_id: correctionId, fact });
      const { responsible_area: areaCode, application_id: applicationId } = row;
      await publish(inner, { name: 'relief.stepped', elderId, areaCode, applicationId, step: 'ended' });
    }
  });
}

/** Reaction to correction.decided: whether the file says now what was decided. */
export const followFact = (ctx: Context, event: { correctionId: string; applied: boolean }): Promise<void> =>
  onBothSides(ctx, async inner => {
    const row = await db.findByCorrection(inner, event.correctionId);
    if (row?.fact !== 'proposed') return;
    await db.setApplication(inner, row.application_id, { fact: event.applied ? 'applied' : 'refused' });
    if (event.applied) return closeDuties(inner, row.application_id);
    await openDuty(inner, subjectOf(row, row.responsible_area), {
      ...{ forRole: 'district', kindLabel: RELIEF_KIND_LABELS[row.kind], actionLabel: '去处理', withinWorkingDays: 5 },
      title: `${row.elder_name}的档案没有改${row.status === 'approved' ? `成${RECOGNISED_CLASS[row.kind]}` : ''}`,
      reason: `救助申请 ${row.number} 提出的更正没有通过`,
      path: `/desk/relief/recognitions/${row.application_id}`,
    });
  });
