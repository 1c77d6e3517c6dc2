import { sm3 } from './payment-file.ts';

/** P = paid, F = failed with the bank's reason. `row` counts lines of the file from 1. */
export type ResultRow = { row: number; number: string; paid: boolean; code: string; note: string };
export type RowProblem = { row: number; because: string };
export type ResultFile = { fileNumber: string; sm3: string; rows: ResultRow[]; problems: RowProblem[] };

/** Reasons of failure as banks write them, to ours. */
const CODES: Record<string, string> = {
  '01': 'account-closed',
  '02': 'name-mismatch',
  '03': 'account-frozen',
  '04': 'account-unknown',
};

export const failureOf = (code: string): string => CODES[code] ?? 'other';

/**
 * Reads a result file (docs/how-to/bank-file.md). A file whose frame is wrong answers one sentence and nothing of it is
 * used; a bad line inside a whole frame is a problem of that line only. Byte order mark and CRLF are taken as they come.
 */
export function readResultFile(text: string): ResultFile | { because: string } {
  const bare = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  const lines = bare.split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);
  const head = lines[0]?.split('|') ?? [];
  const tail = lines.at(-1)?.split('|') ?? [];
  if (head[0] !== 'R' || head[1] !== 'YINIAN-RESULT-1')
    return { because: '第 1 行不是回盘文件的文件头（R|YINIAN-RESULT-1|…）' };
  if (tail[0] !== 'T' || lines.length < 2) return { because: '没有文件尾（T|…），文件可能没有传完' };
  const details = lines.slice(1, -1);
  if (Number(tail[1]) !== details.length)
    return { because: `文件尾写 ${tail[1]} 行，实际 ${details.length} 行，文件可能没有传完` };
  const body = bare.slice(0, bare.lastIndexOf('\nT|') + 1);
  if (tail[2]?.trim() !== sm3(body)) return { because: '校验码不对，文件被改过或没有传完' };
  const read: ResultFile = { fileNumber: head[2] ?? '', sm3: sm3(bare), rows: [], problems: [] };
  const seen = new Set<string>();
  for (const [at, line] of details.entries()) {
    const row = readRow(line, at + 2);
    if ('because' in row) read.problems.push(row);
    else if (seen.has(row.number))
      read.problems.push({ row: row.row, because: `流水号 ${row.number} 在文件里出现两次` });
    else {
      seen.add(row.number);
      read.rows.push(row);
    }
  }
  return read;
}

function readRow(line: string, row: number): ResultRow | RowProblem {
  const [kind, number = '', state = '', code = '', note = ''] = line.split('|');
  if (kind !== 'D') return { row, because: '应以 D| 开头' };
  if (!/^\d{20}$/.test(number)) return { row, because: '流水号应为 20 位数字' };
  if (state !== 'P' && state !== 'F') return { row, because: `结果只能是 P 或 F，现在是“${state}”` };
  if (state === 'F' && code === '') return { row, because: '没有发成，却没有写原因代码' };
  return { row, number, paid: state === 'P', code, note };
}

/** A result file as a bank writes it: for the demo's past months; `code` null = paid. */
export function writeResultFile(
  number: string,
  rows: readonly { number: string; code: string | null; note: string }[],
): string {
  const failed = rows.filter(row => row.code !== null).length;
  const head = `R|YINIAN-RESULT-1|${number}|${rows.length}|${rows.length - failed}||${failed}|`;
  const details = rows.map(row =>
    row.code === null ? `D|${row.number}|P||` : `D|${row.number}|F|${row.code}|${row.note}`,
  );
  const body = `${[head, ...details].join('\n')}\n`;
  return `${body}T|${rows.length}|${sm3(body)}\n`;
}
