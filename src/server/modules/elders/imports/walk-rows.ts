import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import { encryptedFile } from '#platform/tables/byte-source.ts';
import { openTable } from '#platform/tables/open-table.ts';
import { isBlank } from '#platform/tables/peek-table.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { type ImportRow, updateImport } from '../db/imports.ts';
import { listPlaces } from '../db/match-people.ts';
import { areaWords } from './area-words.ts';
import { openImport } from './import-secret.ts';
import { type ReadRow, rowReader } from './read-row.ts';
import { fileFault } from './upload-import.ts';

/** Rows judged and written together: large enough that round trips do not count, small enough for memory. */
const PAGE = 250;

/** What the pages of one table need that does not change from page to page. */
export async function readerOf(ctx: Context, row: ImportRow): Promise<(table: Row) => ReadRow> {
  const places = await listPlaces(ctx, row.area_code);
  const areas = areaWords(places, { code: row.area_code, name: areaName(row.area_code) });
  return rowReader({ mapping: row.mapping, areas, today: ctx.today });
}

type Reading = { keys: Context['keys']; read: (row: Row) => ReadRow };

/** The rows below the headings, read by the rules, a page at a time; the next page is read while the caller has this one. */
export async function* pagesOf(row: ImportRow, reading: Reading): AsyncGenerator<ReadRow[]> {
  const pages = readPages(row, reading);
  let next = pages.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = pages.next();
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await pages.return(undefined);
  }
}

/** Blank rows left out; the file is never whole in memory. */
async function* readPages(row: ImportRow, { keys, read }: Reading): AsyncGenerator<ReadRow[]> {
  const source = await encryptedFile(workFile(row.import_id), openImport(keys, row).secret).catch(() => {
    throw new DomainError('imports.file', '上传的文件已经不在了，请重新上传');
  });
  try {
    const table = await openTable(source);
    let page: ReadRow[] = [];
    for await (const rows of table.rows(row.sheet)) {
      for (const one of rows) {
        if (one.number <= row.heading_row || isBlank(one)) continue;
        page.push(read(one));
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
    }
    if (page.length > 0) yield page;
  } catch (error) {
    throw fileFault(error);
  } finally {
    await source.close();
  }
}

export const failImport = (ctx: Context, id: string, error: string): Promise<void> =>
  updateImport(ctx, id, { status: 'failed', error });
