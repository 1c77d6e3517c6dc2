import { newId } from '#shared/ids.ts';
import type { RecordedWrite } from '../audit/record.ts';
import type { Context } from '../http/context.ts';
import type { JsonObject } from './canonical.ts';
import { appendEntry } from './write.ts';

/**
 * Every audited write also goes into the service log, in the same transaction: `addWitness(serviceLogWitness)` at start.
 * Notes stay out (free text); the audit row is named so that the two can be laid side by side.
 */
export async function serviceLogWitness(ctx: Context, write: RecordedWrite & { auditId: string }): Promise<void> {
  const { actor, now } = ctx;
  const changes = { ...(write.before ? { before: write.before } : {}), ...(write.after ? { after: write.after } : {}) };
  const payload = { auditId: write.auditId, accountId: actor.accountId, role: actor.role, ...changes };
  await appendEntry(ctx.client, {
    entryId: newId(),
    elderId: write.elderId ?? null,
    areaCode: write.areaCode ?? actor.areaCode,
    kind: write.action,
    subject: write.subject,
    // Through JSON once: dates and undefined become what the database will give back.
    payload: JSON.parse(JSON.stringify(payload)) as JsonObject,
    at: now,
  });
}
