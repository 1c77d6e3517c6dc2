import { DomainError } from '#contracts/errors.ts';
import type { OrderPhoto } from '#contracts/order-photos.ts';
import { refuseWithheld, withheldFor } from '#modules/consents/index.ts';
import { record } from '#platform/audit/record.ts';
import { type Attachment, attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import { sniff } from '#platform/files/sniff.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from './db.ts';
import { orderForStep } from './reach.ts';

const OWNER = 'order';
const MOST = 10;

const shown = ({ id, name, bytes, uploadedAt }: Attachment): OrderPhoto => ({ id, name, bytes, uploadedAt });

/** Taken at the door while the service is under way; the content decides whether it is a picture. */
export async function addPhoto(
  ctx: Context,
  orderId: string,
  file: { name: string; bytes: Buffer } | undefined,
): Promise<OrderPhoto> {
  const order = await orderForStep(ctx, orderId);
  if (order.status !== 'started') throw new DomainError('platform.wrong-state', '签到以后、交记录之前才能交照片');
  await refuseWithheld(ctx, order.elder_id, 'photo-service');
  const found = await sniff(file?.bytes ?? Buffer.alloc(0));
  if (!file || !found.ok)
    throw new DomainError('platform.file-type', found.ok ? undefined : `照片不能上传：${found.because}`);
  if (found.kind !== 'png' && found.kind !== 'jpeg')
    throw new DomainError('platform.file-type', '请交 PNG 或 JPEG 照片');
  const former = await listAttachments(ctx, { kind: OWNER, id: orderId });
  if (former.length >= MOST) throw new DomainError('platform.wrong-state', `一张服务单最多 ${MOST} 张照片`);
  const made = await attach(ctx, filesFolder(), {
    file: { name: file.name, content: file.bytes },
    to: {
      owner: { kind: OWNER, id: orderId },
      areaCode: order.area_code,
      elderId: order.elder_id,
      providerId: order.provider_id,
      assigneeId: order.assignee_id,
    },
  });
  await record(ctx, {
    action: 'orders.add-photo',
    subject: { kind: 'order', id: orderId },
    elderId: order.elder_id,
    areaCode: order.area_code,
    after: { photoId: made.id, bytes: made.bytes, sm3: made.sm3 },
  });
  return shown(made);
}

async function visible(ctx: Context, orderId: string) {
  const order = await db.findOrder(ctx, orderId);
  if (!order) throw new DomainError('platform.not-found');
  ctx.saw(order.elder_id);
  const withheld = (await withheldFor(ctx, [order.elder_id], 'photo-service')).get(order.elder_id) ?? null;
  return { photos: await listAttachments(ctx, { kind: OWNER, id: orderId }), withheld };
}

export async function listPhotos(ctx: Context, orderId: string) {
  const { photos, withheld } = await visible(ctx, orderId);
  return { rows: withheld ? [] : photos.map(shown), withheld };
}

export async function readPhoto(ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> {
  const { photos, withheld } = await visible(ctx, of.id);
  if (withheld) throw new DomainError('consents.withheld', withheld);
  if (!photos.some(photo => photo.id === of.photoId)) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.photoId);
  return { fileName: name, mediaType, content };
}

/** A record names only photos that lie with its own order. */
export async function refuseForeignPhotos(ctx: Context, orderId: string, evidence: readonly string[]): Promise<void> {
  if (evidence.length === 0) return;
  const known = new Set((await listAttachments(ctx, { kind: OWNER, id: orderId })).map(photo => photo.id));
  if (evidence.every(id => known.has(id))) return;
  throw new DomainError('platform.invalid-input', undefined, { evidence: '有照片没有传上来，请重新交照片' });
}
