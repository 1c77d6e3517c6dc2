import { UseRow } from '#contracts/subsidies.ts';
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
    .map(line => (line.includes('\t') ? line.split('\t').map(cell => cell.trim()) : line.trim().split(/[,，\s]+/)))
    .filter(cells => cells.length > 1 && !/身份证/.test(cells[0] ?? ''));
  return lines.map(([identityNumber = '', name = '', from = '', fourth = '', fifth = '']) => ({
    ...{ identityNumber, name, fromOn: dateOf(from) },
    ...(kind === 'agreement' && fourth && { number: fourth }),
    ...(kind === 'agreement' && fifth && { toOn: dateOf(fifth) }),
    ...(kind === 'stay' && fourth && { toOn: dateOf(fourth) }),
    ...(kind === 'meal' && fourth && { billFen: Math.round(Number(fourth) * 100) }),
  }));
}

export type Problem = { row: number; because: string };

/** Rows that can be sent, each with its number, and those that cannot, with the first thing that is wrong. */
export function sortRows(rows: readonly UseRow[]): { good: { row: number; use: UseRow }[]; problems: Problem[] } {
  const good: { row: number; use: UseRow }[] = [];
  const problems: Problem[] = [];
  for (const [at, use] of rows.entries()) {
    const read = UseRow.safeParse(use);
    if (read.success) good.push({ row: at + 1, use });
    else problems.push({ row: at + 1, because: sentenceOf(read.error.issues[0]) });
  }
  return { good, problems };
}

function sentenceOf(issue: { path: readonly PropertyKey[]; message: string } | undefined): string {
  const field = String(issue?.path[0] ?? '');
  if (field === 'fromOn' || field === 'toOn') return '日期不对，应像 2025-06-03';
  return field === 'billFen' ? '餐费不是一个数' : (issue?.message ?? '这一行看不懂');
}
