import { createHash } from 'node:crypto';

/** One transfer as the bank gets it. Fields are parted by `|`, which no field may hold. */
export type PaymentRow = { number: string; account: string; holder: string; bank: string; amountFen: number };
export type PaymentHead = { number: string; districtCode: string; districtName: string; month: string };

export const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

const plain = (text: string): string => text.replace(/[|\r\n]/g, ' ').trim();

/** The D line of a transfer; see docs/how-to/bank-file.md. */
export const paymentLine = (row: PaymentRow): string =>
  `D|${row.number}|${plain(row.account)}|${plain(row.holder)}|${plain(row.bank)}|${row.amountFen}|补贴津贴`;

/**
 * The whole file, UTF-8: head, one line a transfer in order of numbers, tail with count, sum and the SM3 of everything
 * before it. The same transfers give the same bytes.
 */
export function paymentFile(
  head: PaymentHead,
  lines: readonly string[],
  totalFen: number,
): { content: string; sm3: string } {
  const first = `H|YINIAN-PAY-1|${head.number}|${head.districtCode}|${plain(head.districtName)}|${head.month}|${lines.length}|${totalFen}`;
  const body = `${[first, ...lines].join('\n')}\n`;
  const content = `${body}T|${lines.length}|${totalFen}|${sm3(body)}\n`;
  return { content, sm3: sm3(content) };
}
