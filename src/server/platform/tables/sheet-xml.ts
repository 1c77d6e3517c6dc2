import { StringDecoder } from 'node:string_decoder';
import { type Cell, MOST_ROWS, type Row, TableFileError } from './table-file.ts';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text of XML: entities, and Excel's own _x000D_ for characters that XML cannot hold. */
export function plainText(xml: string): string {
  const text = xml.includes('&') ? xml.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, entity) : xml;
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Joins the text runs of a shared or inline string; phonetic guides (rPh) are not part of it. */
export function runsOf(xml: string, prefix: string): string {
  const body = xml.includes(`<${prefix}rPh`)
    ? xml.replace(new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, 'g'), '')
    : xml;
  let text = '';
  for (let at = body.indexOf(`<${prefix}t`); at >= 0; at = body.indexOf(`<${prefix}t`, at + 1)) {
    const next = body.charAt(at + prefix.length + 2);
    if (next !== '>' && next !== ' ') continue;
    const open = body.indexOf('>', at);
    if (body.charAt(open - 1) === '/') continue;
    const close = body.indexOf(`</${prefix}t>`, open);
    if (close < 0) break;
    text += body.slice(open + 1, close);
  }
  return plainText(text);
}

/** Decodes pieces of UTF-8 and hands out every whole `<tag …>…</tag>`, in batches; the rest waits for the next piece. */
export async function* elementsOf(
  pieces: AsyncIterable<Buffer>,
  tag: string,
): AsyncGenerator<{ prefix: string; found: string[] }> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let prefix: string | undefined;
  for await (const piece of pieces) {
    rest += decoder.write(piece);
    prefix ??=
      /<(\w+:)?(?:worksheet|sst)\b/.exec(rest)?.slice(1)[0] ?? (/<(?:worksheet|sst)\b/.test(rest) ? '' : undefined);
    if (prefix === undefined) continue;
    const { found, used } = cut(rest, `${prefix}${tag}`);
    rest = used > 0 ? rest.slice(used) : rest;
    if (rest.length > 64 * 1024 ** 2) throw new TableFileError('表里有一行或一格大得不正常，请检查后再传');
    if (found.length > 0) yield { prefix, found };
  }
}

function cut(text: string, tag: string): { found: string[]; used: number } {
  const found: string[] = [];
  const [open, close] = [`<${tag}`, `</${tag}>`];
  let used = 0;
  for (let at = text.indexOf(open); at >= 0; ) {
    const next = text.charAt(at + open.length);
    if (next !== '>' && next !== ' ' && next !== '/' && next !== '\n' && next !== '\t') {
      if (next === '') break;
      at = text.indexOf(open, at + open.length);
      continue;
    }
    const head = text.indexOf('>', at);
    if (head < 0) break;
    const selfClosed = text.charAt(head - 1) === '/';
    const end = selfClosed ? head + 1 : text.indexOf(close, head) + close.length;
    if (!selfClosed && end < close.length) break;
    found.push(text.slice(at, end));
    used = end;
    at = text.indexOf(open, end);
  }
  // Nothing of the tag in what is left: only the end may be the beginning of one.
  if (found.length === 0 && text.indexOf(open) < 0) used = Math.max(0, text.length - open.length - 8);
  return { found, used };
}

export type CellWords = { shared: (index: number) => string; isDate: (style: number) => boolean; date1904: boolean };

/** Rows of a sheet, some hundred a batch. Rows may skip numbers, cells may lack references. */
export async function* rowsOf(pieces: AsyncIterable<Buffer>, words: CellWords): AsyncGenerator<Row[]> {
  let number = 0;
  for await (const { prefix, found } of elementsOf(pieces, 'row')) {
    const rows: Row[] = [];
    for (const xml of found) {
      const stated = /^<[^>]*?\sr="(\d+)"/.exec(xml)?.[1];
      number = stated ? Number(stated) : number + 1;
      if (number > MOST_ROWS) throw new TableFileError(`表超过 ${MOST_ROWS.toLocaleString('en')} 行，请拆成几份再传`);
      rows.push({ number, cells: cellsOf(xml, prefix, words) });
    }
    yield rows;
  }
}

function cellsOf(xml: string, prefix: string, words: CellWords): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  const [open, close] = [`<${prefix}c`, `</${prefix}c>`];
  for (let at = xml.indexOf(open); at >= 0; ) {
    const next = xml.charCodeAt(at + open.length);
    const head = xml.indexOf('>', at);
    if (next !== 32 && next !== 62 && next !== 47) {
      at = xml.indexOf(open, at + open.length);
      continue;
    }
    const empty = xml.charCodeAt(head - 1) === 47;
    const end = empty ? head : xml.indexOf(close, head);
    const attributes = xml.slice(at + open.length, head);
    const column = columnOf(attribute(attributes, 'r')) ?? cells.length;
    if (!empty && end > 0 && column < 16_384) {
      cells[column] = cellOf({ attributes, body: xml.slice(head + 1, end), prefix }, words);
    } else if (column >= cells.length && column < 16_384) cells.length = column + 1;
    at = xml.indexOf(open, Math.max(end, head));
  }
  return cells;
}

function attribute(text: string, name: string): string | undefined {
  const at = text.indexOf(` ${name}="`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  return text.slice(from, text.indexOf('"', from));
}

/** AB12 → 27. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column > 0 ? column - 1 : undefined;
}

function cellOf(of: { attributes: string; body: string; prefix: string }, words: CellWords): Cell | undefined {
  const { attributes, body, prefix } = of;
  const type = attribute(attributes, 't') ?? 'n';
  const formula = body.includes(`<${prefix}f`) ? ({ formula: true } as const) : {};
  if (type === 'inlineStr') return { kind: 'text', text: runsOf(body, prefix), ...formula };
  const value = inner(body, `${prefix}v`);
  if (value === undefined || value === '') return formula.formula ? { kind: 'text', text: '', ...formula } : undefined;
  if (type === 's') return { kind: 'text', text: words.shared(Number(value)), ...formula };
  if (type === 'str') return { kind: 'text', text: plainText(value), ...formula };
  if (type === 'e') return { kind: 'error', text: plainText(value), ...formula };
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? '是' : '否', ...formula };
  if (type === 'd') return { kind: 'date', text: value.slice(0, 10), ...formula };
  const style = Number(attribute(attributes, 's') ?? '0');
  const date = words.isDate(style) ? civilDateOf(Number(value), words.date1904) : undefined;
  return date ? { kind: 'date', text: date, ...formula } : { kind: 'number', text: value, ...formula };
}

function inner(xml: string, tag: string): string | undefined {
  const at = xml.indexOf(`<${tag}`);
  if (at < 0) return undefined;
  const open = xml.indexOf('>', at);
  const close = xml.indexOf(`</${tag}>`, open);
  return close < 0 ? undefined : xml.slice(open + 1, close);
}

/** Excel's day number as a civil date; undefined outside 1900 to 2200. Day 60 is the 29 February 1900 that never was. */
export function civilDateOf(serial: number, date1904 = false): string | undefined {
  const days = Math.floor(serial) + (date1904 ? 1_462 : 0);
  if (!Number.isFinite(days) || days < 1 || days > 110_000) return undefined;
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10);
}
