import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { NextAction } from '#contracts/nouns.ts';
import type { Draft } from '#contracts/rehearsals/draft.ts';
import { rehearsalLifecycle } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal, RehearsalResult, RehearsalRow } from '#contracts/rehearsals/result.ts';
import { areaName } from '#modules/areas/index.ts';
import { countChangedSince, lawMark } from '#modules/benefits/rehearse/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaRange } from '#shared/area-codes.ts';
import * as db from './db/drafts.ts';
import { listAllPlaces } from './db/places.ts';
import { readRows } from './db/read-result.ts';
import { changeLines } from './rules/change-lines.ts';
import { composeResult } from './rules/compose-result.ts';

export async function getRehearsal(ctx: Context, id: string, lock = false): Promise<db.RehearsalRecord> {
  const row = await db.findRehearsal(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份草案，或不在您的辖区');
  return row;
}

export const rowOf = (row: db.ListedRehearsal): RehearsalRow => ({
  id: row.rehearsal_id,
  kind: row.kind,
  name: row.name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  status: row.status,
  resultStatus: row.result_status,
  startsMonth: row.starts_month,
  months: row.months,
  changedPeople: row.result_status === 'done' ? row.changed_people : null,
  differenceFen: row.result_status === 'done' ? (row.difference_fen ?? 0) : null,
  madeBy: row.made_by_name,
  madeAt: row.made_at,
  dueOn: row.due_on,
});

export const draftOf = (row: db.RehearsalRecord): Draft => ({
  kind: row.kind,
  name: row.name,
  purpose: row.purpose,
  basis: row.basis,
  startsMonth: row.starts_month,
  months: row.months,
  reassessed: row.reassessed,
  changes: row.changes,
});

/** One draft whole: what it changes, what came out, whether that still holds, and who may do what next. */
export async function readRehearsal(ctx: Context, id: string): Promise<Rehearsal> {
  const row = await db.findListed(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份草案，或不在您的辖区');
  const draft = draftOf(row);
  return {
    ...rowOf(row),
    draft,
    changeLines: changeLines(draft),
    runId: row.run_id,
    result: row.result_status === 'done' ? await resultOf(ctx, row) : null,
    submittedBy: row.submitted_by_name,
    signedBy: row.signed_by_name,
    signedAt: row.signed_at,
    decision: row.decision,
    ...editable(ctx, row),
    steps: await readSteps(ctx, id),
    nextActions: actionsOf(ctx, row),
  };
}

const MAKERS: readonly string[] = ['district', 'city'];

function editable(ctx: Context, row: db.RehearsalRecord): { mayEdit: boolean; lockedBecause: string | null } {
  const isOpen = row.status === 'drafting' || row.status === 'rehearsed';
  const because = !MAKERS.includes(ctx.actor.role)
    ? '草案由区、市民政修改和预演'
    : row.result_status === 'running'
      ? '正在预演，办完或停止以后才能改'
      : isOpen
        ? null
        : `草案${rehearsalLifecycle.labels[row.status]}，不能再改`;
  return { mayEdit: because === null, lockedBecause: because };
}

export const isOwn = (ctx: Context, row: db.RehearsalRecord): boolean =>
  [row.made_by, row.submitted_by].includes(ctx.actor.accountId);

export const SAME_PERSON = '起草或提交的人不能自己签批，请由另一位同事办';

function actionsOf(ctx: Context, row: db.RehearsalRecord): NextAction[] {
  return nextActions(rehearsalLifecycle, row.status, ctx.actor.role)
    .filter(action => action.action !== 'edit')
    .map(action =>
      action.action === 'sign' && action.allowed && isOwn(ctx, row)
        ? { ...action, allowed: false, disabledBecause: SAME_PERSON }
        : action,
    );
}

async function resultOf(ctx: Context, row: db.RehearsalRecord): Promise<RehearsalResult> {
  const composed = composeResult({
    ...{ draft: draftOf(row), rows: await readRows(ctx, row.rehearsal_id) },
    ...{ people: row.people, problems: row.problems, changedPeople: row.changed_people },
    places: row.kind === 'beds' ? await listAllPlaces(ctx, row.rehearsal_id) : [],
  });
  return {
    ...composed,
    ranAt: row.ran_at ?? row.made_at,
    lawMark: row.law_mark ?? '',
    registerMark: registerMarkOf(row),
    resultMark: row.result_mark ?? '',
    stale: row.status === 'signed' ? [] : await staleOf(ctx, row),
  };
}

export const registerMarkOf = (row: { people: number; mark_high: number; mark_low: number }): string =>
  `${row.people}-${row.mark_high.toString(16).padStart(8, '0')}${row.mark_low.toString(16).padStart(8, '0')}`;

export const hasOtherLaw = (row: db.RehearsalRecord): boolean => row.kind !== 'beds' && row.law_mark !== lawMark();

/** What has moved since the run, each a sentence. */
export async function staleOf(ctx: Context, row: db.RehearsalRecord): Promise<string[]> {
  const said: string[] = [];
  if (hasOtherLaw(row)) said.push('预演以后现行规定改过，结果不能再用，请重新预演。');
  const range = areaRange(row.area_code);
  const changed = await countChangedSince(ctx, { ...range, mark: row.through_xid ?? 0 });
  if (changed === null) said.push('数据库恢复过，不知道预演以后名册变了多少，请重新预演。');
  else if (changed > 0)
    said.push(`预演以后有${changed.toLocaleString('en-US')}位老年人的情况变过，重新预演会略有出入。`);
  return said;
}
