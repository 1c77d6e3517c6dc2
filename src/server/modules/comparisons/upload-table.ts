import { rm } from 'node:fs/promises';
import {
  COMPARED_FIELD_LABELS,
  COMPARISON_KIND_LABELS,
  type ComparedField,
  type ComparisonKind,
  FIELDS_OF,
  isFullKind,
} from '#contracts/comparison-kinds.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { startRun } from '#platform/runs/runs.ts';
import { seal } from '#platform/secrets/seal.ts';
import { mapHeadings, plainHeading } from '#platform/tables/headings.ts';
import { withTable } from '#platform/tables/kept-table.ts';
import { chooseSheet, sheetNotes } from '#platform/tables/peek-table.ts';
import { CompareJob } from './compare-job.ts';
import * as db from './db/batches.ts';
import { COMPARED_WORDS } from './headings.ts';

export type Brought = { kind: ComparisonKind; sender: string; asOf: string; sequence?: number };
/** Reads the headings of a received table and proposes what each column is. Undefined: this batch of a feed is known. */
export async function keepTable(ctx: Context, upload: Upload, of: Brought): Promise<string | undefined> {
  if (of.asOf > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { asOf: '数据日期在今天之后，请核对' });
  const { accountId, postId, name, role, areaCode } = ctx.actor;
  const remembered = await db.listHeadings(ctx, { areaCode, sender: of.sender });
  const { says, peeked, notes } = await readTop(upload, remembered);
  const made = await db.insertBatch(ctx, {
    ...{ batch_id: upload.id, area_code: areaCode, kind: of.kind, sender: of.sender, as_of: of.asOf },
    ...{ origin: of.sequence === undefined ? 'file' : 'feed', sequence: of.sequence ?? null },
    ...{ file_name: upload.name, file_bytes: upload.bytes, file_sm3: upload.sm3, file_says: says },
    sealed: seal(ctx.keys, { table: 'comparison_batches', elderId: upload.id }, { secret: upload.secret }),
    ...{ sheet: peeked.sheet, heading_row: peeked.headingRow, headings: peeked.headings, notes, status: 'uploaded' },
    mapping: mapHeadings(COMPARED_WORDS, peeked.headings, remembered),
    ...{ started_by: accountId, started_by_post: postId, started_by_name: name, started_by_role: role },
    uploaded_at: ctx.now,
  });
  if (!made) return undefined;
  const after = { kind: of.kind, fileName: upload.name, bytes: upload.bytes, sm3: upload.sm3 };
  const subject = { kind: 'comparison', id: upload.id };
  await record(ctx, { action: 'comparisons.upload', subject, areaCode, note: of.sender, after });
  return upload.id;
}

/** A table from the desk. */
export async function uploadTable(ctx: Context, upload: Upload | undefined, of: Brought): Promise<{ id: string }> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  await keepTable(ctx, upload, of);
  return { id: upload.id };
}

const readTop = ({ id, secret }: Upload, remembered: ReadonlyMap<string, ComparedField | null>) =>
  withTable({ id, secret, code: 'comparisons.file' }, async table => {
    const peeked = await chooseSheet(table, { known: COMPARED_WORDS, remembered });
    return { says: table.says, peeked, notes: [...sheetNotes(table, peeked.sheet), ...peeked.notes] };
  });

export type Chosen = { mapping: readonly (ComparedField | null)[]; full?: boolean | undefined };

/** Fixes the columns, remembers them for the sender, and leaves the comparison to the background. */
export async function startComparison(ctx: Context, id: string, { mapping, full = false }: Chosen): Promise<void> {
  const row = await lockBatch(ctx, id);
  if (row.status !== 'uploaded' && row.status !== 'failed')
    throw new DomainError('platform.wrong-state', '这一批正在比对、已比对完或已作废；要再比请重新上传');
  const chosen = row.headings.map((_, i) => mapping[i] ?? null);
  refuseMapping(row.kind, chosen);
  if (full && !isFullKind(row.kind))
    throw new DomainError('platform.invalid-input', undefined, {
      full: `${COMPARISON_KIND_LABELS[row.kind]}的表不能当全量名单比`,
    });
  const kept = new Map(row.headings.map((heading, i) => [plainHeading(heading), chosen[i] ?? null]));
  await db.keepHeadings(ctx, { areaCode: row.area_code, sender: row.sender }, kept);
  const payload = { batchId: id, areaCode: row.area_code };
  const about = { title: `比对“${row.file_name}”`, path: `/desk/comparisons/${id}`, areaCode: row.area_code };
  const runId = await startRun(ctx, CompareJob, { payload, about });
  await db.updateBatch(ctx, id, { mapping: chosen, full_list: full, status: 'comparing', run_id: runId, error: null });
  await record(ctx, { action: 'comparisons.run', subject: { kind: 'comparison', id }, areaCode: row.area_code });
}

function refuseMapping(kind: ComparisonKind, mapping: readonly (ComparedField | null)[]): void {
  const chosen = mapping.filter(field => field !== null);
  const say = (sentence: string) => new DomainError('comparisons.mapping', sentence, { mapping: sentence });
  const twice = chosen.find((field, i) => chosen.indexOf(field) !== i);
  if (twice) throw say(`“${COMPARED_FIELD_LABELS[twice]}”选了两列，请只留一列`);
  const named = chosen.includes('name') && chosen.includes('bornOn');
  if (!chosen.includes('identityNumber') && !named) throw say('请选身份证号列；没有号码的，选姓名和出生日期两列');
  const wanted: readonly ComparedField[] = FIELDS_OF[kind];
  if (!wanted.some(field => chosen.includes(field)))
    throw say(`还没有选要比的列：${wanted.map(field => COMPARED_FIELD_LABELS[field]).join('、')}`);
}

export async function lockBatch(ctx: Context, id: string): Promise<db.BatchRow> {
  const row = await db.findBatch(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这一批，或不在您的辖区');
  return row;
}

export async function discardTable(ctx: Context, id: string): Promise<void> {
  const row = await lockBatch(ctx, id);
  if (row.status !== 'uploaded' && row.status !== 'failed')
    throw new DomainError('platform.wrong-state', '正在比对或已经比对的，不能作废');
  await db.updateBatch(ctx, id, { status: 'discarded' });
  await record(ctx, { action: 'comparisons.discard', subject: { kind: 'comparison', id }, areaCode: row.area_code });
  await rm(workFile(id), { force: true });
}
