/** One cell as it stands in the file. `date` is already a civil date; `number` keeps the digits that the file holds. */
export type Cell = {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  text: string;
  /** The cell holds a formula: the value last computed is taken, the formula is never run. */
  formula?: true;
};
export type Row = { number: number; cells: readonly (Cell | undefined)[] };

export type SheetInfo = { name: string; hidden: boolean };

/** A table to read, from a workbook or a text file; `rows` may be asked for again and starts from the first row. */
export type TableFile = {
  kind: 'xlsx' | 'csv';
  /** In words for the sender: Excel 工作簿, 文本表格（GBK，逗号分隔）. */
  says: string;
  sheets: readonly SheetInfo[];
  rows: (sheet: number) => AsyncGenerator<Row[]>;
};

/** Why a file cannot be read, as a sentence to its sender that says what to do. */
export class TableFileError extends Error {
  override readonly name = 'TableFileError';
}

/** Rows of one Excel sheet; the same bound holds for text files. */
export const MOST_ROWS = 1_048_576;
