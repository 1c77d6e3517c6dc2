import { DomainError } from '#contracts/errors.ts';
import { refuseWithheld, withheldFor } from '#modules/consents/index.ts';
import { record } from '#platform/audit/record.ts';
import { attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import { sniff } from '#platform/files/sniff.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from './db.ts';

const OWNER = 'festival-visit';
const MOST = 6;

async function getVisit(ctx: Context, id: string): Promise<db.VisitRecord> {
  const row = await db.findVisit(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这位老人的慰问，或不在您的名单里');
  ctx.saw(row.elder_id);
  return row;
}

/** A picture of the delivery, while the visit is open; the content decides whether it is one. */
export async function addPhoto(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await getVisit(ctx, id);
  if (row.status !== 'listed') throw new DomainError('platform.wrong-state', '待上门的慰问才能交照片');
  if (row.photos >= MOST) throw new DomainError('platform.wrong-state', `一次慰问最多 ${MOST} 张照片`);
  await refuseWithheld(ctx, row.elder_id, 'photo-service');
  const found = await sniff(file?.bytes ?? Buffer.alloc(0));
  if (!file || !found.ok || (found.kind !== 'png' && found.kind !== 'jpeg'))
    throw new DomainError('platform.file-type', '请交 PNG 或 JPEG 照片');
  const { elder_id: elderId, area_code: areaCode, assignee_id: assigneeId } = row;
  const made = await attach(ctx, filesFolder(), {
    file: { name: file.name, content: file.bytes },
    to: { owner: { kind: OWNER, id }, areaCode, elderId, assigneeId },
  });
  const after = { photoId: made.id, bytes: made.bytes, sm3: made.sm3 };
  await record(ctx, { action: 'festivals.add-photo', subject: { kind: OWNER, id }, elderId, areaCode, after });
  return { id: made.id, name: made.name };
}

const withheldOf = async (ctx: Context, row: db.VisitRecord): Promise<string | null> =>
  (await withheldFor(ctx, [row.elder_id], 'photo-service')).get(row.elder_id) ?? null;

export async function listPhotos(ctx: Context, id: string) {
  const row = await getVisit(ctx, id);
  const withheld = await withheldOf(ctx, row);
  const photos = withheld ? [] : await listAttachments(ctx, { kind: OWNER, id });
  return { rows: photos.map(photo => ({ id: photo.id, name: photo.name })), withheld };
}

export async function readPhoto(ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> {
  const { rows, withheld } = await listPhotos(ctx, of.id);
  if (withheld) throw new DomainError('consents.withheld', withheld);
  if (!rows.some(photo => photo.id === of.photoId)) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.photoId);
  return { fileName: name, mediaType, content };
}

/** Delivery is shown by a photo, or said why there is none; nobody is photographed against their will (designDefault). */
export async function needProof(ctx: Context, row: db.VisitRecord, note: string | undefined): Promise<void> {
  if (row.photos > 0 || note || (await withheldOf(ctx, row))) return;
  throw new DomainError('festivals.needs-photo', undefined, { note: '没有照片的，请写为什么没有' });
}
