import { newId } from '#shared/ids.ts';
import type { Context } from '../http/context.ts';
import type { JsonObject } from '../service-log/canonical.ts';
import { appendEntry } from '../service-log/write.ts';

export type RecordedWrite = {
  /** `<module>.<verb>`, the same name as on the route line where there is one. */
  action: string;
  subject: { kind: string; id: string };
  elderId?: string | null;
  /** The area answering for the subject now. */
  areaCode?: string | null;
  note?: string;
  /** Only changed fields; never an identity number, phone, door or account in clear. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes the audit row of a write, and the service-log entry, both in the write's own transaction. */
export async function record(ctx: Context, write: RecordedWrite): Promise<void> {
  const auditId = newId();
  ctx.recorded.count += 1;
  await ctx.client.query(
    `insert into audit_entries (entry_id, at, kind, action, request_id, account_id, post_id, actor_name, role, way,
       subject_kind, subject_id, elder_id, area_code, note, before, after)
     values ($1, $2, 'write', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      auditId,
      ctx.now,
      write.action,
      ctx.requestId,
      ctx.actor.accountId,
      ctx.actor.postId,
      ctx.actor.name,
      ctx.actor.role,
      ctx.scope.way,
      write.subject.kind,
      write.subject.id,
      write.elderId ?? null,
      write.areaCode ?? null,
      write.note ?? null,
      write.before ? JSON.stringify(write.before) : null,
      write.after ? JSON.stringify(write.after) : null,
    ],
  );
  const payload = {
    actor: ctx.actor.accountId,
    role: ctx.actor.role,
    note: write.note ?? null,
    before: write.before ?? null,
    after: write.after ?? null,
  };
  await appendEntry(ctx.client, {
    entryId: auditId,
    elderId: write.elderId ?? null,
    areaCode: write.areaCode ?? ctx.actor.areaCode,
    kind: write.action,
    subject: write.subject,
    at: ctx.now,
    payload: JSON.parse(JSON.stringify(payload)) as JsonObject,
  });
}
