import { DomainError } from '#contracts/errors.ts';
import type { AdaptationStatus } from '#contracts/home-adaptation-lifecycle.ts';
import { refuseWithheld, withheldFor } from '#modules/consents/index.ts';
import { record } from '#platform/audit/record.ts';
import { type Attachment, attach, listAttachments, readAttachment } from '#platform/files/attachments.ts';
import { filesFolder } from '#platform/files/folder.ts';
import { sniff } from '#platform/files/sniff.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { AdaptationRecord } from './db.ts';
import { getAdaptation } from './get-adaptation.ts';

const OWNER = 'home-adaptation';
const MOST = 30;
/** What a photo of each state shows: it goes before the file's name. */
const STAGES: Partial<Record<AdaptationStatus, string>> = { assigned: '改造前', agreed: '完工', built: '验收' };

const shown = ({ id, name }: Attachment) => {
  const [stage = '', ...rest] = name.split('-');
  return { id, name: rest.join('-'), stage };
};

/** Before, after and at the acceptance, by whoever is in the home then; the content decides whether it is a picture. */
export async function addPhoto(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  const row = await getAdaptation(ctx, id);
  const stage = STAGES[row.status];
  if (!stage) throw new DomainError('platform.wrong-state', '评估、施工、验收的时候才能交照片');
  await refuseWithheld(ctx, row.elder_id, 'photo-service');
  const found = await sniff(file?.bytes ?? Buffer.alloc(0));
  if (!file || !found.ok)
    throw new DomainError('platform.file-type', found.ok ? undefined : `照片不能上传：${found.because}`);
  if (found.kind !== 'png' && found.kind !== 'jpeg')
    throw new DomainError('platform.file-type', '请交 PNG 或 JPEG 照片');
  const former = await listAttachments(ctx, { kind: OWNER, id });
  if (former.length >= MOST) throw new DomainError('platform.wrong-state', `一件改造最多 ${MOST} 张照片`);
  const { elder_id: elderId, area_code: areaCode, provider_id: providerId, assignee_id: assigneeId } = row;
  const made = await attach(ctx, filesFolder(), {
    file: { name: `${stage}-${file.name}`, content: file.bytes },
    to: { owner: { kind: OWNER, id }, areaCode, elderId, providerId, assigneeId },
  });
  const after = { photoId: made.id, bytes: made.bytes, sm3: made.sm3, stage };
  await record(ctx, { action: 'home-adaptations.add-photo', subject: { kind: OWNER, id }, elderId, areaCode, after });
  return shown(made);
}

async function visible(ctx: Context, row: AdaptationRecord) {
  ctx.saw(row.elder_id);
  const withheld = (await withheldFor(ctx, [row.elder_id], 'photo-service')).get(row.elder_id) ?? null;
  return { photos: await listAttachments(ctx, { kind: OWNER, id: row.adaptation_id }), withheld };
}

export async function listPhotos(ctx: Context, id: string) {
  const { photos, withheld } = await visible(ctx, await getAdaptation(ctx, id));
  return { rows: withheld ? [] : photos.map(shown), withheld };
}

export async function readPhoto(ctx: Context, of: { id: string; photoId: string }): Promise<FileAnswer> {
  const { photos, withheld } = await visible(ctx, await getAdaptation(ctx, of.id));
  if (withheld) throw new DomainError('consents.withheld', withheld);
  if (!photos.some(photo => photo.id === of.photoId)) throw new DomainError('platform.not-found');
  const { name, mediaType, content } = await readAttachment(ctx, filesFolder(), of.photoId);
  return { fileName: name, mediaType, content };
}

/** Completion and acceptance are shown (374号: 验收), unless the elder does not want photos taken. */
export async function needPhotos(ctx: Context, row: AdaptationRecord, ids: readonly string[]): Promise<void> {
  const { photos, withheld } = await visible(ctx, row);
  if (withheld) return;
  const own = photos.map(shown).filter(photo => photo.stage === STAGES[row.status]);
  if (ids.length === 0) throw new DomainError('home-adaptations.needs-photo', undefined, { photos: '请先交照片' });
  if (!ids.every(id => own.some(photo => photo.id === id)))
    throw new DomainError('platform.invalid-input', undefined, { photos: '有照片没有传上来，请重新交照片' });
}
