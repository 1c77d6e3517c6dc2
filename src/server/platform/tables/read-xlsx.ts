import type { ByteSource } from './byte-source.ts';
import { elementsOf, plainText, rowsOf, runsOf } from './sheet-xml.ts';
import { type SheetInfo, type TableFile, TableFileError } from './table-file.ts';
import { openZip, textOf, type Zip } from './zip-source.ts';

type Sheet = SheetInfo & { part: string };

/** A workbook read as a stream; the strings it shares among cells stand packed in memory, nothing else does. */
export async function readXlsx(source: ByteSource): Promise<TableFile> {
  const zip = await openZip(source);
  if (zip.has('xl/workbook.bin')) throw new TableFileError('这是二进制工作簿（.xlsb），请在 Excel 里另存为 .xlsx 再传');
  if (zip.has('word/document.xml')) throw new TableFileError('这是 Word 文档，不是表格。请把表格存成 .xlsx 再传');
  if (zip.has('content.xml') && zip.has('mimetype'))
    throw new TableFileError('这是 OpenDocument 表格（.ods），请另存为 .xlsx 再传');
  if (!zip.has('xl/workbook.xml')) throw new TableFileError('这是压缩包，不是表格。请解压后传里面的 .xlsx 或 .csv');
  const workbook = await textOf(zip, 'xl/workbook.xml');
  const sheets = await sheetsOf(zip, workbook);
  if (sheets.length === 0) throw new TableFileError('这本工作簿里没有表');
  const isDate = await dateStyles(zip);
  const date1904 = /date1904="(1|true)"/.test(workbook);
  let shared: Promise<(index: number) => string> | undefined;
  return {
    kind: 'xlsx',
    says: 'Excel 工作簿',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: async function* (index) {
      const sheet = sheets[index];
      if (!sheet) throw new TableFileError('没有这张表，请重新选择');
      shared ??= sharedStrings(zip);
      yield* rowsOf(zip.stream(sheet.part), { shared: await shared, isDate, date1904 });
    },
  };
}

async function sheetsOf(zip: Zip, workbook: string): Promise<Sheet[]> {
  const relations = zip.has('xl/_rels/workbook.xml.rels') ? await textOf(zip, 'xl/_rels/workbook.xml.rels') : '';
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets: Sheet[] = [];
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const part = targets.get(/\b(?:\w+:)?id="([^"]*)"/.exec(tag.replace(/sheetId="[^"]*"/, ''))?.[1] ?? '');
    const name = plainText(/\bname="([^"]*)"/.exec(tag)?.[1] ?? '');
    const hidden = /\bstate="(hidden|veryHidden)"/.test(tag);
    if (part && zip.has(part) && !part.includes('chartsheet')) sheets.push({ name, hidden, part });
  }
  return sheets;
}

/** Built-in date formats (ECMA-376 18.8.30, with the East Asian ones), and custom codes with a year, day or 年月日. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const isDateCode = (code: string): boolean =>
  /[yd]|m.*[yd]|[yd].*m/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '')) && !/^general$/i.test(code);

async function dateStyles(zip: Zip): Promise<(style: number) => boolean> {
  if (!zip.has('xl/styles.xml')) return () => false;
  const styles = await textOf(zip, 'xl/styles.xml');
  const custom = new Map<number, string>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const id = /\bnumFmtId="(\d+)"/.exec(tag)?.[1];
    custom.set(Number(id), plainText(/\bformatCode="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  const cellXfs = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  const dates = [...cellXfs.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(tag)?.[1] ?? 0);
    const code = custom.get(id);
    return code === undefined ? BUILT_IN.has(id) : isDateCode(code);
  });
  return style => dates[style] ?? false;
}

const MOST_SHARED_BYTES = 200 * 1024 ** 2;

/** All shared strings in one growing buffer: as JavaScript strings a million of them would take five times the room. */
async function sharedStrings(zip: Zip): Promise<(index: number) => string> {
  if (!zip.has('xl/sharedStrings.xml')) return () => '';
  let bytes: Buffer<ArrayBuffer> = Buffer.alloc(1024 ** 2);
  let ends = new Uint32Array(65_536);
  let used = 0;
  let count = 0;
  for await (const { prefix, found } of elementsOf(zip.stream('xl/sharedStrings.xml'), 'si')) {
    for (const xml of found) {
      const text = runsOf(xml, prefix);
      const most = text.length * 3;
      if (used + most > bytes.length) bytes = grown(bytes, used, most);
      if (count === ends.length) ends = widened(ends);
      used += bytes.write(text, used);
      ends[count++] = used;
    }
  }
  return index => (index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : '');
}

function grown(bytes: Buffer<ArrayBuffer>, used: number, most: number): Buffer<ArrayBuffer> {
  if (used + most > MOST_SHARED_BYTES) throw new TableFileError('表里不同的文字太多，请拆成几份，或存成 .csv 再传');
  const next = Buffer.alloc(Math.min(MOST_SHARED_BYTES, Math.max(bytes.length * 1.5, used + most) | 0));
  bytes.copy(next, 0, 0, used);
  return next;
}

function widened(ends: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(ends.length * 2);
  next.set(ends);
  return next;
}
