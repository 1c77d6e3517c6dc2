import { AGE_GROUPS, type CardUseBatch, MERCHANT_TYPES, type readCardUseReport } from '#contracts/card-uses.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName, areaNames } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { AREA_DIGITS, AREA_LEVELS, areaLevel, areaRange, isInArea } from '#shared/area-codes.ts';
import { addMonths, monthOf } from '#shared/dates.ts';
import * as db from './db.ts';

export const batchOf = (row: db.BatchRow): CardUseBatch => ({
  ...{ id: row.batch_id, fileName: row.file_name, sender: row.sender, status: row.status, runId: row.run_id },
  ...{ error: row.error, rows: row.rows, taken: row.taken },
  ...{ repeated: row.repeated, refused: row.refused, refusals: row.refusals },
  ...{ takenFen: Number(row.taken_fen), repeatedFen: Number(row.repeated_fen), by: row.brought_by, at: row.brought_at },
});

export async function listBatches(ctx: Context, asked: { cursor?: string | undefined; limit: number }) {
  const found = await db.listBatches(ctx, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.brought_at, row.batch_id]);
  return { rows: kept.map(batchOf), nextCursor, total: null, totalIsApproximate: false };
}

type Asked = { from?: string | undefined; to?: string | undefined; area?: string | undefined };

/** Grouping bits (month, type, place, age) of the lines of sumUses: a bit is set where the column is summed over. */
const LEVELS = { cell: 0b0001, month: 0b0111, type: 0b1011, area: 0b1101, age: 0b1110, total: 0b1111 } as const;
/** A year back, this month included. */
const MONTHS_BACK = 11;

/** Use of the card in a span of months. Every part is summed from the transactions themselves, not from another part. */
export async function readReport(ctx: Context, asked: Asked): Promise<OutputOf<typeof readCardUseReport>> {
  const area = asked.area ?? ctx.actor.areaCode;
  if (!isInArea(area, ctx.actor.areaCode)) throw new DomainError('card-uses.outside-area');
  const to = asked.to ?? monthOf(ctx.today);
  const from = asked.from ?? monthOf(addMonths(`${to}-01`, -MONTHS_BACK));
  if (from > to) throw new DomainError('platform.invalid-input', undefined, { from: '开始月份晚于结束月份' });
  const level = areaLevel(area);
  // Uses stand at streets: below a street there is nothing to tell apart.
  const below =
    level === 'street' || level === 'community' ? 'street' : (AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] ?? 'street');
  const span = { from: `${from}-01`, to: addMonths(`${to}-01`, 1) };
  const rows = await db.sumUses(ctx, { range: areaRange(area), ...span, digits: AREA_DIGITS[below] });
  const at = (bits: number) => rows.filter(row => row.level === bits);
  const sum = (row: db.ReportRow | undefined) => ({ uses: row?.uses ?? 0, fen: row?.fen ?? 0 });
  const codeOf = (row: db.ReportRow): string => (row.prefix ?? '').padEnd(12, '0');
  const names = await areaNames(ctx, at(LEVELS.area).map(codeOf));
  return {
    ...{ from, to, areaCode: area, areaName: areaName(area), total: sum(at(LEVELS.total)[0]) },
    months: at(LEVELS.month).map(row => ({ month: row.month ?? '', ...sum(row) })),
    types: MERCHANT_TYPES.map(type => ({ type, ...sum(at(LEVELS.type).find(row => row.type === type)) })),
    areas: at(LEVELS.area).map(row => ({
      areaCode: codeOf(row),
      areaName: names.get(codeOf(row)) ?? codeOf(row),
      ...sum(row),
    })),
    ages: AGE_GROUPS.map(age => ({ age, ...sum(at(LEVELS.age).find(row => row.age === age)) })),
    cells: at(LEVELS.cell).map(row => ({
      month: row.month ?? '',
      type: row.type ?? 'other',
      areaCode: codeOf(row),
      ...sum(row),
    })),
  };
}
