import { randomBytes } from 'node:crypto';
import { newId } from '#shared/ids.ts';
import { insertMany } from '../database/insert-many.ts';
import type { Context } from '../http/context.ts';
import {
  CANONICAL_VERSION,
  canonicalBytes,
  instantText,
  type JsonObject,
  leafHash,
  SALT_BYTES,
} from '../service-log/canonical.ts';
import type { RecordedWrite } from './record.ts';

const AUDIT = {
  table: 'audit_entries',
  columns: {
    entry_id: 'uuid',
    at: 'timestamptz',
    kind: 'text',
    action: 'text',
    request_id: 'text',
    account_id: 'uuid',
    post_id: 'uuid',
    actor_name: 'text',
    role: 'text',
    way: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    elder_id: 'uuid',
    area_code: 'text',
    note: 'text',
    before: 'jsonb',
    after: 'jsonb',
  },
};
const LOG = {
  table: 'service_log_entries',
  columns: {
    entry_id: 'uuid',
    elder_id: 'uuid',
    area_code: 'text',
    kind: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    payload: 'jsonb',
    salt: 'bytea',
    leaf_hash: 'bytea',
    version: 'smallint',
    at: 'timestamptz',
  },
};
const PENDING = { table: 'service_log_pending', columns: { entry_id: 'uuid' } };

/** `record` for many writes of one transaction: the same audit row and service-log leaf each, three statements in all. */
export async function recordMany(ctx: Context, writes: readonly RecordedWrite[]): Promise<void> {
  if (writes.length === 0) return;
  ctx.recorded.count += writes.length;
  const { actor, client } = ctx;
  const ids = writes.map(() => newId());
  const by = { account_id: actor.accountId, post_id: actor.postId, actor_name: actor.name, role: actor.role };
  await insertMany(
    client,
    AUDIT,
    writes.map((write, i) => ({
      ...by,
      entry_id: ids[i],
      at: ctx.now,
      kind: 'write',
      action: write.action,
      request_id: ctx.requestId,
      way: ctx.scope.way,
      subject_kind: write.subject.kind,
      subject_id: write.subject.id,
      elder_id: write.elderId,
      area_code: write.areaCode,
      note: write.note,
      before: write.before,
      after: write.after,
    })),
  );
  await insertMany(
    client,
    LOG,
    writes.map((write, i) => logRow(ctx, ids[i] as string, write)),
  );
  await insertMany(
    client,
    PENDING,
    ids.map(entry_id => ({ entry_id })),
  );
}

function logRow(ctx: Context, entryId: string, write: RecordedWrite): Record<string, unknown> {
  const told = { actor: ctx.actor.accountId, role: ctx.actor.role, note: write.note ?? null };
  const values = { before: write.before ?? null, after: write.after ?? null };
  const payload = JSON.parse(JSON.stringify({ ...told, ...values })) as JsonObject;
  const elderId = write.elderId ?? null;
  const areaCode = write.areaCode ?? ctx.actor.areaCode;
  const entry = { entryId, elderId, areaCode, kind: write.action, subject: write.subject, at: ctx.now, payload };
  const salt = randomBytes(SALT_BYTES);
  return {
    entry_id: entryId,
    elder_id: elderId,
    area_code: areaCode,
    kind: write.action,
    subject_kind: write.subject.kind,
    subject_id: write.subject.id,
    payload: entry.payload,
    salt,
    leaf_hash: leafHash(salt, canonicalBytes(entry)),
    version: CANONICAL_VERSION,
    at: instantText(ctx.now),
  };
}
