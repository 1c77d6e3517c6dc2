import { type ByteSource, streamOf } from './byte-source.ts';
import { type Cell, MOST_ROWS, type Row, type TableFile, TableFileError } from './table-file.ts';

const SAMPLE = 1024 * 1024;
const DELIMITERS = { ',': '逗号', '\t': '制表符', ';': '分号', '，': '中文逗号', '|': '竖线' } as const;
type Delimiter = keyof typeof DELIMITERS;
type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
const ENCODING_LABELS = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const satisfies Record<Encoding, string>;

/** A text file of fields; encoding and delimiter are found from its beginning and told to the sender. */
export async function readCsv(source: ByteSource): Promise<TableFile> {
  const sample = await source.read(0, SAMPLE);
  const encoding = encodingOf(sample);
  const text = new TextDecoder(encoding).decode(sample, { stream: true }).replace(/^\ufeff/, '');
  if (/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/u.test(text))
    throw new TableFileError('认不出这是什么文件。请传 .xlsx 或 .csv 表格');
  refuseMarkup(text);
  const delimiter = delimiterOf(text);
  return {
    kind: 'csv',
    says: `文本表格（${ENCODING_LABELS[encoding]}，${DELIMITERS[delimiter]}分隔）`,
    sheets: [{ name: '', hidden: false }],
    rows: () => rowsOf(source, encoding, delimiter),
  };
}

/** Many systems "export to Excel" by writing a page under an .xls name. */
function refuseMarkup(text: string): void {
  if (!/^\s*(<!doctype|<html|<table|<\?xml|<meta|<style|<head)/i.test(text)) return;
  throw new TableFileError(
    '这是存成表格名字的网页，不是真正的表格。请用 Excel 打开它，另存为“Excel 工作簿（.xlsx）”再传',
  );
}

function encodingOf(sample: Buffer): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  // Cut after the last line end, so that no character stands half.
  const whole = sample.length < SAMPLE ? sample : sample.subarray(0, sample.lastIndexOf(10) + 1);
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(whole);
      return encoding;
    } catch {}
  }
  const bad = (encoding: Encoding) => new TextDecoder(encoding).decode(whole).split('\ufffd').length;
  return bad('utf-8') <= bad('gb18030') ? 'utf-8' : 'gb18030';
}

/** The one that cuts the first lines into the most, and equally many, fields. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, 20)
    .filter(line => line.trim() !== '');
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of Object.keys(DELIMITERS) as Delimiter[]) {
    const counts = lines.map(line => line.split(delimiter).length - 1).sort((a, b) => a - b);
    const middle = counts[Math.floor(counts.length / 2)] ?? 0;
    if (middle > most) [best, most] = [delimiter, middle];
  }
  return best;
}

async function* rowsOf(source: ByteSource, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder(encoding);
  const lines = splitter(delimiter);
  let number = 0;
  const number_ = (rows: string[][]): Row[] => {
    if (number + rows.length > MOST_ROWS)
      throw new TableFileError(`表超过 ${MOST_ROWS.toLocaleString('en')} 行，请拆成几份再传`);
    return rows.map(fields => ({ number: ++number, cells: fields.map(cellOf) }));
  };
  for await (const piece of streamOf(source)) {
    const rows = number_(lines.take(decoder.decode(piece, { stream: true })));
    if (rows.length > 0) yield rows;
    if (lines.hasLostQuote()) break;
  }
  const last = number_(lines.take(decoder.decode()));
  if (lines.hasLostQuote() || lines.isOpen())
    throw new TableFileError(
      `第 ${number + 1} 行有一个双引号没有配对，它后面的行连成了一格。请补上或删掉这个双引号，再传一次`,
    );
  last.push(...number_(lines.end()));
  if (last.length > 0) yield last;
}

const cellOf = (text: string): Cell | undefined => (text === '' ? undefined : { kind: 'text', text });

/** Excel's longest cell: what is longer was never one. */
const MOST_LETTERS = 32_767;

/**
 * RFC 4180, forgiving: quotes inside bare fields are text, lines end with CRLF, LF or CR. A quote that swallows the lines
 * after it is not forgiven: people would be lost without a word.
 */
function splitter(delimiter: Delimiter) {
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuote = false;
  let afterReturn = false;
  let lost = false;
  const endField = () => {
    row.push(field);
    field = '';
    wasQuote = false;
  };
  const step = (letter: string, rows: string[][]) => {
    if (quoted && !wasQuote) {
      if (letter === '"') wasQuote = true;
      else field += letter;
    } else if (quoted && wasQuote && letter === '"') {
      field += '"';
      wasQuote = false;
    } else {
      if (quoted) {
        quoted = wasQuote = false;
        lost ||= letter !== delimiter && letter !== '\n' && letter !== '\r' && /[\r\n]/.test(field);
      }
      if (letter === delimiter) endField();
      else if (letter === '\n' || letter === '\r') {
        if (!(letter === '\n' && afterReturn)) {
          endField();
          rows.push(row);
          row = [];
        }
      } else if (letter === '"' && field === '') quoted = true;
      else field += letter;
    }
    afterReturn = letter === '\r' && !quoted;
  };
  return {
    take: (text: string): string[][] => {
      const rows: string[][] = [];
      for (let i = 0; i < text.length && !lost; i++) step(text.charAt(i), rows);
      lost ||= quoted && field.length > MOST_LETTERS;
      return rows;
    },
    isOpen: (): boolean => quoted && !wasQuote,
    hasLostQuote: (): boolean => lost,
    end: (): string[][] => {
      if (field === '' && row.length === 0) return [];
      endField();
      return [row];
    },
  };
}
