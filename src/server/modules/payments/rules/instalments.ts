import { addMonths, type CivilDate } from '#shared/dates.ts';

/** A balance in fen as monthly parts from a day on; equal, the odd fen in the first, none of 0. Pure. */
export function instalmentsOf(balanceFen: number, plan: { instalments: number; firstOn: CivilDate }) {
  const count = Math.min(plan.instalments, balanceFen);
  const part = Math.floor(balanceFen / count);
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    due_on: addMonths(plan.firstOn, at),
    amount_fen: at === 0 ? balanceFen - part * (count - 1) : part,
  }));
}

/** How much of each part is covered by what came in, in order of their days. */
export function coverOf(parts: readonly { amount_fen: number }[], cameIn: number): number[] {
  let left = cameIn;
  return parts.map(part => {
    const covered = Math.max(0, Math.min(left, part.amount_fen));
    left -= covered;
    return covered;
  });
}
