import ExcelJS from 'exceljs';

/** A workbook as other software writes it, for reading by the product's own reader. */
export async function workbookOf(
  sheets: Record<string, readonly (readonly unknown[])[]>,
  dress: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  dress(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The first sheet as text, read by that other software. */
export async function rowsOfBook(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow(row => {
    const cells = row.values as unknown[];
    rows.push(cells.slice(1).map(value => (value === null || value === undefined ? '' : String(value))));
  });
  return rows;
}

export const csvOf = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows.map(row => row.join(delimiter)).join('\r\n');
