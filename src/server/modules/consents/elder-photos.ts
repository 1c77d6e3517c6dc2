import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { type Attachment, attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import { sniff } from '#platform/files/sniff.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { refuseWithheld, withheldFor } from './check-consent.ts';

/** The record that photos of a person belong to, and by whom it may be reached. */
type Owner = {
  kind: string;
  id: string;
  elderId: string;
  areaCode: string;
  providerId?: string | null;
  assigneeId?: string | null;
};

/** `most` for one `noun`, “一次慰问”; `stage` goes before the file's name. */
type Taken = {
  file: { name: string; bytes: Buffer } | undefined;
  most: number;
  noun: string;
  audit: string;
  stage?: string;
};

/** Keeps a photo if the person agrees to photos; its content decides whether it is one. Audited under `audit`. */
async function take(ctx: Context, owner: Owner, { file, most, noun, audit, stage }: Taken): Promise<Attachment> {
  const { kind, id, ...to } = owner;
  await refuseWithheld(ctx, owner.elderId, 'photo-service');
  const found = await sniff(file?.bytes ?? Buffer.alloc(0));
  if (!file || !found.ok)
    throw new DomainError('platform.file-type', found.ok ? undefined : `照片不能上传：${found.because}`);
  if (found.kind !== 'png' && found.kind !== 'jpeg')
    throw new DomainError('platform.file-type', '请交 PNG 或 JPEG 照片');
  const former = await listAttachments(ctx, { kind, id });
  if (former.length >= most) throw new DomainError('platform.wrong-state', `${noun}最多 ${most} 张照片`);
  const made = await attach(ctx, filesFolder(), {
    file: { name: stage ? `${stage}-${file.name}` : file.name, content: file.bytes },
    to: { owner: { kind, id }, ...to },
  });
  const after = { photoId: made.id, bytes: made.bytes, sm3: made.sm3, ...(stage && { stage }) };
  await record(ctx, { action: audit, subject: { kind, id }, elderId: owner.elderId, areaCode: owner.areaCode, after });
  return made;
}

/** All photos of a record and, where the person does not want them shown, why: whoever shows them leaves them out. */
async function kept(ctx: Context, { kind, id, elderId }: Pick<Owner, 'kind' | 'id' | 'elderId'>) {
  ctx.saw(elderId);
  const withheld = (await withheldFor(ctx, [elderId], 'photo-service')).get(elderId) ?? null;
  return { photos: await listAttachments(ctx, { kind, id }), withheld };
}

/** One photo of the record, or consents.withheld, or platform.not-found for one that lies elsewhere. */
async function read(ctx: Context, of: Pick<Owner, 'kind' | 'id' | 'elderId'>, photoId: string): Promise<FileAnswer> {
  const { photos, withheld } = await kept(ctx, of);
  if (withheld) throw new DomainError('consents.withheld', withheld);
  if (!photos.some(photo => photo.id === photoId)) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), photoId);
  return { fileName: name, mediaType, content };
}

export const elderPhotos = { take, kept, read };
