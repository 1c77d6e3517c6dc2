import { post } from '#modules/books/index.ts';
import type { Context } from '#platform/http/context.ts';
import { monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { AdaptationRecord } from './db.ts';
import { districtOf, subsidyOf } from './plan-adaptation.ts';
import type { Change } from './take-step.ts';

/** Paid to the provider after the acceptance, by the standard of that day; the rest is the elder's own (超出部分自付). */
export async function settle(ctx: Context, row: AdaptationRecord, voucher: string): Promise<Omit<Change, 'action'>> {
  const final = await subsidyOf(ctx, row, row.accepted_on ?? ctx.today);
  const of = {
    ...{ areaCode: districtOf(row.area_code), month: monthOf(ctx.today) },
    ...{ subjectKind: 'home-adaptation', subjectId: row.adaptation_id, step: 'settle' },
  };
  const note = `适老化改造补贴，凭证 ${voucher}`;
  await post(ctx, of, [{ debit: 'expense.homeAdaptation', credit: 'funds', fen: final.subsidy_fen, note }]);
  const said = `补贴${fenToYuanText(final.subsidy_fen)}元，凭证 ${voucher}`;
  return { set: { settled_on: ctx.today, voucher, ...final }, note: said };
}
