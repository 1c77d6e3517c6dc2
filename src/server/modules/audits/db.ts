import type { AuditKind } from '#contracts/audits.ts';
import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { addDays } from '#shared/dates.ts';

export type AuditRow = {
  entry_id: string;
  at: string;
  kind: AuditKind;
  action: string;
  actor_name: string | null;
  role: Role | null;
  subject_kind: string | null;
  subject_id: string | null;
  elder_id: string | null;
  area_code: string | null;
  note: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type AuditFilter = {
  kind?: string | undefined;
  role?: string | undefined;
  elderId?: string | undefined;
  subjectId?: string | undefined;
  area?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

type Page = { before: { at: string; id: string } | null; limit: number };

/** Newest first within the caller's row rules; `to` includes its whole day in Shanghai. */
export async function listEntries(ctx: Context, filter: AuditFilter, page: Page): Promise<AuditRow[]> {
  const where: string[] = ['true'];
  const values: unknown[] = [];
  const add = (condition: string, ...given: unknown[]) => {
    let at = values.length;
    where.push(condition.replaceAll('?', () => `$${++at}`));
    values.push(...given);
  };
  if (filter.kind) add('kind = ?', filter.kind);
  if (filter.role) add('role = ?', filter.role);
  if (filter.elderId) add('elder_id = ?::uuid', filter.elderId);
  if (filter.subjectId) add('subject_id = ?', filter.subjectId);
  if (filter.actor) add('actor_name = ?', filter.actor);
  if (filter.area) {
    const { from, to } = areaRange(filter.area);
    add('area_code >= ? and area_code < ?', from, to);
  }
  if (filter.from) add('at >= ?::timestamptz', `${filter.from}T00:00:00+08:00`);
  if (filter.to) add('at < ?::timestamptz', `${addDays(filter.to, 1)}T00:00:00+08:00`);
  if (page.before) add('(at, entry_id) < (?::timestamptz, ?::uuid)', page.before.at, page.before.id);
  const { rows } = await ctx.client.query<AuditRow>(
    `select entry_id, at, kind, action, actor_name, role, subject_kind, subject_id, elder_id, area_code, note, before, after
     from audit_entries where ${where.join(' and ')} order by at desc, entry_id desc limit ${page.limit}`,
    values,
  );
  return rows;
}
