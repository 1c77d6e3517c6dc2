import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '#contracts/errors.ts';
import { type FileKind, sniff } from './sniff.ts';

/** 20 MB: a scanned form of ten pages with room to spare; imports have their own, larger limit. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type StoredFile = { sm3: string; name: string; kind: FileKind; mediaType: string; bytes: number };

/**
 * Checks a file by its content and keeps it under its SM3 in `folder`; the same content is kept once.
 * Throws platform.too-large or platform.file-type with the exact reason. Answers after the bytes are on the disk.
 */
export async function storeFile(folder: string, file: { name: string; content: Buffer }): Promise<StoredFile> {
  const { content } = file;
  const name = safeName(file.name);
  if (content.length > MAX_FILE_BYTES) {
    throw new DomainError(
      'platform.too-large',
      `“${name}”有 ${megabytes(content.length)} MB，超过 ${megabytes(MAX_FILE_BYTES)} MB`,
    );
  }
  const found = await sniff(content);
  if (!found.ok) throw new DomainError('platform.file-type', `“${name}”不能上传：${found.because}`);
  const sm3 = createHash('sm3').update(content).digest('hex');
  const place = placeOf(folder, sm3);
  const there = await stat(place).catch(() => undefined);
  if (there?.size !== content.length) await writeWhole(place, content);
  return { sm3, name, kind: found.kind, mediaType: found.mediaType, bytes: content.length };
}

/** The content again, checked against its hash: a file changed on the disk is never given out. */
export async function readStored(folder: string, sm3: string): Promise<Buffer> {
  const content = await readFile(placeOf(folder, sm3)).catch(() => undefined);
  if (!content) throw new DomainError('platform.not-found', '附件的文件找不到了，请联系系统管理员从备份恢复');
  if (createHash('sm3').update(content).digest('hex') !== sm3) {
    throw new DomainError('platform.internal', '附件的内容与登记的不一致，可能被改动，已停止下载');
  }
  return content;
}

/** Removes the file of a content that no row names any more. The caller has made sure of that. */
export async function removeStored(folder: string, sm3: string): Promise<void> {
  await unlink(placeOf(folder, sm3)).catch(() => undefined);
}

function placeOf(folder: string, sm3: string): string {
  if (!/^[0-9a-f]{64}$/.test(sm3)) throw new DomainError('platform.not-found');
  return join(folder, sm3.slice(0, 2), sm3);
}

/** Draft, fsync, rename, fsync of the folder: after a power cut the file is whole or absent, and its name is kept. */
async function writeWhole(place: string, content: Buffer): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomBytes(6).toString('hex')}`;
  await withFile(await open(draft, 'wx', 0o600), async handle => {
    await handle.writeFile(content);
    await handle.sync();
  });
  await rename(draft, place);
  await withFile(await open(dirname(place), 'r'), handle => handle.sync());
}

async function withFile(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

/** The name is shown and sent back as a header: no folders, no control or direction characters, at most 120 characters. */
export function safeName(name: string): string {
  const clean = basename(name.normalize('NFC').replaceAll('\\', '/')).replace(/[\p{Cc}\p{Bidi_Control}"]/gu, '');
  return [...clean].slice(-120).join('').trim() || '未命名';
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
