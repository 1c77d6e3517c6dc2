import type { UseRow } from '#contracts/subsidies.ts';
import type { UseKind } from '#contracts/subsidy-lifecycle.ts';

/** The columns that a pasted table has, in order, by kind. */
export const PASTE_COLUMNS = {
  agreement: ['身份证号', '姓名', '协议开始', '协议编号', '协议结束（可空）'],
  stay: ['身份证号', '姓名', '入住日期', '离院日期（可空）'],
  meal: ['身份证号', '姓名', '哪一天', '餐费（元）'],
} as const satisfies Record<UseKind, readonly string[]>;

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** 2025/6/3 → 2025-06-03; anything else is left as it is, for the server to say what is wrong. */
const dateOf = (text: string): string => {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};

/** Rows as they come from a spreadsheet or a list: tabs, commas or blanks between; a heading line is passed over. */
export function rowsOfText(kind: UseKind, text: string): UseRow[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim().split(/[\t,，\s]+/))
    .filter(cells => cells.length > 1 && !/身份证/.test(cells[0] ?? ''));
  return lines.map(([identityNumber = '', name = '', from = '', fourth = '', fifth = '']) => ({
    ...{ identityNumber, name, fromOn: dateOf(from) },
    ...(kind === 'agreement' && fourth && { number: fourth }),
    ...(kind === 'agreement' && fifth && { toOn: dateOf(fifth) }),
    ...(kind === 'stay' && fourth && { toOn: dateOf(fourth) }),
    ...(kind === 'meal' && fourth && { billFen: Math.round(Number(fourth) * 100) }),
  }));
}
