import { DomainError } from '#contracts/errors.ts';
import { newId } from '#shared/ids.ts';
import type { Context } from '../http/context.ts';
import { readStored, type StoredFile, storeFile } from './store.ts';

/** What a file belongs to, and by which columns the row rules let people reach it. */
export type AttachTo = {
  owner: { kind: string; id: string };
  areaCode: string;
  elderId?: string | null;
  providerId?: string | null;
  assigneeId?: string | null;
};

export type Attachment = {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sm3: string;
  uploadedAt: string;
};

/**
 * Checks and keeps a file and writes its row in the caller's transaction. The file comes first: a rollback may leave a
 * file that no row names, never a row without its file. The caller records the write (audit) with its own action.
 */
export async function attach(
  ctx: Context,
  folder: string,
  what: { file: { name: string; content: Buffer }; to: AttachTo },
): Promise<Attachment> {
  const stored = await storeFile(folder, what.file);
  const id = newId();
  await insertRow(ctx, id, { stored, to: what.to });
  const { name, mediaType, bytes, sm3 } = stored;
  return { id, name, mediaType, bytes, sm3, uploadedAt: ctx.now };
}

async function insertRow(ctx: Context, id: string, row: { stored: StoredFile; to: AttachTo }): Promise<void> {
  const { stored, to } = row;
  await ctx.client.query(
    `insert into attachments (attachment_id, sm3, name, media_type, bytes, owner_kind, owner_id, elder_id, area_code,
       provider_id, assignee_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, stored.sm3, stored.name, stored.mediaType, stored.bytes, to.owner.kind, to.owner.id],
      ...[to.elderId ?? null, to.areaCode, to.providerId ?? null, to.assigneeId ?? null, ctx.actor.accountId, ctx.now],
    ],
  );
}

const COLUMNS = 'attachment_id as id, name, media_type as "mediaType", bytes, sm3, uploaded_at as "uploadedAt"';

/** Files of a record that the actor may see, oldest first; withdrawn ones are left out. */
export async function listAttachments(ctx: Context, owner: { kind: string; id: string }): Promise<Attachment[]> {
  const { rows } = await ctx.client.query<Attachment>(
    `select ${COLUMNS} from attachments where owner_id = $1 and owner_kind = $2 and withdrawn_at is null
     order by uploaded_at, attachment_id`,
    [owner.id, owner.kind],
  );
  return rows;
}

/** The content of one attachment, checked against its hash; platform.not-found when it is not there or not visible. */
export async function readAttachment(
  ctx: Context,
  folder: string,
  id: string,
): Promise<Attachment & { content: Buffer }> {
  const { rows } = await ctx.client.query<Attachment>(
    `select ${COLUMNS} from attachments where attachment_id = $1 and withdrawn_at is null`,
    [id],
  );
  const found = rows[0];
  if (!found) throw new DomainError('platform.not-found');
  return { ...found, content: await readStored(folder, found.sm3) };
}

/** Takes a file back; the row stays. False when it is not there, not visible or already withdrawn. */
export async function withdrawAttachment(ctx: Context, id: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    'update attachments set withdrawn_at = $2 where attachment_id = $1 and withdrawn_at is null',
    [id, ctx.now],
  );
  return rowCount === 1;
}
