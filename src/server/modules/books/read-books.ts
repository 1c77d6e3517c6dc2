import { BOOK_ACCOUNTS, type BookAccount } from '#contracts/books.ts';
import { PAID_SCHEMES } from '#contracts/payments/payables.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import * as db from './db.ts';

/** Every account with what went in and out, and beside it what the payment records say it must hold. */
export async function readTrialBalance(ctx: Context, month?: string) {
  const sums = new Map((await db.sumAccounts(ctx, month ?? null)).map(row => [row.account, row]));
  const rows = BOOK_ACCOUNTS.map(account => {
    const { debit = 0, credit = 0 } = sums.get(account) ?? {};
    return { account, debitFen: debit, creditFen: credit, balanceFen: debit - credit };
  });
  const total = (key: 'debitFen' | 'creditFen') => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    areaName: areaName(ctx.actor.areaCode),
    rows,
    debitFen: total('debitFen'),
    creditFen: total('creditFen'),
    checks: month ? [] : await checksOf(ctx, rows),
  };
}

async function checksOf(ctx: Context, rows: readonly { account: BookAccount; balanceFen: number }[]) {
  const records = await db.sumRecords(ctx);
  const balance = (account: BookAccount) => rows.find(row => row.account === account)?.balanceFen ?? 0;
  return [
    {
      account: 'payable' as const,
      bookFen: -balance('payable'),
      recordsFen: records.payable,
      says: '已授权、还没有发到的明细',
    },
    {
      account: 'in-transit' as const,
      bookFen: balance('in-transit'),
      recordsFen: records.transit,
      says: '银行还没有回盘的转账',
    },
    {
      account: 'receivable' as const,
      bookFen: balance('receivable'),
      recordsFen: records.receivable,
      says: '没有追回、没有核销的余额',
    },
    {
      account: 'voucher-due' as const,
      bookFen: -balance('voucher-due'),
      recordsFen: records.vouchers,
      says: '用掉、没有退回、还没有授权发给服务商的服务券',
    },
    ...(await spentOf(ctx, balance)),
  ];
}

/** Every kind of money that goes through a cycle beside its own expense; adaptations are paid outside it. */
async function spentOf(ctx: Context, balance: (account: BookAccount) => number) {
  const spent = new Map((await db.sumSpent(ctx)).map(row => [row.scheme, row.fen]));
  return PAID_SCHEMES.map(scheme => ({
    ...{ account: `expense.${scheme}` as const, bookFen: balance(`expense.${scheme}`) },
    ...{ recordsFen: spent.get(scheme) ?? 0, says: '授权发放、没有退回的，减去立追缴的' },
  }));
}

type Asked = {
  account?: BookAccount | undefined;
  month?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function readEntries(ctx: Context, asked: Asked) {
  const filter = { account: asked.account ?? null, month: asked.month ?? null };
  const found = await db.listEntries(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.posted_at, row.entry_id]);
  const rows = kept.map(row => ({
    ...{ id: row.entry_id, areaCode: row.area_code, areaName: areaName(row.area_code), month: row.month },
    ...{ debit: row.debit_account, credit: row.credit_account, amountFen: row.amount_fen, note: row.note },
    ...{ postedBy: row.posted_by, postedAt: row.posted_at, subject: { kind: row.subject_kind, id: row.subject_id } },
  }));
  return { rows, nextCursor, total: await db.countEntries(ctx, filter) };
}
