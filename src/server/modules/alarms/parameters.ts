/**
 * Numbers of the silence rule and of escalation. No document gives them: every one is a design default, shown as such
 * on the screen, to be set with the district that runs the desk.
 */
export const SILENCE = {
  basis: 'designDefault',
  /** A slot with at most this many litres is no use (drips, measuring noise). */
  idleLitres: 0.5,
  /** Days before today that make a personal baseline, and how many of them must be well covered. */
  baselineDays: 28,
  neededDays: 10,
  /** A day counts when this share of its slots arrived. */
  dayCoverage: 0.8,
  /** The usual longest quiet time of an hour is this quantile over the days: one odd day does not blind the rule. */
  quantile: 0.9,
  factor: 1.5,
  minimumMinutes: 240,
  /** While there is no baseline yet, only a whole day without use alarms. */
  learningMinutes: 1440,
  /** Readings older than this many hours before now never raise an alarm (a meter that unloads its memory). */
  freshHours: 24,
} as const;

/** Who is called when nobody has acknowledged; the order is the requirement's, the minutes are assumed. */
export const ESCALATION = {
  basis: 'assumed',
  steps: [
    { to: 'family', label: '家属', afterMinutes: 0 },
    { to: 'community', label: '社区', afterMinutes: 5 },
    { to: 'street', label: '街道', afterMinutes: 10 },
    { to: 'duty', label: '24 小时值守', afterMinutes: 15 },
  ],
} as const;
export type EscalationStep = (typeof ESCALATION.steps)[number];

/** Minutes to the door that the desk promises when it sends somebody (J01: 15). */
export const DOOR_MINUTES = 15;
