import type { CivilDate } from '#shared/dates.ts';
import { holidayTables } from './tables.ts';
import { dueWords } from './working-days.ts';

export type DueState = { kind: 'over' | 'today' | 'left'; words: string; dueOn: CivilDate; provisional: boolean };

/** How an open duty stands today; null without one. */
export function dueStateOf(
  today: CivilDate,
  { due_on: dueOn, provisional }: { due_on: CivilDate | null; provisional: boolean | null },
): DueState | null {
  if (!dueOn) return null;
  const deadline = { dueOn, provisional: provisional ?? false };
  const kind = dueOn === today ? 'today' : dueOn < today ? 'over' : 'left';
  return { kind, words: dueWords(holidayTables(), deadline, today), ...deadline };
}
