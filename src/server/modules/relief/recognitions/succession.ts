import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { RECOGNISED_CLASS, RELIEF_KIND_LABELS, recognitionLifecycle } from '#contracts/relief-lifecycle.ts';
import type { nameSuccessor as endpoint } from '#contracts/relief-recognitions.ts';
import { getElder } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, type Duty, openDuty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from '../db/applications.ts';
import { listGrants } from '../db/grants.ts';
import { listMembers, type MemberRow } from '../db/members.ts';
import { carryMeans } from '../means/carry-means.ts';
import { findElder } from '../means/db.ts';
import { responsibleArea } from '../rules.ts';
import { refuseTwice } from './apply.ts';
import { evaluateNow, getRecognition, onBothSides, procedureOf, sealEvaluation, subjectOf } from './load.ts';
import { leaveMembers } from './members.ts';
import { monthsOn } from './months.ts';
import { whyNotYes } from './rules.ts';
import { keep, needResponsible } from './survey.ts';

/** Ours (designDefault): no document names a time. */
const WORKING_DAYS = 10;
/** By person, not by household: there is nothing to go on. */
const OF_ONE = 'destituteSupport';

/** Elders of the household who live and are still recognised by their files: one of them may go on receiving. */
export async function successorsOf(inner: Context, row: db.RecognitionRow): Promise<MemberRow[]> {
  if (row.kind === OF_ONE) return [];
  const found: MemberRow[] = [];
  for (const member of await listMembers(inner, row.application_id)) {
    const elder = await findElder(inner, member.elder_id);
    const lives = elder && !elder.died_on && !elder.hukou_left_on;
    const counts = elder?.economic_class === RECOGNISED_CLASS[row.kind] || member.fact === 'proposed';
    if (lives && counts) found.push(member);
  }
  return found;
}

/** The same as far as the caller reaches: who lives elsewhere is named by the application, and looked at when proposed. */
export async function candidatesOf(ctx: Context, row: db.RecognitionRow): Promise<MemberRow[]> {
  const members = await listMembers(ctx, row.application_id);
  const found: MemberRow[] = [];
  for (const member of members) {
    const elder = await findElder(ctx, member.elder_id);
    if (!elder?.died_on && !elder?.hukou_left_on) found.push(member);
  }
  return found;
}

/** The applicant is gone and others are left: the street names one, nobody loses the status before that. */
export function askForSuccessor(inner: Context, row: db.RecognitionRow, reason: string): Promise<void> {
  const label = RELIEF_KIND_LABELS[row.kind];
  return openDuty(inner, subjectOf(row, row.responsible_area), {
    ...{ forRole: 'street', kindLabel: label, actionLabel: '去定', withinWorkingDays: WORKING_DAYS },
    ...{ title: `定由谁接着领${row.elder_name}家的${label}`, reason: `${row.number}，${reason}` },
    path: `/desk/relief/recognitions/${row.application_id}`,
  });
}

async function getOpen(ctx: Context, id: string): Promise<db.RecognitionRow> {
  const row = await getRecognition(ctx, id, true);
  needResponsible(row);
  if (ctx.actor.role !== 'street') throw new DomainError('platform.wrong-state', '由户籍所在的街道提出');
  if (row.succession !== 'open') throw new DomainError('platform.wrong-state', '这件认定没有在等定由谁接着领');
  return row;
}

/**
 * Another of the household goes on receiving: an application of its own with the household's means as they are on file
 * without who is gone, sent up and decided as any other, by another person. 评议 and 公示 are not repeated (自定).
 */
export async function nameSuccessor(ctx: Context, id: string, body: z.output<typeof endpoint.body>) {
  const row = await getOpen(ctx, id);
  const made = newId();
  const number = recordNumber('JZ', { id: made, on: ctx.today });
  await onBothSides(ctx, async inner => {
    const chosen = (await successorsOf(inner, row)).find(each => each.elder_id === body.elderId);
    const elder = chosen && (await getElder(inner, chosen.elder_id));
    if (!chosen || !elder)
      throw new DomainError('platform.invalid-input', undefined, { elderId: '请选这一家还在的成员' });
    await refuseTwice(inner, chosen.elder_id, row.kind);
    ctx.saw(chosen.elder_id);
    await carryMeans(inner, { from: row, to: { elderId: chosen.elder_id, name: chosen.name }, ...body });
    const responsible_area = responsibleArea(elder);
    const fresh = { ...row, elder_id: chosen.elder_id, application_id: made, number, responsible_area };
    await db.insertApplication(inner, {
      ...{ application_id: made, elder_id: chosen.elder_id, kind: row.kind, number, status: 'applied' },
      ...{ responsible_area, applied_area: elder.areaCode, elder_name: elder.name },
      ...{ warning_id: null, economic_class: elder.economicClass, severely_disabled: false, spent_fen: null },
      ...{ reason: body.note, applicant: 'self', applied_by: ctx.actor.name, applied_at: ctx.now },
    });
    const status = await makeIt(inner, fresh, row);
    const sealed = sealEvaluation(inner, fresh, await evaluateNow(inner, fresh));
    await db.setApplication(inner, made, { status, sealed, continues_id: row.application_id });
    await closeDuties(inner, row.application_id);
    await db.setApplication(inner, row.application_id, { succession: 'proposed' });
  });
  await keep(ctx, row, { action: 'relief.name-successor', note: body.note, after: { id: made, number } });
  return { id: made, number };
}

