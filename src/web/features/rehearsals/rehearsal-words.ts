import type { Outcome } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';

/** +1,200 or −300; 0 stays 0. */
export const signedYuan = (fen: number): string =>
  fen > 0 ? `+${fenToYuanText(fen)}` : fen < 0 ? `−${fenToYuanText(-fen)}` : '0';

/** Months from this one on, for choosing where a draft begins. */
export function monthsFrom(today: string, count: number): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, ahead) => {
    const value = `${Math.floor((now + ahead) / 12)}-${String(((now + ahead) % 12) + 1).padStart(2, '0')}`;
    return { value, label: monthWords(value) };
  });
}

/** The columns of a grouped table, in the order an office asks. */
export const SHOWN: readonly Outcome[] = ['gain', 'enter', 'lose', 'leave', 'mixed', 'open', 'close', 'same'];
