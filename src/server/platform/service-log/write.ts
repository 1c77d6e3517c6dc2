import { randomBytes } from 'node:crypto';
import {
  CANONICAL_VERSION,
  canonicalBytes,
  instantText,
  type LogEntry,
  leafHash,
  SALT_BYTES,
  storedJson,
} from './canonical.ts';
import type { Sql } from './sql.ts';

/**
 * Writes one entry inside the transaction of the write it tells of: both are there, or neither is.
 * It has no position yet; the sealer gives one within seconds. Needs only the insert right.
 */
export async function appendEntry(sql: Sql, entry: LogEntry): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const hash = leafHash(salt, canonicalBytes(entry));
  const { entryId, elderId, areaCode, kind, subject } = entry;
  await sql.query(
    `with entry as (
       insert into service_log_entries
         (entry_id, elder_id, area_code, kind, subject_kind, subject_id, payload, salt, leaf_hash, version, at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11::timestamptz))
     insert into service_log_pending (entry_id) values ($1)`,
    [
      ...[entryId, elderId, areaCode, kind, subject.kind, subject.id, storedJson(entry.payload)],
      ...[salt, hash, CANONICAL_VERSION, instantText(entry.at)],
    ],
  );
}

export const ERASE_KIND = 'service-log.erase';

/**
 * Empties what the log says about a person and writes the entry that says so, listing the emptied rows by id.
 * The leaves stay, so every proof and head stays true. Returns how many rows were emptied. Runs as the batch role.
 */
export async function erasePerson(
  sql: Sql,
  order: { entryId: string; elderId: string; areaCode: string; at: string; because: string },
): Promise<number> {
  const { rows } = await sql.query<{ entry_id: string }>(
    'select entry_id from service_log_entries where elder_id = $1 and erased_by is null and kind <> $2 order by entry_id',
    [order.elderId, ERASE_KIND],
  );
  const entries = rows.map(r => r.entry_id);
  const { entryId, elderId, areaCode, at, because } = order;
  const subject = { kind: 'elder', id: elderId };
  await appendEntry(sql, { entryId, elderId, areaCode, at, kind: ERASE_KIND, subject, payload: { because, entries } });
  await sql.query(
    'update service_log_entries set payload = null, salt = null, erased_by = $1 where entry_id = any ($2::uuid[])',
    [entryId, entries],
  );
  return entries.length;
}
