import { readVoucherPaper } from '#modules/vouchers/index.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';

/** 服务券: what it is worth, what is left, what it buys, where and until when; for a paper in the hand of who has no phone. */
export async function voucherPaper(ctx: Context, id: string) {
  const { row, payerName, items, places } = await readVoucherPaper(ctx, id);
  const yuan = (fen: number) => `${fenToYuanText(fen)}元`;
  return {
    issuer: row.payer_code,
    about: row.scheme_name,
    values: {
      ...{ scheme: row.scheme_name, value: yuan(row.value_fen), balance: yuan(row.balance_fen), payer: payerName },
      ...{ items: items.join('、'), because: row.because || '符合发券的条件', note: row.note ?? '' },
      ...{ from: dayWords(row.valid_from), until: dayWords(row.valid_to) },
      places: places.length > 0 ? places.join('、') : '服务目录里提供这些服务的任何一家',
      clauses: row.document_number ?? '区里的方案（面值没有查到规定的文件）',
    },
  };
}
