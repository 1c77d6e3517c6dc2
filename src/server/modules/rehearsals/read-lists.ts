import { DomainError } from '#contracts/errors.ts';
import type { RehearsalStatus } from '#contracts/rehearsals/lifecycle.ts';
import type { Cell, Grouping, RehearsalRow, RehearsedPerson } from '#contracts/rehearsals/result.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaLevel } from '#shared/area-codes.ts';
import * as drafts from './db/drafts.ts';
import * as db from './db/read-result.ts';
import { getRehearsal, rowOf } from './read-rehearsal.ts';
import { groupRank, groupWords } from './rules/groups.ts';

type Asked = { cursor?: string | undefined; limit: number };

export async function listRehearsals(ctx: Context, query: Asked & { status?: RehearsalStatus | undefined }) {
  const status = query.status ?? null;
  const after = readCursor(query.cursor);
  const found = await drafts.listRehearsals(ctx, { status, after, limit: query.limit + 1 });
  const rows: RehearsalRow[] = found.slice(0, query.limit).map(rowOf);
  const last = rows.at(-1);
  const total = await drafts.countRehearsals(ctx, { status });
  const nextCursor = found.length > rows.length && last ? writeCursor(last.madeAt, last.id) : null;
  return { rows, nextCursor, total, totalIsApproximate: false };
}

type Grouped = { [K in Grouping]?: string | undefined } & { by: Grouping };

/** A result by street (by district within the city), age, hardship, disability or living; the largest change first. */
export async function readCells(ctx: Context, id: string, { by, ...within }: Grouped): Promise<{ rows: Cell[] }> {
  const row = await getRehearsal(ctx, id);
  const area = within.area ?? row.area_code;
  const level = by === 'area' && areaLevel(area) === 'city' ? 'district' : by;
  const cells = new Map<string, Cell>();
  for (const { key, outcome, ...sum } of await db.readCells(ctx, { id, by: level }, clean(within))) {
    const label = by === 'area' ? areaName(key) : groupWords(by, key);
    const cell = cells.get(key) ?? { key, label, people: 0, outcomes: {} };
    cells.set(key, cell);
    cell.people += sum.people;
    cell.outcomes[outcome] = sum;
  }
  const difference = (cell: Cell) =>
    Math.abs(Object.values(cell.outcomes).reduce((total, sum) => total + sum.newFen - sum.oldFen, 0));
  const rows = [...cells.values()].sort((a, b) =>
    by === 'area'
      ? difference(b) - difference(a) || a.key.localeCompare(b.key, 'en')
      : groupRank(by, a.key) - groupRank(by, b.key),
  );
  return { rows };
}

const clean = (within: { [K in string]?: string | undefined }): db.Within =>
  Object.fromEntries(Object.entries(within).filter(([, value]) => value !== undefined && value !== ''));

type People = Asked & { [K in Grouping | 'outcome' | 'cliff']?: string | undefined };

/** The persons behind a figure, under the caller's row rules. */
export async function listRehearsedPeople(ctx: Context, id: string, { cursor, limit, ...within }: People) {
  await getRehearsal(ctx, id);
  const of = { id, within: clean(within), after: readCursor(cursor), limit: limit + 1 };
  const { rows: found, total } = await db.readPeople(ctx, of);
  const rows = found.slice(0, limit);
  ctx.saw(...rows.map(row => row.elder_id));
  const last = rows.at(-1);
  return {
    rows: rows.map(personOf),
    nextCursor: found.length > rows.length && last ? writeCursor(last.street_code, last.elder_id) : null,
    total,
    totalIsApproximate: total === 10_000,
  };
}

const personOf = (row: db.PersonRecord): RehearsedPerson => ({
  elderId: row.elder_id,
  elderName: row.elder_name,
  areaName: areaName(row.area_code),
  bornOn: row.born_on,
  outcome: row.outcome,
  firstMonth: row.first_month,
  oldMonthFen: row.old_month_fen,
  newMonthFen: row.new_month_fen,
  oldFen: row.old_fen,
  newFen: row.new_fen,
  openOldFen: row.open_old_fen,
  openNewFen: row.open_new_fen,
});

const writeCursor = (at: string, id: string): string => Buffer.from(`${at} ${id}`).toString('base64url');

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isWhole = /^(\d{12}|\d{4}-[\d\-T:.]+Z)$/.test(at) && /^[0-9a-f-]{36}$/.test(id);
  if (!isWhole) throw new DomainError('platform.invalid-input', '翻页位置不对，请回到第一页');
  return { at, id };
}
