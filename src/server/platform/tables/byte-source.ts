import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file read in pieces from anywhere, so that a large workbook never stands in memory. */
export type ByteSource = {
  size: number;
  read: (offset: number, length: number) => Promise<Buffer>;
  close: () => Promise<void>;
};

const PIECE = 256 * 1024;

/** Bytes from `offset` on, piece by piece. */
export async function* streamOf(source: ByteSource, offset = 0, length = source.size - offset): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const piece = await source.read(offset + done, Math.min(PIECE, length - done));
    if (piece.length === 0) return;
    done += piece.length;
    yield piece;
  }
}

export async function plainFile(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  const read = async (offset: number, length: number) => {
    const into = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
    const { bytesRead } = await handle.read(into, 0, into.length, offset);
    return into.subarray(0, bytesRead);
  };
  return { size, read, close: () => handle.close() };
}

export const bufferSource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
  close: async () => undefined,
});

/** The secret of one working file: 16 bytes of key, 16 of counter, hex. Kept sealed in the row that names the file. */
export const newFileSecret = (): string => randomBytes(32).toString('hex');

const BLOCK = 16;
const split = (secret: string) => ({
  key: Buffer.from(secret.slice(0, 32), 'hex'),
  counter: Buffer.from(secret.slice(32), 'hex'),
});

/** Counter after `blocks` blocks: CTR may start anywhere, which is what a zip's directory at the end needs. */
function counterAt(first: Buffer, blocks: number): Buffer {
  const value = (BigInt(`0x${first.toString('hex')}`) + BigInt(blocks)) % (1n << 128n);
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex');
}

/** A working file on the disk holds personal data: it is only ever written under SM4-CTR with a key of its own. */
export async function encryptedFile(path: string, secret: string): Promise<ByteSource> {
  const file = await plainFile(path);
  const { key, counter } = split(secret);
  const read = async (offset: number, length: number) => {
    const before = offset % BLOCK;
    const bytes = await file.read(offset - before, length + before);
    const decipher = createDecipheriv('sm4-ctr', key, counterAt(counter, (offset - before) / BLOCK));
    return decipher.update(bytes).subarray(before);
  };
  return { ...file, read };
}

/** Thrown while receiving, as soon as the limit is passed. */
export class TooManyBytes extends Error {}

/** Writes a stream encrypted to `path`; answers size and SM3 of what came in. The half-written file goes on failure. */
export async function writeEncrypted(
  from: AsyncIterable<Buffer | string>,
  to: { path: string; secret: string; limit: number },
): Promise<{ bytes: number; sm3: string }> {
  const { key, counter } = split(to.secret);
  const hash = createHash('sm3');
  let bytes = 0;
  const count = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      hash.update(piece);
      done(bytes > to.limit ? new TooManyBytes() : null, piece);
    },
  });
  try {
    const out = createWriteStream(to.path, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(from, count, createCipheriv('sm4-ctr', key, counter), out);
  } catch (error) {
    await rm(to.path, { force: true });
    throw error;
  }
  return { bytes, sm3: hash.digest('hex') };
}
