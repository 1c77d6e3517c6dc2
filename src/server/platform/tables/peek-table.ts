import {
  type FoundHeadings,
  findHeadings,
  HEADING_SEARCH,
  mapHeadings,
  type Remembered,
  type Vocabulary,
} from './headings.ts';
import { type Row, type TableFile, TableFileError } from './table-file.ts';

/** A row without any filled cell is no row. */
export const isBlank = (row: Row): boolean => row.cells.every(cell => !cell || cell.text.trim() === '');

/** What the headings mean: the words of this kind of table, and what a sender chose before. */
export type Words<F extends string = string> = { known: Vocabulary<F>; remembered: Remembered<F> };

export type Peeked = FoundHeadings & { sheet: number; sample: string[][] };

/** The visible sheet with the most known headings (a page of 说明 may go before), else the first with anything in it. */
export async function chooseSheet(table: TableFile, words: Words): Promise<Peeked> {
  let best: Peeked | undefined;
  let most = -1;
  for (const [sheet, { hidden }] of table.sheets.entries()) {
    const peeked = hidden ? undefined : await peekSheet(table, sheet, words);
    if (!peeked) continue;
    const known = mapHeadings(words.known, peeked.headings, words.remembered).filter(field => field !== null).length;
    if (known > most) [best, most] = [peeked, known];
  }
  if (best) return best;
  const hidden = table.sheets.some(one => one.hidden);
  throw new TableFileError(
    hidden ? '看得见的表里没有内容；隐藏的表不读，请在 Excel 里取消隐藏后再传' : '表里没有内容，请检查后再传',
  );
}

const SAMPLE_ROWS = 5;

/** Headings and first rows of one sheet; undefined when it is empty. */
export async function peekSheet(table: TableFile, sheet: number, words: Words): Promise<Peeked | undefined> {
  const top: Row[] = [];
  for await (const rows of table.rows(sheet)) {
    top.push(...rows.filter(row => !isBlank(row)).slice(0, HEADING_SEARCH + SAMPLE_ROWS + 2));
    if (top.length >= HEADING_SEARCH + SAMPLE_ROWS + 2) break;
  }
  if (top.length === 0) return undefined;
  const found = findHeadings(words.known, top, heading => Boolean(words.remembered.get(heading)));
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
