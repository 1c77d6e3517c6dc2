import { DomainError } from '#contracts/errors.ts';
import { elderPhotos } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from './db.ts';

const ownerOf = ({
  visit_id: id,
  elder_id: elderId,
  area_code: areaCode,
  assignee_id: assigneeId,
}: db.VisitRecord) => ({
  ...{ kind: 'festival-visit', id, elderId, areaCode, assigneeId },
});

async function getVisit(ctx: Context, id: string): Promise<db.VisitRecord> {
  const row = await db.findVisit(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这位老人的慰问，或不在您的名单里');
  ctx.saw(row.elder_id);
  return row;
}

/** A picture of the delivery, while the visit is open. */
export async function addPhoto(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await getVisit(ctx, id);
  if (row.status !== 'listed') throw new DomainError('platform.wrong-state', '待上门的慰问才能交照片');
  const taken = { file, most: 6, noun: '一次慰问', audit: 'festivals.add-photo' };
  const made = await elderPhotos.take(ctx, ownerOf(row), taken);
  return { id: made.id, name: made.name };
}

export async function listPhotos(ctx: Context, id: string) {
  const { photos, withheld } = await elderPhotos.kept(ctx, ownerOf(await getVisit(ctx, id)));
  return { rows: withheld ? [] : photos.map(photo => ({ id: photo.id, name: photo.name })), withheld };
}

export const readPhoto = async (ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> =>
  elderPhotos.read(ctx, ownerOf(await getVisit(ctx, of.id)), of.photoId);

/** Delivery is shown by a photo, or said why there is none; nobody is photographed against their will (designDefault). */
export async function needProof(ctx: Context, row: db.VisitRecord, note: string | undefined): Promise<void> {
  if (row.photos > 0 || note || (await elderPhotos.kept(ctx, ownerOf(row))).withheld) return;
  throw new DomainError('festivals.needs-photo', undefined, { note: '没有照片的，请写为什么没有' });
}
