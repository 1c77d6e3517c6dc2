import { createHash } from 'node:crypto';

/**
 * What the stand-in bank does with a payment file (docs/how-to/bank-file.md). It judges by the account number alone:
 * ending in 0000 closed, 1111 name mismatch, 2222 frozen, 3333 unknown; everything else is paid.
 */
const FAILURES: Record<string, [code: string, note: string]> = {
  '0000': ['01', '账户已销户'],
  '1111': ['02', '户名与账号不符'],
  '2222': ['03', '账户已冻结'],
  '3333': ['04', '没有这个账户'],
};

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

/** The result file, or a sentence why the bank takes nothing of the file. */
export function answerFile(content: string): { number: string; result: string } | { refused: string } {
  const lines = content.trimEnd().split('\n');
  const head = lines[0]?.split('|') ?? [];
  const tail = lines.at(-1)?.split('|') ?? [];
  if (head[0] !== 'H' || head[1] !== 'YINIAN-PAY-1' || tail[0] !== 'T') return { refused: '文件头或文件尾不对' };
  const body = content.slice(0, content.lastIndexOf('\nT|') + 1);
  if (tail[3] !== sm3(body)) return { refused: '校验码不对' };
  const details = lines.slice(1, -1).map(line => line.split('|'));
  const total = details.reduce((sum, row) => sum + Number(row[5]), 0);
  if (details.length !== Number(tail[1]) || total !== Number(tail[2])) return { refused: '笔数或合计与明细不符' };
  return { number: head[2] ?? '', result: resultOf(head[2] ?? '', details) };
}

function resultOf(number: string, details: readonly string[][]): string {
  const sums = { paid: 0, paidFen: 0, failed: 0, failedFen: 0 };
  const rows = details.map(([, transfer = '', account = '', , , fen = '0']) => {
    const failure = FAILURES[account.slice(-4)];
    sums[failure ? 'failed' : 'paid'] += 1;
    sums[failure ? 'failedFen' : 'paidFen'] += Number(fen);
    return failure ? `D|${transfer}|F|${failure[0]}|${failure[1]}` : `D|${transfer}|P||`;
  });
  const head = `R|YINIAN-RESULT-1|${number}|${details.length}|${sums.paid}|${sums.paidFen}|${sums.failed}|${sums.failedFen}`;
  const body = `${[head, ...rows].join('\n')}\n`;
  return `${body}T|${rows.length}|${sm3(body)}\n`;
}