/** Taken in and surveyed at once: what was found of the household stands. */
async function makeIt(inner: Context, fresh: db.RecognitionRow, former: db.RecognitionRow) {
  const table = recognitionLifecycle;
  const subject = subjectOf(fresh, fresh.responsible_area);
  const label = RELIEF_KIND_LABELS[fresh.kind];
  const taken = `接着领${former.elder_name}（${former.number}）的${label}`;
  const status = await advance(inner, { table, subject, status: null, action: 'apply', note: taken });
  const { submitWorkingDays } = await procedureOf(inner, fresh);
  const evaluation = await evaluateNow(inner, fresh);
  const duty: Duty = {
    ...{ forRole: 'street', kindLabel: label, actionLabel: '去报送', withinWorkingDays: submitWorkingDays },
    ...{
      title: `报送由谁接着领${former.elder_name}家的${label}`,
      reason: whyNotYes(evaluation) ?? '按现在的人口核算符合',
    },
    path: `/desk/relief/recognitions/${fresh.application_id}`,
  };
  return advance(inner, { table, subject, status, action: 'survey', note: '沿用原来的核对和调查', duty });
}

/** Nobody of the household goes on: the status of who is left ends too. */
export async function leaveSuccession(ctx: Context, id: string, note: string) {
  const row = await getOpen(ctx, id);
  await onBothSides(ctx, inner => closeHousehold(inner, row, note));
  await keep(ctx, row, { action: 'relief.no-successor', note });
  return { id };
}

async function closeHousehold(inner: Context, row: db.RecognitionRow, note: string): Promise<void> {
  await leaveMembers(inner, row, { to: 'none', why: `${RELIEF_KIND_LABELS[row.kind]}不再接着领：${note}` });
  await closeDuties(inner, row.application_id);
  await db.setApplication(inner, row.application_id, { succession: 'none' });
}

/** What became of the application that goes on another: decided, or taken back. */
export async function settleSuccession(
  inner: Context,
  row: db.RecognitionRow,
  of: { how: 'approved' | 'refused' | 'withdrawn'; note: string },
): Promise<void> {
  if (!row.continues_id) return;
  const former = await getRecognition(inner, row.continues_id);
  if (of.how === 'approved') return db.setApplication(inner, former.application_id, { succession: 'done' });
  if (of.how === 'refused') return closeHousehold(inner, former, `没有批准由${row.elder_name}接着领：${of.note}`);
  if ((await successorsOf(inner, former)).length === 0) return closeHousehold(inner, former, of.note);
  await db.setApplication(inner, former.application_id, { succession: 'open' });
  return askForSuccessor(inner, former, `${row.elder_name}接着领的申请撤回：${of.note}`);
}

/** The first month that the former recognition does not pay any more: from there on the household is paid on, without a gap. */
export async function continuedFrom(inner: Context, row: db.RecognitionRow): Promise<string | null> {
  if (!row.continues_id) return null;
  const last = (await listGrants(inner, row.continues_id))
    .map(each => each.to_month ?? '')
    .toSorted()
    .at(-1);
  return last ? monthsOn(last, 1) : null;
}

/** The end was a mistake: who was to receive instead does not, the household is the former one again. */
export async function undoSuccession(
  inner: Context,
  row: db.RecognitionRow,
  end: (other: db.RecognitionRow, note: string) => Promise<void>,
): Promise<void> {
  if (!row.succession) return;
  const note = `${row.elder_name}的登记已更正，由${row.elder_name}接着领（${row.number}）`;
  for (const other of await db.listContinuing(inner, row.application_id)) await end(other, note);
  await closeDuties(inner, row.application_id);
  await db.setApplication(inner, row.application_id, { succession: null });
  const { elder_id: elderId, responsible_area: areaCode } = row;
  await record(inner, { action: 'relief.undo-successor', subject: subjectOf(row, areaCode), elderId, areaCode, note });
}
