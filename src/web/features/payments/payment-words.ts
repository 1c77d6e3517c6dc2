import type { Cycle } from '#contracts/payments/cycle-nouns.ts';
import type { CycleStatus, LineStatus } from '#contracts/payments/lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import type { Due } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';

/** Months from one before `today` back to the start of last year, and the next one, newest first. */
export function monthOptions(today: string): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  return Array.from({ length: 14 }, (_, back) => {
    const at = now - back;
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: monthWords(value) };
  });
}

export function dueOf(dueOn: string | null, today: string): Due | undefined {
  if (!dueOn || !today) return undefined;
  const words = `${dateWords(dueOn, today)}前`;
  if (dueOn < today) return { kind: 'over', words: `已超期，应于${words}办结` };
  return { kind: dueOn === today ? 'today' : 'left', words };
}

/** The order in which a cycle is walked; a cancelled one stops where it stood. */
export const WALK: readonly { status: CycleStatus; label: string }[] = [
  { status: 'draft', label: '编制' },
  { status: 'checked', label: '复核' },
  { status: 'locked', label: '锁定' },
  { status: 'authorised', label: '授权' },
  { status: 'sent', label: '送银行' },
  { status: 'answered', label: '回盘' },
  { status: 'reconciled', label: '对账' },
];

/** Who did each step and when; undefined where it has not been done. */
export function doneBy(cycle: Cycle, status: CycleStatus): { by: string | null; at: string | null } {
  const done: Partial<Record<CycleStatus, { by: string | null; at: string | null }>> = {
    draft: { by: cycle.preparedBy, at: cycle.preparedAt },
    checked: { by: cycle.checkedBy, at: cycle.checkedAt },
    locked: { by: cycle.lockedBy, at: cycle.lockedAt },
    authorised: { by: cycle.authorisedBy, at: cycle.authorisedAt },
    sent: { by: null, at: cycle.sentAt },
    answered: { by: null, at: cycle.results[0]?.takenAt ?? null },
    reconciled: { by: cycle.reconciledBy, at: cycle.reconciledAt },
  };
  return done[status] ?? { by: null, at: null };
}

/** A line's state as a chip: what went wrong stands out, what arrived is calm. */
export const lineTone = (status: LineStatus): 'pine' | 'over' | 'today' | 'plain' =>
  status === 'paid'
    ? 'pine'
    : status === 'failed'
      ? 'over'
      : status === 'held' || status === 'dropped'
        ? 'today'
        : 'plain';
