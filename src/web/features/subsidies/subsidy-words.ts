import { monthWords } from '#shared/dates.ts';
/** This month and the year before it, newest first. */
export function monthOptions(today: string): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 13 }, (_, back) => {
    const at = now - back;
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: monthWords(value) };
  });
}
