import { createHash } from 'node:crypto';
import type { CheckResult } from '#contracts/inspection-lifecycle.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The draw anybody can repeat: each record's rank is SHA-256 of `seed:recordId` in hex; the `wanted` lowest are drawn, in
 * that order. It depends on the set of ids only, not on their order, and never twice on one record.
 */
export function drawIds(seed: string, recordIds: readonly string[], wanted: number): string[] {
  return [...new Set(recordIds)]
    .map(id => ({ id, rank: sha256(`${seed}:${id}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, wanted)
    .map(drawn => drawn.id);
}

/** Names the list that was drawn from: SHA-256 of the sorted ids, one a line. */
export const digestOf = (recordIds: readonly string[]): string => sha256([...new Set(recordIds)].sort().join('\n'));

export function refuseDates(from: CivilDate, to: CivilDate, today: CivilDate): string | null {
  if (to < from) return '截止日期不能早于开始日期';
  return to > today ? `截止日期不能晚于今天（${dayWords(today)}）` : null;
}

export type Found = { result: CheckResult; foundMinutes: number | null };

/** Why a result does not hold together; null when it does. */
export function refuseResult(recordedMinutes: number, found: Found): string | null {
  if (found.result !== 'short') return null;
  if (found.foundMinutes === null) return '请填核实的分钟数';
  return found.foundMinutes >= recordedMinutes ? `记录是 ${recordedMinutes} 分钟，核实的分钟数要少于它` : null;
}

/** End of a record whose found minutes are counted from its start; ISO instants. */
export const endAfter = (startedAt: string, minutes: number): string =>
  new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();

export type FigureAt = { code: string; value: number | null };

/** Figures that differ before and after, in the given order. */
export function changedFigures(before: readonly FigureAt[], after: readonly FigureAt[]) {
  const later = new Map(after.map(f => [f.code, f.value]));
  return before.flatMap(({ code, value }) => {
    const now = later.get(code) ?? null;
    return value !== null && now !== null && value !== now ? [{ code, before: value, after: now }] : [];
  });
}
