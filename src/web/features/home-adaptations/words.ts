import type { AdaptationStatus } from '#contracts/home-adaptation-lifecycle.ts';
import type { Adaptation, AdaptationRow } from '#contracts/home-adaptations.ts';
import type { Due } from '../../ui/marks.tsx';
import type { StepView } from '../../ui/record-parts.tsx';
import { dateWords } from '../../ui/words.ts';

/** The chip of a deadline as the server counted it in working days. */
export const dueOf = ({ dueIn }: Pick<AdaptationRow, 'dueIn'>): Due | undefined => {
  if (dueIn === null) return undefined;
  if (dueIn < 0) return { kind: 'over', workingDays: -dueIn };
  return dueIn === 0 ? { kind: 'today' } : { kind: 'left', workingDays: dueIn };
};

export const toneOf = (status: AdaptationStatus): 'pine' | 'plain' | 'today' => {
  if (status === 'accepted' || status === 'settled') return 'pine';
  return status === 'ended' || status === 'rejected' ? 'plain' : 'today';
};

const STATES = { done: 'done', current: 'now', ahead: 'later' } as const;
export const stepViews = (of: Pick<Adaptation, 'milestones' | 'dueOn'>, today: string): StepView[] =>
  of.milestones.map(point => {
    const due = point.state === 'current' && of.dueOn ? `${dateWords(of.dueOn, today)}前` : '';
    const note = point.on ? [dateWords(point.on, today), point.by].filter(Boolean).join(' ') : due;
    return { key: point.status, label: point.label, state: STATES[point.state], note };
  });
