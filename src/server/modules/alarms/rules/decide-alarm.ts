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
  quietFromOf,
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

/** What late readings say about an alarm that is open: use inside its silence, or water running again after it. */
export type Addition = { sentence: 'use-inside' | 'use-after'; at: number };

export type Finding =
  | { kind: 'raise'; run: QuietRun; exceeded: Exceeded }
  | { kind: 'follow'; add: Addition | undefined; quiet: QuietRun | undefined }
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
  if (last?.open) return followUp(readings, { last, run, away: watch.away });
  if (!run) return { kind: 'nothing', because: 'use' };
  const exceeded = firstExceeded(run, watch);
  if (!exceeded) return { kind: 'nothing', because: 'usual' };
  if (watch.now - newest.at > SILENCE.freshHours * 3_600_000) return { kind: 'nothing', because: 'old' };
  if (last && (lastUseAt(readings, run.to) ?? Number.NEGATIVE_INFINITY) <= last.quietTo)
    return { kind: 'nothing', because: 'same-episode' };
  return { kind: 'raise', run, exceeded };
}

type Open = { last: KnownAlarm; run: QuietRun | undefined; away: readonly Away[] };

/** An open alarm learns: what late readings add, and how far its silence reaches by now in both directions. */
function followUp(readings: readonly Reading[], { last, run, away }: Open): Finding {
  const add = additionOf(readings, last);
  // A silence that late readings broke stays as it was judged; only an unbroken one grows.
  const broken = add?.sentence === 'use-inside';
  const quiet = run && !broken && run.from <= last.quietTo ? { from: quietFromOf(run, away), to: run.to } : undefined;
  const wider = quiet && { from: Math.min(quiet.from, last.quietFrom), to: Math.max(quiet.to, last.quietTo) };
  const changed = wider && (wider.from < last.quietFrom || wider.to > last.quietTo);
  if (!add && !changed) return { kind: 'nothing', because: 'still-open' };
  return { kind: 'follow', add, quiet: changed ? wider : undefined };
}

function additionOf(readings: readonly Reading[], last: KnownAlarm): Addition | undefined {
  const inside = readings.find(r => r.at > last.quietFrom && r.at <= last.quietTo && isUse(r));
  if (inside) return { sentence: 'use-inside', at: inside.at };
  const after = readings.find(r => r.at > last.quietTo && isUse(r));
  return after && { sentence: 'use-after', at: after.at };
}
