import type { VoucherPeriod, VoucherState, VoucherStatus } from '#contracts/voucher-lifecycle.ts';
import type { VoucherRule } from '#contracts/vouchers.ts';
import { addDays, addMonths, monthOf } from '#shared/dates.ts';

type Terms = { period: VoucherPeriod; keep_months: number; valid_from: string; valid_to: string };
export type Span = { validFrom: string; validTo: string };
export const ONCE = 'once';

/** Periods a list may be made for: this month and the next, or once, while the scheme is in force. */
export function periodsOn(terms: Terms, today: string): string[] {
  if (today > terms.valid_to) return [];
  if (terms.period === 'once') return [ONCE];
  const months = [monthOf(today), monthOf(addMonths(`${monthOf(today)}-01`, 1))];
  return months.filter(month => month >= monthOf(terms.valid_from) && month <= monthOf(terms.valid_to));
}

/** From which day to which a voucher of the period pays, both included; never beyond the scheme. */
export function spanOf(terms: Terms, periodKey: string): Span {
  if (periodKey === ONCE) return { validFrom: terms.valid_from, validTo: terms.valid_to };
  const first = `${periodKey}-01`;
  const last = addDays(addMonths(first, 1 + terms.keep_months), -1);
  const [, validFrom = first] = [first, terms.valid_from].sort();
  const [validTo = last] = [last, terms.valid_to].sort();
  return { validFrom, validTo };
}

type Held = { status: VoucherStatus; balance_fen: number; valid_from: string; valid_to: string };

/** What the holder may do with it on a day. */
export function stateOf(row: Held, today: string): VoucherState {
  if (row.status === 'stopped' || row.status === 'removed') return 'stopped';
  if (row.balance_fen === 0) return 'used-up';
  if (today > row.valid_to) return 'expired';
  return today < row.valid_from || row.status === 'proposed' ? 'later' : 'usable';
}

/** Takes an amount (fen) from vouchers in the order given, each at most its balance; what is left over stays out. */
export function shareOut<T extends { balance_fen: number }>(
  rows: readonly T[],
  fen: number,
): { row: T; fen: number }[] {
  let open = fen;
  return rows.flatMap(row => {
    const part = Math.min(open, row.balance_fen);
    open -= part;
    return part > 0 ? [{ row, fen: part }] : [];
  });
}

/** A rule that names nobody would name everybody. */
export const namesSomebody = (rule: VoucherRule): boolean =>
  rule.minAge !== null || rule.abilityLevels.length + rule.economicClasses.length + rule.tags.length > 0;

/** Codes and names of what may be bought, as one list. */
export const itemsOf = (row: { items: readonly string[]; item_names: readonly string[] }) =>
  row.items.map((code, at) => ({ code, name: row.item_names[at] ?? code }));
