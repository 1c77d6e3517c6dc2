import { DomainError } from '#contracts/errors.ts';
import type { AdaptationStatus } from '#contracts/home-adaptation-lifecycle.ts';
import { elderPhotos } from '#modules/consents/index.ts';
import type { Attachment } from '#platform/files/attachments.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { AdaptationRecord } from './db.ts';
import { getAdaptation } from './get-adaptation.ts';

/** What a photo of each state shows: it goes before the file's name. */
const STAGES: Partial<Record<AdaptationStatus, string>> = { assigned: '改造前', agreed: '完工', built: '验收' };

const shown = ({ id, name }: Attachment) => {
  const [stage = '', ...rest] = name.split('-');
  return { id, name: rest.join('-'), stage };
};

const ownerOf = (row: AdaptationRecord) => ({
  ...{ kind: 'home-adaptation', id: row.adaptation_id, elderId: row.elder_id, areaCode: row.area_code },
  ...{ providerId: row.provider_id, assigneeId: row.assignee_id },
});

/** Before, after and at the acceptance, by whoever is in the home then. */
export async function addPhoto(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await getAdaptation(ctx, id);
  const stage = STAGES[row.status];
  if (!stage) throw new DomainError('platform.wrong-state', '评估、施工、验收的时候才能交照片');
  const taken = { file, most: 30, noun: '一件改造', audit: 'home-adaptations.add-photo', stage };
  return shown(await elderPhotos.take(ctx, ownerOf(row), taken));
}

export async function listPhotos(ctx: Context, id: string) {
  const { photos, withheld } = await elderPhotos.kept(ctx, ownerOf(await getAdaptation(ctx, id)));
  return { rows: withheld ? [] : photos.map(shown), withheld };
}

export const readPhoto = async (ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> =>
  elderPhotos.read(ctx, ownerOf(await getAdaptation(ctx, of.id)), of.photoId);

/** Completion and acceptance are shown (374号: 验收), unless the elder does not want photos taken. */
export async function needPhotos(ctx: Context, row: AdaptationRecord, ids: readonly string[]): Promise<void> {
  const { photos, withheld } = await elderPhotos.kept(ctx, ownerOf(row));
  if (withheld) return;
  const own = photos.map(shown).filter(photo => photo.stage === STAGES[row.status]);
  if (ids.length === 0) throw new DomainError('home-adaptations.needs-photo', undefined, { photos: '请先交照片' });
  if (!ids.every(id => own.some(photo => photo.id === id)))
    throw new DomainError('platform.invalid-input', undefined, { photos: '有照片没有传上来，请重新交照片' });
}
