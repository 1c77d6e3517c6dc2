import { randomBytes } from 'node:crypto';
import { newId } from '#shared/ids.ts';
import { arrayParameter } from '../database/array-parameter.ts';
import type { Context } from '../http/context.ts';
import {
  CANONICAL_VERSION,
  canonicalBytesWith,
  canonicalJson,
  instantText,
  type JsonObject,
  leafHash,
  SALT_BYTES,
} from '../service-log/canonical.ts';
import type { RecordedWrite } from './record.ts';

/** A write as both rows hold it: JSON is text already. */
type Line = Required<Pick<RecordedWrite, 'action' | 'subject'>> & {
  id: string;
  elderId: string | null;
  areaCode: string | null;
  note: string | null;
  before: string | null;
  after: string | null;
};

/** `record` for many writes of one transaction: the same audit row and service-log leaf each, three statements in all. */
export async function recordMany(ctx: Context, writes: readonly RecordedWrite[]): Promise<void> {
  if (writes.length === 0) return;
  ctx.recorded.count += writes.length;
  const lines = writes.map(
    (write): Line => ({
      id: newId(),
      action: write.action,
      subject: write.subject,
      elderId: write.elderId ?? null,
      areaCode: write.areaCode ?? null,
      note: write.note ?? null,
      before: write.before ? JSON.stringify(write.before) : null,
      after: write.after ? JSON.stringify(write.after) : null,
    }),
  );
  await insertAudit(ctx, lines);
  await insertLog(ctx, lines);
}

/** One array parameter of all lines. */
const column = (lines: readonly Line[], type: string, of: (line: Line) => unknown): Buffer | string =>
  arrayParameter(lines.map(of), type);

async function insertAudit(ctx: Context, lines: readonly Line[]): Promise<void> {
  const { actor } = ctx;
  await ctx.client.query(
    `insert into audit_entries (entry_id, at, kind, action, request_id, account_id, post_id, actor_name, role, way,
       subject_kind, subject_id, elder_id, area_code, note, before, after)
     select t.id, $1, 'write', t.action, $2, $3, $4, $5, $6, $7, t.subject_kind, t.subject_id, t.elder_id, t.area_code,
       t.note, t.before, t.after
     from unnest($8::uuid[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::jsonb[],
       $16::jsonb[]) as t (id, action, subject_kind, subject_id, elder_id, area_code, note, before, after)`,
    [
      ...[ctx.now, ctx.requestId, actor.accountId, actor.postId, actor.name, actor.role, ctx.scope.way],
      column(lines, 'uuid', line => line.id),
      column(lines, 'text', line => line.action),
      column(lines, 'text', line => line.subject.kind),
      column(lines, 'text', line => line.subject.id),
      column(lines, 'uuid', line => line.elderId),
      column(lines, 'text', line => line.areaCode),
      column(lines, 'text', line => line.note),
      column(lines, 'jsonb', line => line.before),
      column(lines, 'jsonb', line => line.after),
    ],
  );
}

async function insertLog(ctx: Context, lines: readonly Line[]): Promise<void> {
  const areaOf = (line: Line) => line.areaCode ?? ctx.actor.areaCode;
  const salts = randomBytes(SALT_BYTES * lines.length);
  const at = instantText(ctx.now);
  const logged = lines.map((line, i) => {
    const salt = salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
    const payload = payloadOf(ctx, line);
    const entry = { entryId: line.id, elderId: line.elderId, areaCode: areaOf(line), kind: line.action };
    const bytes = canonicalBytesWith({ ...entry, subject: line.subject, at }, payload);
    return { payload, salt, leaf: leafHash(salt, bytes) };
  });
  const ids = column(lines, 'uuid', line => line.id);
  await ctx.client.query(
    `insert into service_log_entries (entry_id, elder_id, area_code, kind, subject_kind, subject_id, payload, salt,
       leaf_hash, version, at)
     select *, $1::smallint, $2::timestamptz
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::bytea[], $11::bytea[])`,
    [
      ...[CANONICAL_VERSION, at, ids],
      column(lines, 'uuid', line => line.elderId),
      column(lines, 'text', areaOf),
      column(lines, 'text', line => line.action),
      column(lines, 'text', line => line.subject.kind),
      column(lines, 'text', line => line.subject.id),
      arrayParameter(
        logged.map(one => one.payload),
        'jsonb',
      ),
      arrayParameter(
        logged.map(one => one.salt),
        'bytea',
      ),
      arrayParameter(
        logged.map(one => one.leaf),
        'bytea',
      ),
    ],
  );
  await ctx.client.query('insert into service_log_pending (entry_id) select * from unnest($1::uuid[])', [ids]);
}

/** What `record` writes down, as canonical text. */
function payloadOf(ctx: Context, { note, before, after }: Line): string {
  const plain = (text: string | null) => (text === null ? null : (JSON.parse(text) as JsonObject));
  const { accountId, role } = ctx.actor;
  return canonicalJson({ actor: accountId, role, note, before: plain(before), after: plain(after) });
}
