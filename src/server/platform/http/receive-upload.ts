import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contracts/errors.ts';
import { newId } from '#shared/ids.ts';
import { workFile } from '../files/work-folder.ts';
import { newFileSecret, TooManyBytes, writeEncrypted } from '../tables/byte-source.ts';
import type { Upload } from './serve.ts';

/** A full sheet of 1,048,576 rows as .csv with thirty columns; as .xlsx it is a fifth of that. */
export const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;

/** Takes the body onto the disk, encrypted as it comes; called once the sender may send it. */
export async function receiveUpload(request: FastifyRequest, name: string): Promise<Upload> {
  const id = newId();
  const secret = newFileSecret();
  const body = request.body as AsyncIterable<Buffer> | undefined;
  if (!body || typeof body !== 'object' || !(Symbol.asyncIterator in body)) {
    throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  }
  try {
    const received = await writeEncrypted(body, { path: workFile(id), secret, limit: MAX_UPLOAD_BYTES });
    return { id, name, secret, ...received };
  } catch (error) {
    if (error instanceof TooManyBytes) {
      throw new DomainError('platform.too-large', `“${name}”超过 ${MAX_UPLOAD_BYTES / 1024 / 1024} MB，请拆成几份再传`);
    }
    throw error;
  }
}

export const dropUpload = (upload: Upload | undefined): Promise<void> =>
  upload ? rm(workFile(upload.id), { force: true }) : Promise.resolve();
