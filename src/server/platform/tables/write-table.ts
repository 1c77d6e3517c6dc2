import { Zip, ZipDeflate } from 'fflate';

/** What a written cell may be; text stays text whatever it looks like. */
export type Written = string | number | null;
export type WrittenColumn = { title: string /** In characters. */; width?: number };
export type WrittenTable = {
  sheet: string;
  columns: readonly WrittenColumn[];
  /** Pages of rows, in order. */
  pages: AsyncIterable<readonly (readonly Written[])[]>;
};
export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export const TABLE_MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<TableFormat, string>;

/** A table as a stream of bytes: rows are taken as they come, nothing is held. */
export const writeTable = (table: WrittenTable, format: TableFormat): AsyncGenerator<Buffer> =>
  format === 'xlsx' ? writeXlsx(table) : writeCsv(table);

/** What a spreadsheet would run when it opens or somebody edits the cell (OWASP: CSV injection). */
export const looksLikeFormula = (text: string): boolean =>
  /^\s*[=+\-@|%＝＋－＠]|^[\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);

async function* writeCsv({ columns, pages }: WrittenTable): AsyncGenerator<Buffer> {
  const line = (cells: readonly Written[]) => `${cells.map(csvField).join(',')}\r\n`;
  // Excel takes a CSV for GBK unless it begins with the mark.
  yield Buffer.from(`\ufeff${line(columns.map(column => column.title))}`);
  for await (const rows of pages) if (rows.length > 0) yield Buffer.from(rows.map(line).join(''));
}

function csvField(value: Written): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = looksLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles: 0 plain, 1 heading, 2 text (numFmt 49), 3 text that would be a formula (quotePrefix: Excel's own apostrophe). */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
};

async function* writeXlsx({ sheet, columns, pages }: WrittenTable): AsyncGenerator<Buffer> {
  const out: Buffer[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    out.push(Buffer.from(piece));
  });
  const name = escapeXml(sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [part, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook })) {
    const entry = new ZipDeflate(part, { level: 6 });
    zip.add(entry);
    entry.push(Buffer.from(text), true);
  }
  const entry = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 });
  zip.add(entry);
  const widths = columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width ?? 14}" customWidth="1"/>`);
  entry.push(
    Buffer.from(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${rowXml(
        columns.map(c => c.title),
        1,
        1,
      )}`,
    ),
  );
  let number = 1;
  for await (const rows of pages) {
    if (rows.length > 0) entry.push(Buffer.from(rows.map(row => rowXml(row, ++number)).join('')));
    if (out.length > 0) yield Buffer.concat(out.splice(0));
  }
  entry.push(Buffer.from('</sheetData></worksheet>'), true);
  zip.end();
  yield Buffer.concat(out);
}

function rowXml(cells: readonly Written[], number: number, style?: number): string {
  let xml = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'number') xml += `<c r="${letters(i)}${number}"><v>${value}</v></c>`;
    else {
      const look = style ?? (looksLikeFormula(value) ? 3 : 2);
      xml += `<c r="${letters(i)}${number}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
    }
  }
  return `${xml}</row>`;
}

const KNOWN: string[] = [];
function letters(column: number): string {
  KNOWN[column] ??=
    `${column >= 26 ? letters(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
  return KNOWN[column];
}

/** XML 1.0 holds no control characters; a cell holds 32,767 characters. */
const escapeXml = (text: string): string =>
  (text.length > 32_767 ? text.slice(0, 32_767) : text)
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);
