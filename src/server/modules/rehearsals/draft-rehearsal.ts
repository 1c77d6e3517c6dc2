import { DomainError } from '#contracts/errors.ts';
import type { Draft, DraftField } from '#contracts/rehearsals/draft.ts';
import { rehearsalLifecycle } from '#contracts/rehearsals/lifecycle.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { checkChanges, draftFields } from '#modules/benefits/rehearse/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { addMonths, monthOf, monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/drafts.ts';
import { clearResult } from './db/store-result.ts';
import { getRehearsal, readRehearsal } from './read-rehearsal.ts';
import { bedFields } from './rules/assumptions.ts';

/** How far ahead a draft may begin. */
const MONTHS_AHEAD = 36;

export const subjectOf = (row: { rehearsal_id: string; area_code: string }) => ({
  kind: 'rehearsal',
  id: row.rehearsal_id,
  areaCode: row.area_code,
});

/** What may be changed, with the values in force on the first day of a month. */
export function readForm(ctx: Context, asked: string | undefined) {
  const month = asked ?? monthOf(addMonths(`${monthOf(ctx.today)}-01`, 1));
  return { month, fields: draftFields(month), bedFields };
}

export async function makeRehearsal(ctx: Context, draft: Draft): Promise<Rehearsal> {
  check(ctx, draft);
  const id = newId();
  await db.insertRehearsal(ctx, id, draft);
  const subject = subjectOf({ rehearsal_id: id, area_code: ctx.actor.areaCode });
  await advance(ctx, { table: rehearsalLifecycle, subject, status: null, action: 'make', note: draft.name });
  const note = `${draft.name}，从${monthWords(draft.startsMonth)}起`;
  await record(ctx, { action: 'rehearsals.make', subject, areaCode: ctx.actor.areaCode, note });
  return readRehearsal(ctx, id);
}

/** New words and values; a result computed on the former ones goes. */
export async function editRehearsal(ctx: Context, id: string, draft: Draft): Promise<Rehearsal> {
  const row = await getRehearsal(ctx, id, true);
  if (row.result_status === 'running') throw new DomainError('rehearsals.running');
  if (row.status !== 'drafting' && row.status !== 'rehearsed')
    throw new DomainError('platform.wrong-state', `草案现在是“${rehearsalLifecycle.labels[row.status]}”，不能再改`);
  if (draft.kind !== row.kind) throw new DomainError('platform.wrong-state', '草案的种类定了就不能换，请另起草一份');
  check(ctx, draft);
  const subject = subjectOf(row);
  if (row.status === 'rehearsed') {
    const status = await advance(ctx, { table: rehearsalLifecycle, subject, status: row.status, action: 'edit' });
    await db.setRehearsal(ctx, id, { status });
  }
  await asBatch(ctx, { areaCode: row.area_code, why: '改草案：清掉原来的预演结果' }, inner => clearResult(inner, id));
  await db.updateDraft(ctx, id, draft);
  await record(ctx, {
    ...{ action: 'rehearsals.edit', subject, areaCode: row.area_code, note: draft.name },
    before: { startsMonth: row.starts_month, months: row.months, changes: row.changes },
    after: { startsMonth: draft.startsMonth, months: draft.months, changes: draft.changes },
  });
  return readRehearsal(ctx, id);
}

function check(ctx: Context, draft: Draft): void {
  const last = monthOf(addMonths(`${monthOf(ctx.today)}-01`, MONTHS_AHEAD));
  if (draft.startsMonth < monthOf(ctx.today) || draft.startsMonth > last)
    throw new DomainError('rehearsals.month-out-of-range', undefined, { startsMonth: `请选本月到 ${last} 之间的月份` });
  refuseWrong(draft.kind === 'beds' ? checkBeds(draft) : checkChanges(draft.changes, draft.startsMonth));
}

/** Also for a file on the command line. */
export function refuseWrong(problems: Record<string, string>): void {
  const fields = Object.fromEntries(Object.entries(problems).map(([field, said]) => [`changes.${field}`, said]));
  const [first] = Object.entries(problems);
  if (first) throw new DomainError('rehearsals.wrong-changes', `${first[1]}（${first[0]}）`, fields);
}

function checkBeds({ changes }: Draft): Record<string, string> {
  const fields = new Map(bedFields.map(field => [field.id, field]));
  const wrong = (field: DraftField, value: unknown) =>
    field.kind === 'boolean'
      ? typeof value !== 'boolean' && '请选是或否'
      : !(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= (field.max ?? 0)) &&
        (field.kind === 'fen' ? '金额请填 0 到 10 万元之间的数' : '请填 0 到 100 之间的整数');
  const problems: Record<string, string> = {};
  for (const { field: id, value } of changes.set) {
    const field = fields.get(id);
    const said = field ? wrong(field, value) : '样例里没有这一项';
    if (said) problems[id] = said;
  }
  return problems;
}
