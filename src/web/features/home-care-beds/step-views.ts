import type { Bed } from '#contracts/home-care-beds.ts';
import type { StepView } from '../../ui/record-parts.tsx';
import { dateWords } from '../../ui/words.ts';

const STATES = { done: 'done', current: 'now', ahead: 'later' } as const;

/** The eight dots: day and actor where reached, the deadline at the one that is due. */
export const stepViews = (bed: Pick<Bed, 'milestones' | 'dueOn'>, today: string): StepView[] =>
  bed.milestones.map(point => {
    const due = point.state === 'current' && bed.dueOn ? `${dateWords(bed.dueOn, today)}应办结` : '';
    const reached = point.on ? [dateWords(point.on, today), point.by].filter(Boolean).join(' ') : due;
    return { key: point.status, label: point.label, state: STATES[point.state], note: reached };
  });
