import { RECOGNISED_CLASS, RELIEF_KIND_LABELS, recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { addMonths } from '#shared/dates.ts';
import * as db from '../db/applications.ts';
import { reopenGrants } from '../db/grants.ts';
import { findMemberByCorrection, listMembers, setMember } from '../db/members.ts';
import { findElder } from '../means/db.ts';
import { type Changed, endGrants, reassess } from './grants.ts';
import { type EnteredClass, getRecognition, onBothSides, procedureOf, subjectOf } from './load.ts';
import { leaveMembers } from './members.ts';
import { askForSuccessor, settleSuccession, successorsOf, undoSuccession } from './succession.ts';

type Change = { action: 'lapse' | 'cease' | 'reopen'; note: string };

async function bySystem(inner: Context, row: db.RecognitionRow, { action, note }: Change) {
  const subject = subjectOf(row, row.responsible_area);
  const { status } = row;
  const next = await advance(inner, { table: recognitionLifecycle, subject, status, action, note, asSystem: true });
  const { elder_id: elderId, responsible_area: areaCode } = row;
  await record(inner, { action: `relief.${action}-recognition`, subject, elderId, areaCode, note });
  return next;
}

type Ceased = {
  note: string;
  /** When it happened; today where left out. */
  on?: string;
  /** The first month that is not owed any more, where that is known. */
  before?: string | null;
  /** What the other elders of the household are by their files from now on. */
  to?: EnteredClass;
  except?: readonly string[];
} & Partial<Pick<db.RecognitionRow, 'correction_id' | 'fact' | 'succession'>>;

/** Another recognition, a re-check or a death ends one that stands, its money and what it entered in the files of the household. */
export async function ceaseRecognition(inner: Context, row: db.RecognitionRow, of: Ceased) {
  const { note, on = inner.today, before = null, to = 'none', except = [], ...entered } = of;
  const status = await bySystem(inner, row, { action: 'cease', note });
  await endGrants(inner, row, { on, before, why: note, procedure: await procedureOf(inner, row) });
  // Nobody loses the status while it is open who goes on receiving.
  if (entered.succession !== 'open')
    await leaveMembers(inner, row, { to, except, why: `${RELIEF_KIND_LABELS[row.kind]}终止：${note}` });
  await db.setApplication(inner, row.application_id, { status, outcome: note, review_on: null, ...entered });
}

/** The person has died or left the city: what is under way is not decided any more, what stands ends, or goes on with another of the household. */
export async function endRecognition(inner: Context, row: db.RecognitionRow, reason: string): Promise<void> {
  if (row.status === 'approved') {
    const elder = await findElder(inner, row.elder_id);
    const on = elder?.died_on ?? elder?.hukou_left_on ?? inner.today;
    const goesOn = (await successorsOf(inner, row)).length > 0;
    await ceaseRecognition(inner, row, { note: reason, on, ...(goesOn && { succession: 'open' as const }) });
    return goesOn ? askForSuccessor(inner, row, reason) : undefined;
  }
  if (!['applied', 'surveyed', 'posted', 'submitted'].includes(row.status)) return;
  await lapse(inner, row, reason);
  await settleSuccession(inner, row, { how: 'withdrawn', note: reason });
}

async function lapse(inner: Context, row: db.RecognitionRow, note: string): Promise<void> {
  const status = await bySystem(inner, row, { action: 'lapse', note });
  await db.setApplication(inner, row.application_id, { status, outcome: note });
}

export async function reopenRecognition(inner: Context, row: db.RecognitionRow, reason: string): Promise<void> {
  if (row.status !== 'closed' || row.outcome !== reason) return;
  const status = await bySystem(inner, row, { action: 'reopen', note: '登记有误，已更正' });
  const { reviewMonths } = await procedureOf(inner, row);
  await db.setApplication(inner, row.application_id, {
    ...{ status, outcome: null, review_on: addMonths(inner.today, reviewMonths) },
  });
  await reopenGrants(inner, row.application_id);
  // Everybody of the household keeps the status: they are of the former one again.
  await undoSuccession(inner, row, (other, note) =>
    other.status === 'approved'
      ? ceaseRecognition(inner, other, { note, to: RECOGNISED_CLASS[other.kind] })
      : lapse(inner, other, note),
  );
}

type Rechecked = {
  elderId: string;
  note: string;
  correctionId: string | null;
  /** Null = kept; else what the household is now. */
  to: EnteredClass | null;
  /** The first month of another amount (kept), or that should not have been paid (ended). */
  since: string | undefined;
};
export type SettledRecheck = { changed: Changed | null; ended: db.RecognitionRow[] };

/** A re-check moves the next one on and works the money out anew, or ends what stands by it: the correction it proposed is this application's. */
export function settleByRecheck(ctx: Context, of: Rechecked): Promise<SettledRecheck> {
  const { elderId, note, correctionId, to, since } = of;
  return onBothSides(ctx, async inner => {
    const settled: SettledRecheck = { changed: null, ended: [] };
    for (const row of await db.listOfElder(inner, elderId)) {
      if (db.isTemporaryRow(row) || row.status !== 'approved') continue;
      if (to === null) {
        settled.changed = await keepRecognition(inner, row, since);
        const of = { elderId, areaCode: row.responsible_area, applicationId: row.application_id };
        if (settled.changed) await publish(inner, { name: 'relief.stepped', ...of, step: 'changed' });
        continue;
      }
      const fact = correctionId ? 'proposed' : 'applied';
      const ceased = { note: `复核：${note}`, before: since ?? null, to, correction_id: correctionId, fact } as const;
      await ceaseRecognition(inner, row, ceased);
      settled.ended.push(row);
      const { responsible_area: areaCode, application_id: applicationId } = row;
      await publish(inner, { name: 'relief.stepped', elderId, areaCode, applicationId, step: 'ended' });
    }
    return settled;
  });
}

async function keepRecognition(inner: Context, row: db.RecognitionRow, since: string | undefined) {
  const procedure = await procedureOf(inner, row);
  const changed = await reassess(inner, row, { procedure, since });
  await db.setApplication(inner, row.application_id, {
    review_on: addMonths(inner.today, procedure.reviewMonths),
    ...(changed && { amount_fen: changed.amountFen }),
  });
  return changed;
}

/** Reaction to correction.decided: whether the file says now what was decided. */
export const followFact = (ctx: Context, event: { correctionId: string; applied: boolean }): Promise<void> =>
  onBothSides(ctx, async inner => {
    const fact = event.applied ? ('applied' as const) : ('refused' as const);
    const member = await findMemberByCorrection(inner, event.correctionId);
    const row = member
      ? await getRecognition(inner, member.application_id)
      : await db.findByCorrection(inner, event.correctionId);
    if (!row || (member ?? row).fact !== 'proposed') return;
    const { application_id: id } = row;
    if (member) await setMember(inner, { id, elderId: member.elder_id }, { ...member, fact });
    else await db.setApplication(inner, id, { fact });
    if (!event.applied) return askAgain(inner, row, member?.name ?? row.elder_name);
    const files = [...(await listMembers(inner, id)), ...(member ? [row] : [])];
    if (files.every(each => each.fact !== 'refused')) await closeDuties(inner, id);
  });

/** The officer of the district sees to a file that was not changed. */
const askAgain = (inner: Context, row: db.RecognitionRow, name: string): Promise<void> =>
  openDuty(inner, subjectOf(row, row.responsible_area), {
    ...{ forRole: 'district', kindLabel: RELIEF_KIND_LABELS[row.kind], actionLabel: '去处理', withinWorkingDays: 5 },
    title: `${name}的档案没有改${row.status === 'approved' ? `成${RECOGNISED_CLASS[row.kind]}` : ''}`,
    reason: `救助申请 ${row.number} 提出的更正没有通过`,
    path: `/desk/relief/recognitions/${row.application_id}`,
  });
