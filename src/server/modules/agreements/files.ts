import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { findAgreement } from './db.ts';

export const OWNER = 'agreement';
/** Ours (designDefault): the agreement, its annexes and renewals. */
const MOST = 12;

export async function addFile(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await findAgreement(ctx, id, true);
  if (!row || row.area_code !== ctx.actor.areaCode) throw new DomainError('platform.not-found');
  if (!file) throw new DomainError('platform.file-type');
  if ((await listAttachments(ctx, { kind: OWNER, id })).length >= MOST)
    throw new DomainError('platform.wrong-state', `一份协议最多${MOST}个附件`);
  const made = await attach(ctx, filesFolder(), {
    file: { name: file.name, content: file.bytes },
    to: { owner: { kind: OWNER, id }, areaCode: row.area_code },
  });
  const after = { fileId: made.id, bytes: made.bytes, sm3: made.sm3 };
  const subject = { kind: OWNER, id };
  await record(ctx, { action: 'agreements.add-file', subject, areaCode: row.area_code, after });
  return { id: made.id };
}

export async function readFile(ctx: Context, of: { id: string; fileId: string }): Promise<FileAnswer> {
  const known = (await listAttachments(ctx, { kind: OWNER, id: of.id })).some(file => file.id === of.fileId);
  if (!known || !(await findAgreement(ctx, of.id))) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.fileId);
  return { fileName: name, mediaType, content };
}
