import { SILENCE } from '../parameters.ts';
import {
  type Away,
  type Baseline,
  currentQuietRun,
  type Exceeded,
  firstExceeded,
  inOrder,
  isUse,
  lastUseAt,
  type QuietRun,
  type Reading,
} from './silence.ts';

export type KnownAlarm = { quietFrom: number; quietTo: number; open: boolean };

export type Watch = {
  readings: readonly Reading[];
  slot: number;
  baseline: Baseline;
  away: readonly Away[];
  /** The newest alarm of this device, whatever became of it. */
  last: KnownAlarm | undefined;
  now: number;
};

export type Finding =
  | { kind: 'raise'; run: QuietRun; exceeded: Exceeded }
  | { kind: 'add'; sentence: 'use-inside' | 'use-after'; at: number }
  | { kind: 'nothing'; because: 'use' | 'usual' | 'same-episode' | 'still-open' | 'old' | 'no-readings' };

/**
 * Decides from all readings of a device what is to be done now. Pure and repeatable: asked again with the same or more
 * readings of one quiet episode it never wants a second alarm, because a new one needs a use after the former one.
 */
export function decideAlarm(watch: Watch): Finding {
  const readings = inOrder(watch.readings);
  const newest = readings.at(-1);
  if (!newest) return { kind: 'nothing', because: 'no-readings' };
  const { last } = watch;
  const run = currentQuietRun(readings, watch.slot);
  if (last?.open) return followUp(readings, last);
  if (!run) return { kind: 'nothing', because: 'use' };
  const exceeded = firstExceeded(run, watch);
  if (!exceeded) return { kind: 'nothing', because: 'usual' };
  if (watch.now - newest.at > SILENCE.freshHours * 3_600_000) return { kind: 'nothing', because: 'old' };
  if (last && (lastUseAt(readings, run.to) ?? Number.NEGATIVE_INFINITY) <= last.quietTo)
    return { kind: 'nothing', because: 'same-episode' };
  return { kind: 'raise', run, exceeded };
}

/** What readings that came after the alarm say about it: use inside the silence, or water running again. */
function followUp(readings: readonly Reading[], last: KnownAlarm): Finding {
  const inside = readings.find(r => r.at > last.quietFrom && r.at <= last.quietTo && isUse(r));
  if (inside) return { kind: 'add', sentence: 'use-inside', at: inside.at };
  const after = readings.find(r => r.at > last.quietTo && isUse(r));
  if (after) return { kind: 'add', sentence: 'use-after', at: after.at };
  return { kind: 'nothing', because: 'still-open' };
}
