import type { Directory, DirectorySource, listDirectoryChanges as listing } from '#contracts/directory-changes.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import type { Role } from '#contracts/roles.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';

type Change = { directory: Directory; id: string; name: string; areaCode: string; what: string };

/** One change of a directory's entry, with whose word it is; called in the transaction of the change itself. */
export async function noteChange(ctx: Context, of: Change): Promise<void> {
  await db.insertChange(ctx, {
    ...{ change_id: newId(), directory: of.directory, subject_id: of.id, subject_name: of.name },
    ...{ area_code: of.areaCode, what: of.what, source: sourceOf(ctx), source_area: ctx.actor.areaCode },
    ...{ by_name: ctx.actor.name, changed_at: ctx.now },
  });
}

const OFFICES: readonly Role[] = ['city', 'district', 'street'];

function sourceOf(ctx: Context): string {
  const { role, areaCode } = ctx.actor;
  if (!OFFICES.includes(role)) return ROLE_LABELS[role];
  return areaLevel(areaCode) === 'city' ? '市级民政' : `${areaName(areaCode)}${role === 'district' ? '民政' : ''}`;
}

/** The last change of each entry; entries that never changed are not in it. */
export async function sourcesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, DirectorySource>> {
  const rows = ids.length === 0 || !MAY_SEE.includes(ctx.actor.way) ? [] : await db.lastChanges(ctx, ids);
  return new Map(rows.map(row => [row.subject_id, { source: row.source, what: row.what, at: row.changed_at }]));
}
const MAY_SEE: readonly string[] = ['area', 'organisation'];

type Asked = { directory?: Directory | undefined; cursor?: string | undefined; limit: number };

/** The change feed: providers of the whole city (their directory is one), places of the caller's own area. */
export async function listChanges(ctx: Context, asked: Asked): Promise<OutputOf<typeof listing>> {
  const of = { directory: asked.directory ?? null, area: ctx.actor.areaCode };
  const found = await db.listChanges(ctx, { ...of, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.changed_at, row.change_id]);
  const rows = kept.map(row => ({
    ...{ id: row.change_id, directory: row.directory, subjectId: row.subject_id, subjectName: row.subject_name },
    ...{ areaCode: row.area_code, areaName: areaName(row.area_code), what: row.what, source: row.source },
    ...{ by: row.by_name, at: row.changed_at },
  }));
  return { rows, nextCursor, total: await db.countChanges(ctx, of), totalIsApproximate: false };
}
