import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'fast-csv';
import { ColumnBuilder, type Columns, FIELD_KINDS, type FieldKind, guessKind } from './matching/columns.ts';

/** What `--map` may say of a column: its kind, `id` for the record's number, `skip` to leave it out; Chinese words too. */
const ROLES: Readonly<Record<string, FieldKind | 'id' | 'skip'>> = {
  ...Object.fromEntries(FIELD_KINDS.map(kind => [kind, kind])),
  id: 'id',
  skip: 'skip',
  编号: 'id',
  文字: 'text',
  姓名: 'text',
  地址: 'text',
  name: 'text',
  surname: 'text',
  address: 'text',
  数字: 'digits',
  证件号码: 'digits',
  手机: 'digits',
  identity: 'digits',
  phone: 'digits',
  日期: 'date',
  出生日期: 'date',
  birth: 'date',
  代码: 'code',
  性别: 'code',
  sex: 'code',
  不用: 'skip',
};

export type Table = { readonly ids: readonly string[]; readonly all: Columns };
type Layout = { at: number; name: string; kind: FieldKind }[];

/** A sentence for whoever typed the command. */
export class FileFault extends Error {}

/**
 * Records of one or more CSV files with the same columns, one after the other; UTF-8 or GBK. `map` is
 * “column=kind,…”; columns it leaves out are judged by what stands in them. Throws FileFault.
 */
export async function readTable(paths: readonly string[], map: string): Promise<Table & { secondFrom: number }> {
  const files = await Promise.all(paths.map(readRows));
  const [first] = files;
  if (!first) throw new FileFault('没有文件');
  const head = first.head;
  for (const [at, file] of files.entries())
    if (file.head.join() !== head.join())
      throw new FileFault(`${paths[at]} 的列与 ${paths[0]} 不同，两个文件的列名和次序要一样`);
  const rows = files.flatMap(file => file.rows);
  if (rows.length < 2) throw new FileFault('至少要有两行记录才能比');
  const { id, layout } = layoutOf(head, rows, readMap(map, head));
  const builders = layout.map(({ name, kind }) => new ColumnBuilder(name, kind));
  for (const row of rows) for (const [i, { at }] of layout.entries()) builders[i]?.add(row[at]);
  return {
    ids: rows.map((row, at) => (id < 0 ? String(at + 1) : (row[id] ?? ''))),
    all: { size: rows.length, columns: builders.map(builder => builder.close()) },
    secondFrom: files.length > 1 ? first.rows.length : 0,
  };
}

function readMap(map: string, head: readonly string[]): Map<string, FieldKind | 'id' | 'skip'> {
  const said = new Map<string, FieldKind | 'id' | 'skip'>();
  for (const part of map.split(',').filter(one => one.trim() !== '')) {
    const [name = '', word = ''] = part.split('=').map(one => one.trim());
    if (!head.includes(name)) throw new FileFault(`--map 里的“${name}”不是文件里的列。文件的列：${head.join('、')}`);
    const role = ROLES[word] ?? ROLES[word.toLowerCase()];
    if (!role) throw new FileFault(`--map 里“${name}”的“${word}”不认识，可以写：${Object.keys(ROLES).join('、')}`);
    said.set(name, role);
  }
  return said;
}

function layoutOf(
  head: readonly string[],
  rows: readonly string[][],
  said: ReadonlyMap<string, FieldKind | 'id' | 'skip'>,
) {
  const named = head.findIndex(name => said.get(name) === 'id');
  const own = head.findIndex(name => /^(rec[_-]?id|id|编号|序号|记录号)$/i.test(name) && !said.has(name));
  const id = named >= 0 ? named : own;
  const layout: Layout = head.flatMap((name, at) => {
    const role =
      said.get(name) ??
      guessKind(
        name,
        rows.slice(0, 2000).map(row => row[at] ?? ''),
      );
    return at === id || role === 'skip' || role === 'id' ? [] : [{ at, name, kind: role }];
  });
  if (layout.length === 0) throw new FileFault('没有可以用来比的列，请看 --map');
  return { id, layout };
}

async function readRows(path: string): Promise<{ head: string[]; rows: string[][] }> {
  const text = decode(path);
  const rows: string[][] = [];
  const reading = Readable.from([text]).pipe(parse({ headers: false, trim: true, ignoreEmpty: true }));
  try {
    for await (const row of reading) rows.push(row as string[]);
  } catch (error) {
    throw new FileFault(
      `${path} 读到第 ${rows.length + 1} 行读不下去：${(error as Error).message}。请检查引号是否成对`,
    );
  }
  const head = rows.shift();
  if (!head) throw new FileFault(`${path} 是空的`);
  return { head, rows };
}

function decode(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new FileFault(`读不到文件 ${path}，请检查路径`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
