import { SILENCE } from '../parameters.ts';

/** One reading in event time: `at` is the end of its slot in epoch milliseconds. */
export type Reading = { at: number; litres: number };

/** An unbroken stretch of slots without use that reaches up to the newest reading. */
export type QuietRun = { from: number; to: number };

export type Away = { from: number; to: number };

/** What is usual for one meter: 24 values, minutes, by hour of the day in Shanghai. */
export type Baseline = { days: number; usualMinutes: readonly number[] };

type Parameters = Omit<typeof SILENCE, 'basis'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shanghai has no summer time since 1991. */
const SHANGHAI = 8 * HOUR;

export const hourOfDay = (at: number): number => Math.floor(((at + SHANGHAI) % DAY) / HOUR);
const dayOf = (at: number): number => Math.floor((at + SHANGHAI - 1) / DAY);

/** In time order, each instant once: however often and in whatever order the readings came. */
export function inOrder(readings: readonly Reading[]): Reading[] {
  const byTime = new Map(readings.map(reading => [reading.at, reading]));
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

export const isUse = (reading: Reading): boolean => reading.litres > SILENCE.idleLitres;

/** A missing slot is unknown, not quiet: whoever reads across it would take a lost message for a silent flat. */
const follows = (before: Reading, after: Reading, slot: number): boolean => after.at - before.at <= slot * 1.5;

/** The quiet stretch that ends at the newest reading; undefined when that reading shows use. `readings` in order. */
export function currentQuietRun(readings: readonly Reading[], slot: number): QuietRun | undefined {
  const newest = readings.at(-1);
  if (!newest || isUse(newest)) return undefined;
  let first = newest;
  for (let i = readings.length - 2; i >= 0; i--) {
    const before = readings[i] as Reading;
    if (isUse(before) || !follows(before, first, slot)) break;
    first = before;
  }
  return { from: first.at - slot, to: newest.at };
}

/** Time of the last use at or before `until`; undefined when the readings show none. */
export const lastUseAt = (readings: readonly Reading[], until = Number.POSITIVE_INFINITY): number | undefined =>
  readings.findLast(reading => reading.at <= until && isUse(reading))?.at;

/**
 * For each hour of the day the usual longest time without use reached in that hour (a quantile over the days). Time
 * after a gap counts again only from the next use; days with too few readings do not count.
 */
export function computeBaseline(readings: readonly Reading[], slot: number, p: Parameters = SILENCE): Baseline {
  const longest = new Map<number, number[]>();
  const slots = new Map<number, number>();
  let quietSince: number | undefined;
  let before: Reading | undefined;
  for (const reading of readings) {
    if (before && !follows(before, reading, slot)) quietSince = undefined;
    if (isUse(reading)) quietSince = reading.at;
    const day = dayOf(reading.at);
    slots.set(day, (slots.get(day) ?? 0) + 1);
    const hours = longest.get(day) ?? new Array<number>(24).fill(0);
    longest.set(day, hours);
    const hour = hourOfDay(reading.at - 1);
    const quiet = quietSince === undefined ? 0 : (reading.at - quietSince) / MINUTE;
    hours[hour] = Math.max(hours[hour] ?? 0, quiet);
    before = reading;
  }
  const good = [...longest].filter(([day]) => (slots.get(day) ?? 0) >= (DAY / slot) * p.dayCoverage);
  const usualMinutes = Array.from({ length: 24 }, (_, hour) =>
    Math.round(
      quantile(
        good.map(([, hours]) => hours[hour] ?? 0),
        p.quantile,
      ),
    ),
  );
  return { days: good.length, usualMinutes };
}

function quantile(values: number[], share: number): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export type Exceeded = {
  quietFrom: number;
  exceededAt: number;
  limitMinutes: number;
  /** Usual longest quiet minutes at this hour; null while the meter is still learning. */
  usualMinutes: number | null;
};

/** Minutes without use that are too many at this hour for this person. */
export function limitAt(
  at: number,
  baseline: Baseline,
  p: Parameters = SILENCE,
): { limit: number; usual: number | null } {
  if (baseline.days < p.neededDays) return { limit: p.learningMinutes, usual: null };
  const usual = baseline.usualMinutes[hourOfDay(at - 1)] ?? 0;
  return { limit: Math.max(p.minimumMinutes, usual * p.factor), usual };
}

/** Silence counts from the later of the last use and the last return from being away. */
export const quietFromOf = (run: QuietRun, away: readonly Away[]): number =>
  Math.max(run.from, ...away.filter(a => a.from < run.to && a.to > run.from).map(a => a.to));

/**
 * The first slot of the run at which the silence was longer than this person's own usual, or undefined. Looking at
 * every slot, not only at the last, makes the answer independent of how the readings were bundled.
 */
export function firstExceeded(
  run: QuietRun,
  given: { baseline: Baseline; away: readonly Away[]; slot: number },
  p: Parameters = SILENCE,
): Exceeded | undefined {
  const quietFrom = quietFromOf(run, given.away);
  for (let at = quietFrom + given.slot; at <= run.to; at += given.slot) {
    const { limit, usual } = limitAt(at, given.baseline, p);
    if ((at - quietFrom) / MINUTE > limit)
      return { quietFrom, exceededAt: at, limitMinutes: Math.round(limit), usualMinutes: usual };
  }
  return undefined;
}
