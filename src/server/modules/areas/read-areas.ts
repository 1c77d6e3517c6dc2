import type { Area } from '#contracts/areas.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange, parentArea } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { readDivisions } from './divisions.ts';
import { groupUnitOf } from './rules.ts';

/** A division with those above it, city first; throws platform.not-found. */
export async function getArea(ctx: Context, code: string): Promise<{ area: Area; path: Area[]; successors: string[] }> {
  const codes: string[] = [];
  for (let at: string | null = code; at; at = parentArea(at)) codes.push(at);
  const path = await db.findAreas(ctx, codes);
  const area = path.find(a => a.code === code);
  if (!area) throw new DomainError('platform.not-found', `没有代码为 ${code} 的区划`);
  return { area, path: path.filter(a => a.code !== code), successors: await db.listSuccessors(ctx, code) };
}

/** Names of divisions by code; unknown codes are missing. For lists of other modules. */
export async function areaNames(ctx: Context, codes: readonly string[]): Promise<Map<string, string>> {
  const areas = await db.findAreas(ctx, [...new Set(codes)]);
  return new Map(areas.map(a => [a.code, a.name]));
}

const FILE_NAMES = new Map(readDivisions().map(division => [division.code, division.name]));

/** Name of a division for a label, from the shipped list; its code where the list does not know it. */
export const areaName = (code: string): string => FILE_NAMES.get(code) ?? code;

/** The divisions that a document's 各街镇, 各区 or 各村 means inside `parent` on a day (default today); none for an unknown phrase. */
export async function expandGroupUnit(ctx: Context, parent: string, of: { phrase: string; on?: string | undefined }) {
  const unit = groupUnitOf(of.phrase);
  if (!unit) return { phrase: of.phrase, level: null, rows: [] };
  const rows = await db.listWithin(ctx, { ...areaRange(parent), level: unit.level }, of.on ?? ctx.today);
  return { phrase: of.phrase, level: unit.level, rows: rows.filter(area => unit.fits(area.name)) };
}
