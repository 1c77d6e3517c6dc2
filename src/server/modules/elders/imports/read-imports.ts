import { rm } from 'node:fs/promises';
import type { ElderImport, LookAlike, WrongRow } from '#contracts/elders/imports.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, pageOf, readCursor } from '#platform/http/paging.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { encryptedFile, streamOf } from '#platform/tables/byte-source.ts';
import { TABLE_MEDIA } from '#platform/tables/write-table.ts';
import { maskIdentityNumber } from '#shared/identity-number.ts';
import { maskPhone } from '#shared/phone.ts';
import { countByImport } from '../db/corrections.ts';
import * as db from '../db/imports.ts';
import { openImport, openRow } from './import-secret.ts';

const NOT_FOUND = '没有找到这次导入，或不在您的辖区';

/** The import locked for a step. */
export async function lockImport(ctx: Context, id: string): Promise<db.ImportRow> {
  const row = await db.findImport(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', NOT_FOUND);
  return row;
}

async function getRow(ctx: Context, id: string): Promise<db.ImportRow> {
  const row = await db.findImport(ctx, id);
  if (!row) throw new DomainError('platform.not-found', NOT_FOUND);
  return row;
}

type Counted = { undecided: Map<string, number>; corrections: Awaited<ReturnType<typeof countByImport>> };

async function countsOf(ctx: Context, ids: readonly string[]): Promise<Counted> {
  return { undecided: await db.countUndecided(ctx, ids), corrections: await countByImport(ctx, ids) };
}

function changesOf(ctx: Context, row: db.ImportRow, { corrections }: Counted): ElderImport['changes'] {
  if (!row.changes_status) return null;
  const { proposed = 0, applied = 0, refused = 0 } = corrections.get(row.import_id) ?? {};
  return { status: row.changes_status, proposed, applied, refused, mine: row.started_by === ctx.actor.accountId };
}

const importOf = (ctx: Context, row: db.ImportRow, counted: Counted): ElderImport => ({
  id: row.import_id,
  fileName: row.file_name,
  fileBytes: row.file_bytes,
  fileSays: row.file_says,
  sender: row.sender,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  status: row.status,
  sheets: row.sheets,
  sheet: row.sheet,
  headingRow: row.heading_row,
  headings: row.headings,
  mapping: row.mapping,
  notes: row.notes,
  arriveAs: row.arrive_as,
  counts: row.counts,
  faults: row.faults,
  changedFields: row.changed_fields,
  undecided: counted.undecided.get(row.import_id) ?? 0,
  changes: changesOf(ctx, row, counted),
  runId: row.run_id,
  by: row.started_by_name,
  uploadedAt: row.uploaded_at,
  checkedAt: row.checked_at,
  loadedAt: row.loaded_at,
  error: row.error,
  hasErrorBook: row.has_error_book,
});

export async function readImport(ctx: Context, id: string): Promise<ElderImport> {
  const row = await getRow(ctx, id);
  return importOf(ctx, row, await countsOf(ctx, [id]));
}

type Paging = { cursor?: string | undefined; limit: number };

export async function listImports(ctx: Context, { cursor, limit }: Paging) {
  const rows = await db.listImports(ctx, { before: readCursor(cursor), limit: limit + 1 });
  const { kept, nextCursor } = pageOf(rows, limit, row => [row.uploaded_at, row.import_id]);
  const counted = await countsOf(
    ctx,
    kept.map(row => row.import_id),
  );
  return { rows: kept.map(row => importOf(ctx, row, counted)), nextCursor, total: null };
}

/** The first rows, for choosing the columns; numbers are masked wherever they stand. */
export async function sampleImport(ctx: Context, id: string): Promise<{ rows: string[][] }> {
  const { sample } = openImport(ctx.keys, await getRow(ctx, id));
  return { rows: sample.map(row => row.map(maskNumbers)) };
}

const maskNumbers = (text: string): string =>
  text
    .replace(/(?<!\d)\d{17}[\dXx]|(?<!\d)\d{15}(?!\d)/g, found => maskIdentityNumber(found.padEnd(18, '*')))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskPhone);

