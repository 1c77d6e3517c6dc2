import type { CreditBatch, CreditField } from '#contracts/credit-records.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { Mapping } from '#platform/tables/headings.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { findSubjects } from './find-subjects.ts';
import { type ReadCredit, readCredit } from './read-row.ts';
import { reachOf, type Subject } from './rules.ts';

export const batchOf = (row: db.BatchRow): CreditBatch => ({
  ...{ id: row.batch_id, origin: row.origin, sequence: row.sequence, department: row.department },
  ...{ fileName: row.file_name, rows: row.rows, taken: row.taken, refused: row.refused, refusals: row.refusals },
  ...{ by: row.brought_by, at: row.brought_at },
});

export type Brought = { id: string; department: string; name: string; sm3: string; sequence: number | null };
export type Sent = { rows: readonly Row[]; mapping: Mapping<CreditField> };
type Refusal = db.BatchRow['refusals'][number];

/**
 * One batch: each row stands or falls alone with its own sentence, all that is taken is one transaction. A number of the same
 * department that came before, in this batch or any former, is refused. Undefined: the batch itself was taken before.
 */
export async function writeBatch(ctx: Context, of: Brought, sent: Sent): Promise<CreditBatch | undefined> {
  const batch: db.BatchRow = {
    ...{ batch_id: of.id, area_code: ctx.actor.areaCode, origin: of.sequence === null ? 'file' : 'feed' },
    ...{ sequence: of.sequence, department: of.department, file_name: of.name, file_sm3: of.sm3 },
    ...{ rows: sent.rows.length, taken: 0, refused: sent.rows.length, refusals: [] },
    ...{ brought_by: ctx.actor.name, brought_at: ctx.now },
  };
  if (!(await db.insertBatch(ctx, batch))) return undefined;
  const read = sent.rows.map(row => ({ row: row.number, ...readCredit(row, sent.mapping, ctx.today) }));
  const good = read.flatMap(one => (typeof one.read === 'string' ? [] : [one.read]));
  const subjectOf = await findSubjects(ctx, good);
  const seen = new Map<string, number>();
  const refusals: Refusal[] = [];
  for (const { row, number, read: given } of read) {
    const because =
      typeof given === 'string' ? given : await takeRow(ctx, { batch, given, subject: subjectOf(given), seen });
    if (because) refusals.push({ row, number, because });
    else seen.set(number, row);
  }
  const done = { ...batch, taken: batch.rows - refusals.length, refused: refusals.length, refusals };
  await db.setCounts(ctx, done);
  await record(ctx, {
    ...{ action: 'credit-records.bring', subject: { kind: 'credit-batch', id: of.id }, areaCode: batch.area_code },
    ...{ note: of.department, after: { rows: done.rows, taken: done.taken, refused: done.refused } },
  });
  return batchOf(done);
}

type Given = { batch: db.BatchRow; given: ReadCredit; subject: Subject | string; seen: Map<string, number> };

/** Why the row is not taken; undefined when it is. */
async function takeRow(ctx: Context, { batch, given, subject, seen }: Given): Promise<string | undefined> {
  const { number, scope } = given;
  const before = seen.get(number);
  if (before) return `来源编号“${number}”和第${before}行相同，只收一次`;
  if (typeof subject === 'string') return subject;
  if (scope === 'city' && areaLevel(ctx.actor.areaCode) !== 'city') return '共享范围是仅市级，请由市里接收';
  const { areaCode, organisationId } = reachOf(scope, subject);
  const isNew = await db.insertRecord(ctx, {
    ...{ record_id: newId(), batch_id: batch.batch_id, department: batch.department, source_number: number },
    ...{ kind: given.kind, subject_kind: given.subjectKind, subject_id: subject.id, subject_name: subject.name },
    ...{ content: given.content, happened_on: given.happenedOn, collected_at: ctx.now, scope },
    ...{ area_code: areaCode, organisation_id: organisationId },
  });
  return isNew ? undefined : `${batch.department}的来源编号“${number}”以前收过，不重复收`;
}
