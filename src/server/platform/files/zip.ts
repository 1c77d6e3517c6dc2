import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
};
export type ZipLimits = { entries: number; unpackedBytes: number };

/** Not a zip at all, or one that is cut short or plays tricks; the caller says it in the user's words. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

/**
 * Reads the table of contents at the end of a zip; undefined when there is none. Nothing is unpacked.
 * Zip64 is refused: no document within our size limit needs it.
 */
export function listZip(file: Buffer): ZipEntry[] | undefined {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new ZipError('目录损坏');
    const nameBytes = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks every entry in the thread pool, one at a time, and throws as soon as the limit is passed: the sizes in the
 * table of contents are only what the sender says. Nothing is kept.
 */
export async function refuseZipBomb(file: Buffer, entries: readonly ZipEntry[], limits: ZipLimits): Promise<void> {
  if (entries.length > limits.entries) throw new ZipError(`里面的文件超过 ${limits.entries} 个`);
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    left -= await unpackedBytes(file, entry, left);
    if (left < 0) throw new ZipError('解开后太大');
  }
}

async function unpackedBytes(file: Buffer, entry: ZipEntry, limit: number): Promise<number> {
  if (entry.encrypted) throw new ZipError('带密码');
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== 0x04034b50) throw new ZipError('目录损坏');
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > file.length) throw new ZipError('内容不完整');
  if (entry.method === 0) return entry.packed;
  if (entry.method !== 8) throw new ZipError('压缩方式不认识');
  try {
    const out = await inflate(file.subarray(start, start + entry.packed), { maxOutputLength: Math.max(1, limit) });
    return out.length;
  } catch (error) {
    throw new ZipError((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? '解开后太大' : '内容损坏');
  }
}
