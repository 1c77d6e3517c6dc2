import { DomainError } from '#contracts/errors.ts';
import type { OrderPhoto } from '#contracts/order-photos.ts';
import { elderPhotos } from '#modules/consents/index.ts';
import type { Attachment } from '#platform/files/attachments.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from './db.ts';
import { orderForStep } from './reach.ts';

const shown = ({ id, name, bytes, uploadedAt }: Attachment): OrderPhoto => ({ id, name, bytes, uploadedAt });

const ownerOf = (order: db.OrderRecord) => ({
  ...{ kind: 'order', id: order.order_id, elderId: order.elder_id, areaCode: order.area_code },
  ...{ providerId: order.provider_id, assigneeId: order.assignee_id },
});

async function getOrder(ctx: Context, id: string): Promise<db.OrderRecord> {
  const order = await db.findOrder(ctx, id);
  if (!order) throw new DomainError('platform.not-found');
  return order;
}

type Received = { name: string; bytes: Buffer } | undefined;

/** Taken at the door while the service is under way. */
export async function addPhoto(ctx: Context, orderId: string, file: Received): Promise<OrderPhoto> {
  const order = await orderForStep(ctx, orderId);
  if (order.status !== 'started') throw new DomainError('platform.wrong-state', '签到以后、交记录之前才能交照片');
  const taken = { file, most: 10, noun: '一张服务单', audit: 'orders.add-photo' };
  return shown(await elderPhotos.take(ctx, ownerOf(order), taken));
}

export async function listPhotos(ctx: Context, orderId: string) {
  const { photos, withheld } = await elderPhotos.kept(ctx, ownerOf(await getOrder(ctx, orderId)));
  return { rows: withheld ? [] : photos.map(shown), withheld };
}

export const readPhoto = async (ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> =>
  elderPhotos.read(ctx, ownerOf(await getOrder(ctx, of.id)), of.photoId);

/** A record names only photos that lie with its own order. */
export async function refuseForeignPhotos(ctx: Context, orderId: string, evidence: readonly string[]): Promise<void> {
  if (evidence.length === 0) return;
  const { photos } = await elderPhotos.kept(ctx, ownerOf(await getOrder(ctx, orderId)));
  const known = new Set(photos.map(photo => photo.id));
  if (evidence.every(id => known.has(id))) return;
  throw new DomainError('platform.invalid-input', undefined, { evidence: '有照片没有传上来，请重新交照片' });
}
