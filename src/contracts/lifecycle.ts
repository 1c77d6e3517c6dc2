import type { NextAction } from './nouns.ts';
import { ROLE_LABELS, type Role } from './roles.ts';

/**
 * A status list with its transition table, used by server (refuses) and screen (disables, with the reason) alike.
 * `withinWorkingDays` is the time limit of the step that leaves `from`; it feeds 今天要办, overdue lists and escalation.
 */
export type Transition<S extends string, A extends string> = {
  readonly from: readonly S[];
  readonly to: S;
  readonly action: A;
  readonly label: string;
  readonly by: readonly Role[];
  /** What must be given with the step, as a field of the request body and in the user's words. */
  readonly needs?: readonly { readonly field: string; readonly label: string }[];
  readonly withinWorkingDays?: number;
  /** Side steps (cancel, refuse) are never "the next action" of a record. */
  readonly side?: boolean;
  /** Taken by the platform only, as the effect of another record's step; offered to nobody. */
  readonly system?: boolean;
};

export type Lifecycle<S extends string = string, A extends string = string> = {
  readonly noun: string;
  readonly label: string;
  readonly initial: S;
  readonly statuses: readonly S[];
  readonly labels: Readonly<Record<S, string>>;
  readonly transitions: readonly Transition<S, A>[];
};

export const lifecycle = <const S extends string, const A extends string>(table: Lifecycle<S, A>): Lifecycle<S, A> =>
  table;

export type Verdict<S extends string> = { allowed: true; to: S } | { allowed: false; because: string };

/** Decides one step. Pure; the same sentence is thrown by the server and shown beside the disabled button. */
export function decideStep<S extends string, A extends string>(
  table: Lifecycle<S, A>,
  status: S,
  step: { action: A; role: Role },
): Verdict<S> {
  const named = table.transitions.filter(t => t.action === step.action);
  const found = named.find(t => t.from.includes(status));
  if (!found || found.system) {
    const label = named[0]?.label ?? step.action;
    return { allowed: false, because: `${table.label}现在是“${table.labels[status]}”，不能${label}` };
  }
  if (!found.by.includes(step.role)) {
    return { allowed: false, because: `${found.label}由${found.by.map(r => ROLE_LABELS[r]).join('、')}办理` };
  }
  return { allowed: true, to: found.to };
}

/** All steps that leave `status`, with the reason where this role may not take them. */
export function nextActions<S extends string, A extends string>(
  table: Lifecycle<S, A>,
  status: S,
  role: Role,
): NextAction[] {
  return table.transitions
    .filter(t => t.from.includes(status) && !t.system)
    .map(t => {
      const verdict = decideStep(table, status, { action: t.action, role });
      const because = verdict.allowed ? null : verdict.because;
      return { action: t.action, label: t.label, allowed: verdict.allowed, disabledBecause: because };
    });
}
