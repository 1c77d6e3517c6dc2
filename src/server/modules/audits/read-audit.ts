import type { AuditEntry } from '#contracts/audits.ts';
import { DATA_CLASS_LABELS, type DataClass } from '#contracts/data-classes.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { actionLabel } from '#platform/audit/action-names.ts';
import type { Context } from '#platform/http/context.ts';
import { type AuditFilter, type AuditRow, listEntries } from './db.ts';
import { stepWords } from './rules.ts';

/** One page of 谁看过、谁办过, newest first. */
export async function listAudit(ctx: Context, asked: AuditFilter & { cursor?: string | undefined; limit: number }) {
  const found = await listEntries(ctx, asked, { before: readCursor(asked.cursor), limit: asked.limit + 1 });
  const rows = found.slice(0, asked.limit);
  const last = found.length > asked.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(entryOf),
    nextCursor: last ? Buffer.from(`${last.at} ${last.entry_id}`).toString('base64url') : null,
    total: null,
    totalIsApproximate: false,
  };
}

function entryOf(row: AuditRow): AuditEntry {
  return {
    id: row.entry_id,
    at: row.at,
    kind: row.kind,
    action: row.action,
    actionLabel: `${actionLabel(row.action) ?? stepWords(row.action) ?? row.action}${classOf(row)}`,
    actorName: row.actor_name,
    role: row.role,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    elderId: row.elder_id,
    areaCode: row.area_code,
    areaName: row.area_code ? areaName(row.area_code) : null,
    note: row.note,
    changed: [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])],
  };
}

/** Which class of data was opened, by name. */
const classOf = ({ subject_kind: kind, subject_id: id }: AuditRow): string =>
  kind === 'data-class' && id !== null && id in DATA_CLASS_LABELS ? `（${DATA_CLASS_LABELS[id as DataClass]}）` : '';

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new DomainError('platform.invalid-input', '翻页位置不对，请回到第一页');
  }
  return { at, id };
}
