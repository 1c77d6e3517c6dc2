import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { findNominee } from './db.ts';

export const OWNER = 'filial-nominee';
/** Ours (designDefault). */
const MOST = 6;

/** A paper that shows the deeds, while nobody has decided. */
export async function addFile(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await findNominee(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found');
  if (row.status !== 'nominated' && row.status !== 'recommended')
    throw new DomainError('platform.wrong-state', '已经评选或撤下的，不能再交材料');
  if (!file) throw new DomainError('platform.file-type');
  if ((await listAttachments(ctx, { kind: OWNER, id })).length >= MOST)
    throw new DomainError('platform.wrong-state', `一份提名最多${MOST}份材料`);
  const made = await attach(ctx, filesFolder(), {
    file: { name: file.name, content: file.bytes },
    to: { owner: { kind: OWNER, id }, areaCode: row.area_code },
  });
  const after = { fileId: made.id, bytes: made.bytes, sm3: made.sm3 };
  const subject = { kind: OWNER, id };
  await record(ctx, { action: 'filial-models.add-file', subject, areaCode: row.area_code, after });
  return { id: made.id };
}

export async function readFile(ctx: Context, of: { id: string; fileId: string }): Promise<FileAnswer> {
  const known = (await listAttachments(ctx, { kind: OWNER, id: of.id })).some(file => file.id === of.fileId);
  if (!known || !(await findNominee(ctx, of.id))) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.fileId);
  return { fileName: name, mediaType, content };
}
