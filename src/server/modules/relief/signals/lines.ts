import type { RuleLine, WarningRule } from '#contracts/relief-rules.ts';
import { RULES } from '#contracts/relief-rules.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from '../db/lines.ts';
import { CITY } from '../rules.ts';

const NOT_FOUND = '没有查到文件规定的数，先按这个数预警，请区里按文件改';

/** Ours: it holds where and when nobody has set one. */
const defaultLine = (rule: WarningRule): RuleLine => ({
  ...{ areaName: '全市', fromOn: '2025-01-01', line: RULES[rule].line, windowMonths: RULES[rule].windowMonths },
  ...{ active: true, documentNumber: '', basis: NOT_FOUND, confidence: 'designDefault', setBy: '本系统默认' },
});

/** Set by an office on a document it names; without a number it is the office's own word. */
const lineOf = (row: db.LineRow): RuleLine => ({
  ...{ areaName: areaName(row.area_code), fromOn: row.from_on, line: row.line, windowMonths: row.window_months },
  ...{ active: row.active, documentNumber: row.document_number, basis: row.basis, setBy: row.set_by },
  confidence: row.document_number ? 'seed' : 'uncertain',
});

/** The narrowest area's latest that is in force: the district before the city, then the product's own. */
export function lineFor(
  rows: readonly db.LineRow[],
  of: { rule: WarningRule; areaCode: string; today: string },
): RuleLine {
  const district = areaAt(of.areaCode, 'district');
  const mine = rows.filter(row => row.rule === of.rule && row.from_on <= of.today);
  const found = mine.find(row => row.area_code === district) ?? mine.find(row => row.area_code === CITY);
  return found ? lineOf(found) : defaultLine(of.rule);
}

/** Of one rule, newest first, the product's own last; what other districts set is theirs. */
export function linesOf(rows: readonly db.LineRow[], of: { rule: WarningRule; areaCode: string }): RuleLine[] {
  const seen = [areaAt(of.areaCode, 'district'), CITY];
  const mine = rows.filter(row => row.rule === of.rule && (of.areaCode === CITY || seen.includes(row.area_code)));
  return [...mine.map(lineOf), defaultLine(of.rule)];
}

type Body = {
  line: number;
  windowMonths: number;
  active: boolean;
  documentNumber: string;
  basis: string;
  fromOn: string;
};
export async function setLine(ctx: Context, rule: WarningRule, body: Body): Promise<{ id: string }> {
  const id = newId();
  await db.insertLine(ctx, {
    ...{ threshold_id: id, rule, line: body.line, window_months: body.windowMonths, active: body.active },
    ...{ document_number: body.documentNumber, basis: body.basis, from_on: body.fromOn },
  });
  const { areaCode } = ctx.actor;
  await record(ctx, {
    ...{ action: 'relief.set-rule', subject: { kind: 'relief-threshold', id }, areaCode, note: body.basis },
    after: { rule, line: body.line, windowMonths: body.windowMonths, active: body.active, fromOn: body.fromOn },
  });
  return { id };
}
