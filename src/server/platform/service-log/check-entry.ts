import { canonicalBytes, type JsonObject, type LogEntry, leafHash } from './canonical.ts';
import type { Finding } from './findings.ts';
import { ERASE_KIND } from './write.ts';

/** A leaf with the entry it stands for; the entry's columns are null when the entry is gone (`present` false). */
export type LeafRow = {
  position: number;
  leaf_hash: Buffer;
  entry_id: string;
  leaf_elder_id: string | null;
  present: boolean;
  elder_id: string | null;
  area_code: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  payload: JsonObject | null;
  salt: Buffer | null;
  entry_hash: Buffer;
  version: number;
  at: string;
  erased_by: string | null;
};

export type ErasureClaim = { entryId: string; position: number; by: string };
type Into = { findings: Finding[]; claims: ErasureClaim[]; orders: Map<string, Set<string>> };

/** Compares one entry with its leaf; collects erased rows and erasure orders, which are matched at the end. */
export function checkEntry(row: LeafRow, into: Into): void {
  const { position, entry_id: entryId } = row;
  const ofElder = row.leaf_elder_id ? { elderId: row.leaf_elder_id } : {};
  if (!row.present) {
    const whose = row.leaf_elder_id ? `（老人 ${row.leaf_elder_id}）` : '';
    into.findings.push({
      kind: 'removed-row',
      say: `第 ${position + 1} 条 ${entryId}${whose}被删`,
      position,
      entryId,
      ...ofElder,
    });
    return;
  }
  const named = `第 ${position + 1} 条 ${entryId}（${row.at.slice(0, 19)}Z ${row.kind} ${row.subject_kind} ${row.subject_id}）`;
  const changed = (what: string) =>
    into.findings.push({ kind: 'changed-row', say: `${named}${what}`, position, entryId, ...ofElder });
  if (row.erased_by) {
    into.claims.push({ entryId, position, by: row.erased_by });
    if (!row.entry_hash.equals(row.leaf_hash)) changed('的哈希被改');
    return;
  }
  if (!hashOfRow(row)?.equals(row.leaf_hash)) {
    changed('的内容被改');
    return;
  }
  if (row.kind === ERASE_KIND && Array.isArray(row.payload?.entries)) {
    into.orders.set(entryId, new Set(row.payload.entries.map(String)));
  }
}

/** An emptied row must be on the list of a genuine erasure entry; else emptying is just another way of changing. */
export function refuseUnfoundedErasures(
  claims: readonly ErasureClaim[],
  orders: ReadonlyMap<string, ReadonlySet<string>>,
  findings: Finding[],
): void {
  for (const { entryId, position, by } of claims) {
    if (orders.get(by)?.has(entryId)) continue;
    const say = `第 ${position + 1} 条 ${entryId} 被清空，但没有写明要清空它的删除记录`;
    findings.push({ kind: 'changed-row', say, position, entryId });
  }
}

/** Undefined when the row cannot even be put into canonical form, which no written row can be. */
function hashOfRow(row: LeafRow): Buffer | undefined {
  if (!row.salt || !row.payload) return undefined;
  const entry: LogEntry = {
    entryId: row.entry_id,
    elderId: row.elder_id,
    areaCode: row.area_code,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    payload: row.payload,
    at: row.at,
  };
  try {
    return leafHash(row.salt, canonicalBytes(entry, row.version));
  } catch {
    return undefined;
  }
}
