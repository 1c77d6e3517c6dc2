import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { rowsBelow } from '#platform/tables/kept-table.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { type ImportRow, updateImport } from '../db/imports.ts';
import { listPlaces } from '../db/match-people.ts';
import { areaWords } from './area-words.ts';
import { openImport } from './import-secret.ts';
import { type ReadRow, rowReader } from './read-row.ts';

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

async function* readPages(row: ImportRow, { keys, read }: Reading): AsyncGenerator<ReadRow[]> {
  const kept = { id: row.import_id, secret: openImport(keys, row).secret, code: 'imports.file' } as const;
  const pages = rowsBelow(kept, { sheet: row.sheet, below: row.heading_row, size: PAGE });
  for await (const page of pages) yield page.map(read);
}

export const failImport = (ctx: Context, id: string, error: string): Promise<void> =>
  updateImport(ctx, id, { status: 'failed', error });
