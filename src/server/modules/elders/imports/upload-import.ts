import type { ImportField } from '#contracts/elders/imports.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { encryptedFile, newFileSecret } from '#platform/tables/byte-source.ts';
import { openTable } from '#platform/tables/open-table.ts';
import { type Row, type TableFile, TableFileError } from '#platform/tables/table-file.ts';
import * as db from '../db/imports.ts';
import { type FoundHeadings, findHeadings, HEADING_SEARCH, mapHeadings } from './headings.ts';
import { sealImport } from './import-secret.ts';
import { isBlank } from './read-row.ts';

/** Reads headings and first rows of a received file and proposes what each column is. Nothing of a person is written. */
export async function uploadImport(ctx: Context, upload: Upload | undefined, sender?: string): Promise<{ id: string }> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  const from = sender || areaName(ctx.actor.areaCode);
  const remembered = (await db.listHeadings(ctx, { areaCode: ctx.actor.areaCode, sender: from })) as Map<
    string,
    ImportField | null
  >;
  const { table, peeked } = await readTop(upload, remembered);
  await db.insertImport(ctx, {
    import_id: upload.id,
    area_code: ctx.actor.areaCode,
    sender: from,
    file_name: upload.name,
    file_bytes: upload.bytes,
    file_sm3: upload.sm3,
    file_says: table.says,
    sealed: sealImport(ctx.keys, upload.id, {
      secret: upload.secret,
      errorSecret: newFileSecret(),
      sample: peeked.sample,
    }),
    sheets: [...table.sheets],
    sheet: peeked.sheet,
    heading_row: peeked.headingRow,
    headings: peeked.headings,
    mapping: mapHeadings(peeked.headings, remembered),
    notes: [...sheetNotes(table, peeked.sheet), ...peeked.notes],
    status: 'uploaded',
    started_by: ctx.actor.accountId,
    started_by_post: ctx.actor.postId,
    started_by_name: ctx.actor.name,
    started_by_role: ctx.actor.role,
    uploaded_at: ctx.now,
  });
  const subject = { kind: 'elder-import', id: upload.id };
  const after = { fileName: upload.name, bytes: upload.bytes, sm3: upload.sm3 };
  await record(ctx, { action: 'elders.upload-import', subject, areaCode: ctx.actor.areaCode, after });
  return { id: upload.id };
}

type Remembered = ReadonlyMap<string, ImportField | null>;

async function readTop(upload: Upload, remembered: Remembered) {
  const source = await encryptedFile(workFile(upload.id), upload.secret);
  try {
    const table = await openTable(source);
    return { table, peeked: await chooseSheet(table, remembered) };
  } catch (error) {
    throw fileFault(error);
  } finally {
    await source.close();
  }
}

/** A fault of the file becomes the sentence its sender reads; anything else is ours. */
export const fileFault = (error: unknown): unknown =>
  error instanceof TableFileError ? new DomainError('imports.file', error.message) : error;

export type Peeked = FoundHeadings & { sheet: number; sample: string[][] };

/** The first visible sheet whose headings are known, else the first visible one with anything in it. */
async function chooseSheet(table: TableFile, remembered: Remembered): Promise<Peeked> {
  let filled: Peeked | undefined;
  for (const [sheet, { hidden }] of table.sheets.entries()) {
    if (hidden) continue;
    const peeked = await peekSheet(table, sheet, remembered);
    if (!peeked) continue;
    if (mapHeadings(peeked.headings, remembered).some(field => field !== null)) return peeked;
    filled ??= peeked;
  }
  if (filled) return filled;
  const hidden = table.sheets.some(one => one.hidden);
  throw new TableFileError(
    hidden ? '看得见的表里没有内容；隐藏的表不读，请在 Excel 里取消隐藏后再传' : '表里没有内容，请检查后再传',
  );
}

const SAMPLE_ROWS = 5;

/** Headings and first rows of one sheet; undefined when it is empty. */
export async function peekSheet(table: TableFile, sheet: number, remembered: Remembered): Promise<Peeked | undefined> {
  const top: Row[] = [];
  for await (const rows of table.rows(sheet)) {
    top.push(...rows.filter(row => !isBlank(row)).slice(0, HEADING_SEARCH + SAMPLE_ROWS + 2));
    if (top.length >= HEADING_SEARCH + SAMPLE_ROWS + 2) break;
  }
  if (top.length === 0) return undefined;
  const found = findHeadings(top, heading => remembered.get(heading) !== undefined && remembered.get(heading) !== null);
  const data = top.filter(row => row.number > found.headingRow).slice(0, SAMPLE_ROWS);
  const width = Math.max(found.headings.length, ...data.map(row => row.cells.length));
  const headings = Array.from({ length: Math.min(width, 500) }, (_, i) => found.headings[i] || `第 ${i + 1} 列`);
  return { ...found, headings, sheet, sample: data.map(row => headings.map((_, i) => row.cells[i]?.text ?? '')) };
}

export function sheetNotes(table: Pick<TableFile, 'sheets'>, sheet: number): string[] {
  const notes: string[] = [];
  const visible = table.sheets.filter(one => !one.hidden);
  const hidden = table.sheets.filter(one => one.hidden);
  if (visible.length > 1) notes.push(`工作簿有 ${visible.length} 张表，读的是“${table.sheets[sheet]?.name}”`);
  if (hidden.length > 0) notes.push(`隐藏的表没有读：${hidden.map(one => one.name).join('、')}`);
  return notes;
}
