import { DomainError, type ErrorCode } from '#contracts/errors.ts';
import { workFile } from '../files/work-folder.ts';
import { encryptedFile } from './byte-source.ts';
import { openTable } from './open-table.ts';
import { isBlank } from './peek-table.ts';
import { type Row, type TableFile, TableFileError } from './table-file.ts';

/** A sender's table as it is kept while it is worked on; a fault of the file is told under `code`. */
export type KeptTable = { id: string; secret: string; code: ErrorCode };

const openKept = ({ id, secret, code }: KeptTable) =>
  encryptedFile(workFile(id), secret).catch(() => {
    throw new DomainError(code, '上传的文件已经不在了，请重新上传');
  });

/** A fault of the file becomes the sentence its sender reads; anything else is ours. */
const faultOf = (error: unknown, code: ErrorCode): unknown =>
  error instanceof TableFileError ? new DomainError(code, error.message) : error;

/** Hands the opened table over and closes the file whatever comes. */
export async function withTable<T>(kept: KeptTable, work: (table: TableFile) => Promise<T>): Promise<T> {
  const source = await openKept(kept);
  try {
    return await work(await openTable(source));
  } catch (error) {
    throw faultOf(error, kept.code);
  } finally {
    await source.close();
  }
}

/** Rows under the row `below`, blank ones left out, `size` at a time; the file is never whole in memory. */
export async function* rowsBelow(
  kept: KeptTable,
  { sheet, below, size }: { sheet: number; below: number; size: number },
): AsyncGenerator<Row[]> {
  const source = await openKept(kept);
  try {
    let page: Row[] = [];
    for await (const rows of (await openTable(source)).rows(sheet)) {
      for (const one of rows) {
        if (one.number <= below || isBlank(one)) continue;
        page.push(one);
        if (page.length < size) continue;
        yield page;
        page = [];
      }
    }
    if (page.length > 0) yield page;
  } catch (error) {
    throw faultOf(error, kept.code);
  } finally {
    await source.close();
  }
}
