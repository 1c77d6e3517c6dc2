import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from '../db/corrections.ts';

const OWNER = 'correction';
/** Ours (designDefault): enough for both sides of a few documents. */
const MOST = 8;

/** A photo or scan of the document that a correction rests on, while nobody has decided. */
export async function addFile(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await db.findCorrection(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found');
  if (row.status !== 'proposed') throw new DomainError('platform.wrong-state', '这件更正已经核对过，不能再加附件');
  if (!file) throw new DomainError('platform.file-type');
  const former = await listAttachments(ctx, { kind: OWNER, id });
  if (former.length >= MOST) throw new DomainError('platform.wrong-state', `一件更正最多 ${MOST} 个附件`);
  const made = await attach(ctx, filesFolder(), {
    file: { name: file.name, content: file.bytes },
    to: { owner: { kind: OWNER, id }, areaCode: row.area_code, elderId: row.elder_id },
  });
  await record(ctx, {
    action: 'elders.add-correction-file',
    subject: { kind: 'correction', id },
    ...{ elderId: row.elder_id, areaCode: row.area_code, after: { fileId: made.id, bytes: made.bytes, sm3: made.sm3 } },
  });
  return { id: made.id };
}

export async function readFile(ctx: Context, of: { id: string; fileId: string }): Promise<FileAnswer> {
  const row = await db.findCorrection(ctx, of.id);
  const known = row && (await listAttachments(ctx, { kind: OWNER, id: of.id })).some(file => file.id === of.fileId);
  if (!row || !known) throw new DomainError('platform.not-found');
  ctx.saw(row.elder_id);
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.fileId);
  return { fileName: name, mediaType, content };
}