const afterRow = (cursor: string | undefined): number => Number(readCursor(cursor)?.sort ?? 0);

async function pageOfRows(ctx: Context, of: { id: string; kind: 'wrong' | 'look-alike' }, { cursor, limit }: Paging) {
  await getRow(ctx, of.id);
  const found = await db.listImportRows(ctx, of, { after: afterRow(cursor), limit: limit + 1 });
  const kept = found.rows.slice(0, limit);
  const last = kept.at(-1);
  const more = found.rows.length > limit && last;
  return { kept, nextCursor: more ? cursorOf(String(last.row_number), of.id) : null, total: found.total };
}

export async function listWrongRows(ctx: Context, id: string, paging: Paging) {
  const { kept, ...page } = await pageOfRows(ctx, { id, kind: 'wrong' }, paging);
  return { ...page, rows: kept.map((row): WrongRow => ({ row: row.row_number, faults: row.faults })) };
}

export async function listLookAlikes(ctx: Context, id: string, paging: Paging) {
  const { kept, ...page } = await pageOfRows(ctx, { id, kind: 'look-alike' }, paging);
  const rows = kept.flatMap((row): LookAlike[] => {
    if (!row.sealed) return [];
    const matches = row.matches as LookAlike['matches'];
    ctx.saw(...matches.flatMap(match => match.elderId ?? []));
    const { decision, reason, decided_by: decidedBy } = row;
    return [{ row: row.row_number, ...openRow(ctx.keys, id, row.sealed), matches, decision, reason, decidedBy }];
  });
  return { ...page, rows };
}

export async function decideLookAlikes(
  ctx: Context,
  id: string,
  how: { rows?: number[] | undefined; decision: 'different' | 'skip'; reason: string },
): Promise<{ decided: number }> {
  const row = await lockImport(ctx, id);
  if (row.status !== 'checked') throw new DomainError('platform.wrong-state', '检查完、还没有导入的，才能判断');
  const decided = await db.decideRows(ctx, id, { ...how, rows: how.rows });
  const subject = { kind: 'elder-import', id };
  const after = { decision: how.decision, rows: decided };
  await record(ctx, { action: 'elders.decide-look-alikes', subject, areaCode: row.area_code, note: how.reason, after });
  return { decided };
}

export async function downloadErrorBook(ctx: Context, id: string): Promise<FileAnswer> {
  const row = await getRow(ctx, id);
  const source = row.has_error_book
    ? await encryptedFile(workFile(`${id}-errors`), openImport(ctx.keys, row).errorSecret).catch(() => undefined)
    : undefined;
  if (!source) throw new DomainError('platform.not-found', '这次导入没有错误表，或已经过期删除');
  async function* content() {
    try {
      if (source) yield* streamOf(source);
    } finally {
      await source?.close();
    }
  }
  const fileName = `要改的行-${row.file_name.replace(/\.\w+$/, '')}.xlsx`;
  return { fileName, mediaType: TABLE_MEDIA.xlsx, content: content() };
}

/** The files of an import that is over: the table goes; the error workbook stays as long as somebody may mend it. */
export const dropTable = (id: string): Promise<void> => rm(workFile(id), { force: true });
export const dropErrorBook = (id: string): Promise<void> => rm(workFile(`${id}-errors`), { force: true });

export async function discardImport(ctx: Context, id: string): Promise<ElderImport> {
  const row = await lockImport(ctx, id);
  if (!['uploaded', 'checked', 'failed'].includes(row.status)) {
    throw new DomainError('platform.wrong-state', '正在办或已经导入的，不能作废');
  }
  await db.updateImport(ctx, id, { status: 'discarded', has_error_book: false });
  await record(ctx, {
    action: 'elders.discard-import',
    subject: { kind: 'elder-import', id },
    areaCode: row.area_code,
  });
  await dropTable(id);
  await dropErrorBook(id);
  return readImport(ctx, id);
}
