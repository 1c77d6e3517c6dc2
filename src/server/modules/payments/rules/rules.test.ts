import { describe, expect, it, test } from 'vitest';
import { paymentFile, paymentLine } from '#gateways/bank/payment-file.ts';
import { readResultFile } from '#gateways/bank/result-file.ts';
import { answerFile } from '../../../../../simulators/bank/answer.ts';
import { coverOf, instalmentsOf } from './instalments.ts';
import { offsetsOf } from './offsets.ts';
import { fileNumberOf, payByOf } from './words.ts';

describe('抵扣', () => {
  const owes = (recovery_id: string, balance_fen: number, offset_fen: number) => ({
    ...{ payee_id: 'a', scheme: 'care', due_fen: 10_000 },
    ...{ recovery_id, balance_fen, offset_fen },
  });

  test.each([
    [[owes('x', 50_000, 4_000)], [4_000]],
    [[owes('x', 3_000, 4_000)], [3_000]],
    [[owes('x', 50_000, 90_000)], [10_000]],
    [
      [owes('x', 50_000, 7_000), owes('y', 50_000, 7_000)],
      [7_000, 3_000],
    ],
    [[owes('x', 50_000, 10_000), owes('y', 50_000, 7_000)], [10_000]],
  ])('takes at most what was agreed, what is owed and what is due', (owing, taken) => {
    expect(offsetsOf(owing).map(each => each.fen)).toEqual(taken);
  });
});

describe('分期', () => {
  it('adds up to the balance at every balance and number of parts', () => {
    for (let balance = 1; balance < 400; balance += 7)
      for (const instalments of [1, 2, 3, 7, 60]) {
        const parts = instalmentsOf(balance, { instalments, firstOn: '2025-01-31' });
        expect(parts.reduce((sum, part) => sum + part.amount_fen, 0)).toBe(balance);
        expect(parts.every(part => part.amount_fen > 0)).toBe(true);
      }
  });

  it('falls due on the last day of a shorter month, and is covered in order', () => {
    const parts = instalmentsOf(300, { instalments: 3, firstOn: '2025-01-31' });
    expect(parts.map(part => part.due_on)).toEqual(['2025-01-31', '2025-02-28', '2025-03-31']);
    expect(coverOf(parts, 150)).toEqual([100, 50, 0]);
    expect(coverOf(parts, 0)).toEqual([0, 0, 0]);
  });
});

test('每月底前发下月的: a month’s money arrives before it begins', () => {
  expect([payByOf('2025-07'), payByOf('2025-01'), payByOf('2024-03')]).toEqual([
    '2025-06-30',
    '2024-12-31',
    '2024-02-29',
  ]);
});

describe('银行文件', () => {
  const number = fileNumberOf({ month: '2025-06', area_code: '110115000000', round: 1 });
  const rows = [
    {
      number: `${number}000001`,
      account: '6217000000008888',
      holder: '阿卜杜拉·买买提',
      bank: '北京银行',
      amountFen: 10_000,
    },
    { number: `${number}000002`, account: '6217000000001111', holder: '张|三', bank: '北京银行', amountFen: 60_000 },
  ];
  const head = { number, districtCode: '110115000000', districtName: '大兴区', month: '2025-06' };
  const made = paymentFile(head, rows.map(paymentLine), 70_000);
  const answered = answerFile(made.content);
  const result = 'result' in answered ? answered.result : '';

  it('is the same bytes for the same transfers, and no field can break a line', () => {
    expect(number).toBe('20250611011501');
    expect(paymentFile(head, rows.map(paymentLine), 70_000).sm3).toBe(made.sm3);
    expect(made.content.split('\n')[2]?.split('|')).toHaveLength(7);
    expect(made.content.split('\n')[2]).toContain('张 三');
  });

  it('comes back with its failures, in UTF-8 with a mark or with Windows line ends alike', () => {
    for (const text of [result, `\uFEFF${result}`, result.replace(/\n/g, '\r\n')]) {
      const read = readResultFile(text);
      if ('because' in read) throw new Error(read.because);
      expect(read.fileNumber).toBe(number);
      expect(read.rows.map(row => [row.paid, row.code])).toEqual([
        [true, ''],
        [false, '02'],
      ]);
    }
  });

  it('refuses a frame that is not whole, and names the rows of a whole one that it cannot use', () => {
    for (const broken of ['', 'abc', result.slice(0, 60), result.slice(0, -9), result.replace('|P|', '|F|')])
      expect(readResultFile(broken)).toHaveProperty('because');
    const odd = answerFile(
      paymentFile(head, [...rows, { ...rows[0]!, number: 'zzz' }, rows[0]!].map(paymentLine), 90_000).content,
    );
    const read = readResultFile('result' in odd ? odd.result : '');
    if ('because' in read) throw new Error(read.because);
    expect(read.rows).toHaveLength(2);
    expect(read.problems).toEqual([
      { row: 4, because: '流水号应为 20 位数字' },
      { row: 5, because: `流水号 ${number}000001 在文件里出现两次` },
    ]);
  });

  it('is not taken by the bank when it was changed on the way', () => {
    expect(answerFile(made.content.replace('10000', '90000'))).toEqual({ refused: '校验码不对' });
  });
});
