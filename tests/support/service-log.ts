import { checkEntry, type LeafRow } from '../../src/server/platform/service-log/check-entry.ts';
import type { Finding } from '../../src/server/platform/service-log/findings.ts';
import type { TestDatabase } from './database.ts';

/** Of every kind of entry in the log up to twenty: those that no longer hash to what was written. */
export async function changedEntries({ admin }: TestDatabase): Promise<string[]> {
  const { rows } = await admin.query<LeafRow>(
    `select 0 as position, leaf_hash, entry_id, elder_id as leaf_elder_id, true as present, elder_id, area_code, kind,
       subject_kind, subject_id, payload, salt, leaf_hash as entry_hash, version,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, erased_by
     from (select *, row_number() over (partition by kind) as n from service_log_entries) e where n <= 20`,
  );
  const into = { findings: [] as Finding[], claims: [], orders: new Map() };
  for (const row of rows) checkEntry(row, into);
  return into.findings.map(finding => finding.say);
}
