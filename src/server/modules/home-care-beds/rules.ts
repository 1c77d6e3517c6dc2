import { ABILITY_LABELS } from '#contracts/elders.ts';
import { BED_LIMITS, BED_PATH, type BedStatus, bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed, Eligibility } from '#contracts/home-care-beds.ts';
import type { Step } from '#contracts/nouns.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';

export type Applicant = {
  abilityLevel: number | null;
  abilityValidTo: CivilDate | null;
  living: string;
  serviceMode: string;
  status: string;
  hasOpenBed: boolean;
  /** The group of the district's scheme (benefits) that he belongs to, null = none, and which groups there are. */
  target: { group: string | null; groups: string };
};

/**
 * Who may have a bed: the groups of the district's scheme (benefits), living at home, on the register, no second bed. Each line is said,
 * passed or not, so that a refusal can be shown to the family as it is.
 */
export function checkEligibility(who: Applicant, today: CivilDate): Eligibility {
  const reasons = [
    grade(who, today),
    who.living === '住养老机构' || who.serviceMode === 'institution'
      ? no('现在住养老机构，床位要建在家里')
      : yes('住在家里'),
    ['deceased', 'moved-out'].includes(who.status) ? no('档案已不在册') : yes('档案在册'),
    who.hasOpenBed ? no('已有一张办理中或服务中的床位') : yes('没有别的床位'),
  ];
  return { eligible: reasons.every(reason => reason.passed), reasons };
}

function grade(who: Applicant, today: CivilDate) {
  const { abilityLevel, abilityValidTo, target } = who;
  const expired = abilityLevel !== null && abilityValidTo !== null && abilityValidTo < today;
  const label = abilityLevel === null ? '' : ABILITY_LABELS[abilityLevel];
  if (target.group !== null) {
    const until = abilityValidTo === null ? '' : `，有效至${dayWords(abilityValidTo)}`;
    const assessed = abilityLevel === null || expired ? '' : `能力评估为${label}${until}，`;
    return yes(`${assessed}属于建床对象：${target.group}`);
  }
  if (abilityLevel === null) return no('还没有能力评估结果，请先评估');
  if (expired) return no(`能力评估（${label}）已于${dayWords(abilityValidTo)}过期，请先重新评估`);
  return no(`能力评估为${label}，建床对象是：${target.groups}`);
}

const yes = (sentence: string) => ({ passed: true, sentence });
const no = (sentence: string) => ({ passed: false, sentence });

/** Working days for the step that leaves a status on the main path; null where nothing is due (service, end). */
export function limitOf(status: BedStatus): { days: number; label: string; by: readonly string[] } | null {
  const main = bedLifecycle.transitions.find(
    t => (t.from as readonly string[]).includes(status) && !t.side && t.withinWorkingDays !== undefined,
  );
  return main ? { days: main.withinWorkingDays ?? 0, label: main.label, by: main.by } : null;
}

/** The eight dots: reached ones with day and actor out of the steps, the next one current. */
export function milestonesOf(
  bed: { status: BedStatus; reached: Readonly<Record<string, CivilDate | null>> },
  steps: readonly Step[],
): Bed['milestones'] {
  const next = BED_PATH.findIndex(point => !bed.reached[point.status]);
  const over = bed.status === 'ended' || bed.status === 'rejected';
  return BED_PATH.map((point, i) => {
    const on = bed.reached[point.status] ?? null;
    const by = steps.find(step => step.to === point.status && step.from !== 'suspended')?.actor ?? null;
    const state = on ? 'done' : i === next && !over ? 'current' : 'ahead';
    return { status: point.status, label: point.label, on, by: on ? by : null, state };
  });
}

export const limitsAreDefault = BED_LIMITS.designDefault;

/** A pause covers its first day and every day up to its last; an open one covers all that follow. */
export const isPausedOn = (pause: { fromOn: CivilDate; toOn: CivilDate | null }, on: CivilDate): boolean =>
  pause.fromOn <= on && (pause.toOn === null || on <= pause.toOn);
