import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, streamOf } from './byte-source.ts';
import { TableFileError } from './table-file.ts';

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number; encrypted: boolean };
export type Zip = {
  has: (name: string) => boolean;
  names: readonly string[];
  stream: (name: string) => AsyncIterable<Buffer>;
};

const BROKEN = new TableFileError('文件不完整或已损坏，请重新导出或重新拷贝一份再传');
const TAIL = 66_000;
/** A sheet of 1,048,576 rows and 60 columns stays below; what unpacks to more is a trap. */
const MOST_UNPACKED = 6 * 1024 ** 3;

/** Opens a zip by its table of contents; entries are unpacked as streams, straight from the source. */
export async function openZip(source: ByteSource): Promise<Zip> {
  const entries = new Map(
    (await listEntries(source)).map(entry => [entry.name.replace(/^\//, '').toLowerCase(), entry]),
  );
  const find = (name: string) => entries.get(name.replace(/^\//, '').toLowerCase());
  return {
    names: [...entries.keys()],
    has: name => find(name) !== undefined,
    stream: name => {
      const entry = find(name);
      if (!entry) throw BROKEN;
      return unpack(source, entry);
    },
  };
}

async function listEntries(source: ByteSource): Promise<Entry[]> {
  const from = Math.max(0, source.size - TAIL);
  const tail = await source.read(from, TAIL);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw BROKEN;
  let count = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === 0x07064b50) {
    const big = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56);
    if (big.length < 56) throw BROKEN;
    count = Number(big.readBigUInt64LE(32));
    size = Number(big.readBigUInt64LE(40));
    offset = Number(big.readBigUInt64LE(48));
  }
  if (count > 5_000 || size > 16 * 1024 ** 2) throw BROKEN;
  return parseEntries(await source.read(offset, size), count);
}

function parseEntries(list: Buffer, count: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw BROKEN;
    const nameBytes = list.readUInt16LE(at + 28);
    const extraBytes = list.readUInt16LE(at + 30);
    const entry = {
      name: list.toString('utf8', at + 46, at + 46 + nameBytes),
      encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      offset: list.readUInt32LE(at + 42),
    };
    const extraAt = at + 46 + nameBytes;
    widen(entry, list.subarray(extraAt, extraAt + extraBytes));
    entries.push(entry);
    at = extraAt + extraBytes + list.readUInt16LE(at + 32);
  }
  return entries;
}

/** Zip64: sizes that do not fit stand in the extra field, in this order. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    for (const field of ['unpacked', 'packed', 'offset'] as const) {
      if (entry[field] !== 0xffffffff || next + 8 > extra.length) continue;
      entry[field] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
  }
}

async function* unpack(source: ByteSource, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new TableFileError('压缩包里的内容带密码，请去掉密码后再传');
  const head = await source.read(entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw BROKEN;
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = streamOf(source, start, entry.packed);
  if (entry.method === 0) return yield* packed;
  if (entry.method !== 8) throw BROKEN;
  const inflated = Readable.from(packed, { objectMode: false }).pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  let bytes = 0;
  try {
    for await (const piece of inflated as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > MOST_UNPACKED) throw new TableFileError('文件解开后太大，请拆成几份再传');
      yield piece;
    }
  } catch (error) {
    throw error instanceof TableFileError ? error : BROKEN;
  }
}

/** A small part (styles, table of sheets) as text. */
export async function textOf(zip: Zip, name: string, most = 32 * 1024 ** 2): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of zip.stream(name)) {
    bytes += piece.length;
    if (bytes > most) throw BROKEN;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
