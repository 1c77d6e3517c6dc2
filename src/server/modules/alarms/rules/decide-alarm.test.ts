import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAlarm, type KnownAlarm } from './decide-alarm.ts';
import { type Baseline, computeBaseline, currentQuietRun, firstExceeded, inOrder, type Reading } from './silence.ts';

const SLOT = 15 * 60_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);
/** Slots from–to (exclusive start), with use in the slots whose clock time is listed. */
function slots(from: string, to: string, uses: readonly string[] = []): Reading[] {
  const list: Reading[] = [];
  for (let t = at(from) + SLOT; t <= at(to); t += SLOT) {
    const clock = new Date(t + 8 * 3_600_000).toISOString().slice(11, 16);
    list.push({ at: t, litres: uses.includes(clock) ? 6 : 0 });
  }
  return list;
}
/** A woman who drinks and washes through the day and gets up at night around 22:00, 0:30 and 3:00. */
const USES = [
  '06:30',
  '07:00',
  '09:15',
  '11:30',
  '12:15',
  '15:00',
  '17:45',
  '18:30',
  '20:00',
  '22:00',
  '00:30',
  '03:00',
];
const days = (count: number, uses = USES) =>
  slots(
    '2025-05-23T00:00',
    new Date(at('2025-05-23T00:00') + count * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16),
    uses,
  );
const BASELINE = computeBaseline(days(28), SLOT);
const EVENING = slots('2025-06-20T12:00', '2025-06-21T02:45', ['12:15', '15:00', '17:45', '18:30', '20:00']);

/** Feeds readings in bundles and keeps the alarms that were wanted, as the database would. */
function run(bundles: Reading[][], given: { baseline?: Baseline; closeAfterRaise?: boolean } = {}): KnownAlarm[] {
  const known: Reading[] = [];
  const alarms: KnownAlarm[] = [];
  for (const bundle of bundles) {
    known.push(...bundle);
    const readings = inOrder(known);
    const now = (readings.at(-1)?.at ?? 0) + 60_000;
    const watch = { readings, slot: SLOT, baseline: given.baseline ?? BASELINE, away: [], last: alarms.at(-1), now };
    const found = decideAlarm(watch);
    const last = alarms.at(-1);
    if (found.kind === 'follow' && found.quiet && last)
      Object.assign(last, { quietFrom: found.quiet.from, quietTo: found.quiet.to });
    if (found.kind === 'raise')
      alarms.push({ quietFrom: found.exceeded.quietFrom, quietTo: found.run.to, open: !given.closeAfterRaise });
  }
  return alarms;
}

describe('baseline', () => {
  test('usual longest quiet time of an hour comes from the person’s own days', () => {
    expect(BASELINE.days).toBe(28);
    expect(BASELINE.usualMinutes[2]).toBe(135);
    expect(BASELINE.usualMinutes[8]).toBe(120);
  });

  test('one day away does not blind the rule; a gap is unknown, not quiet', () => {
    const odd = [...days(27), ...slots('2025-06-19T00:00', '2025-06-20T00:00')];
    expect(computeBaseline(odd, SLOT).usualMinutes[2]).toBe(135);
    const holes = days(28).filter(r => new Date(r.at + 8 * 3_600_000).getUTCHours() !== 4);
    expect(computeBaseline(holes, SLOT).usualMinutes[5]).toBe(0);
  });
});

describe('no use against the personal baseline', () => {
  test('quiet since 20:00 alarms in the night, with the minutes it is measured against', () => {
    const quiet = currentQuietRun(EVENING, SLOT)!;
    const found = firstExceeded(quiet, { baseline: BASELINE, away: [], slot: SLOT })!;
    expect(new Date(found.quietFrom).toISOString()).toBe('2025-06-20T12:00:00.000Z');
    expect(found).toMatchObject({ limitMinutes: 240, usualMinutes: 135 });
  });

  test('a heavy sleeper with the same evening does not alarm before the morning', () => {
    const sleeper = computeBaseline(
      days(
        28,
        USES.filter(clock => clock > '06:00' && clock < '20:30'),
      ),
      SLOT,
    );
    expect(run([EVENING], { baseline: sleeper })).toEqual([]);
    const late = slots('2025-06-20T20:00', '2025-06-21T09:30');
    expect(run([EVENING, late], { baseline: sleeper })).toHaveLength(1);
  });

  test('no messages at all is not silence, and missing slots are unknown', () => {
    expect(run([slots('2025-06-20T12:00', '2025-06-20T20:00', ['12:15', '20:00'])])).toEqual([]);
    const holes = EVENING.filter(r => !(r.at > at('2025-06-20T22:00') && r.at <= at('2025-06-21T01:00')));
    expect(run([holes])).toEqual([]);
  });

  test('while the meter is learning only a whole day without use alarms', () => {
    const learning = { days: 3, usualMinutes: new Array(24).fill(60) };
    expect(run([EVENING], { baseline: learning })).toEqual([]);
    expect(run([slots('2025-06-20T00:00', '2025-06-21T00:30')], { baseline: learning })).toHaveLength(1);
  });

  test('away covers: silent until the end of the notice, counted from there afterwards', () => {
    const away = [{ from: at('2025-06-20T19:00'), to: at('2025-06-21T10:00') }];
    const base = { readings: EVENING, slot: SLOT, baseline: BASELINE, away, last: undefined };
    expect(decideAlarm({ ...base, now: at('2025-06-21T02:46') }).kind).toBe('nothing');
    const later = [...EVENING, ...slots('2025-06-21T02:45', '2025-06-21T15:00')];
    const found = decideAlarm({ ...base, readings: later, now: at('2025-06-21T15:01') });
    expect(found).toMatchObject({ kind: 'raise', exceeded: { quietFrom: at('2025-06-21T10:00') } });
  });

  test('a meter that unloads last week’s memory raises nothing', () => {
    const found = decideAlarm({
      readings: EVENING,
      slot: SLOT,
      baseline: BASELINE,
      away: [],
      last: undefined,
      now: at('2025-06-28T09:00'),
    });
    expect(found).toEqual({ kind: 'nothing', because: 'old' });
  });
});

describe('exactly one alarm for one quiet episode', () => {
  const bundlesOf = fc
    .tuple(
      fc.shuffledSubarray(EVENING, { minLength: EVENING.length }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3 }),
      fc.array(fc.nat(EVENING.length - 1), { maxLength: 30 }),
      fc.boolean(),
    )
    .map(([order, sizes, repeats, closing]) => {
      const all = [...order];
      for (const i of repeats) all.splice(i, 0, EVENING[i]!);
      const bundles: Reading[][] = [];
      for (let i = 0, k = 0; i < all.length; k++) {
        const size = sizes[k % sizes.length]!;
        bundles.push(all.slice(i, i + size));
        i += size;
      }
      return { bundles, closing };
    });

  test('whatever the order, bundling, repetition and delay, and whether or not the first was closed meanwhile', () => {
    fc.assert(
      fc.property(bundlesOf, ({ bundles, closing }) => {
        expect(run(bundles, { closeAfterRaise: closing })).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  test('silence that goes on after the alarm was closed is the same episode; a use and a new silence is another', () => {
    const on = slots('2025-06-21T02:45', '2025-06-21T09:00');
    expect(run([EVENING, on], { closeAfterRaise: true })).toHaveLength(1);
    const again = slots('2025-06-21T09:00', '2025-06-21T18:00', ['09:15']);
    expect(run([EVENING, on, again], { closeAfterRaise: true })).toHaveLength(2);
  });

  test('late readings can take back what was not yet raised, and are added to what was', () => {
    const late = { at: at('2025-06-20T22:37'), litres: 5 };
    const early = slots('2025-06-20T12:00', '2025-06-20T23:45', ['12:15', '15:00', '17:45', '18:30', '20:00']);
    expect(run([early, [late], slots('2025-06-20T23:45', '2025-06-21T02:15')])).toEqual([]);
    const last = { quietFrom: at('2025-06-20T20:00'), quietTo: at('2025-06-21T02:45'), open: true };
    const base = { slot: SLOT, baseline: BASELINE, away: [], now: at('2025-06-21T03:00') };
    expect(decideAlarm({ ...base, readings: [...EVENING, late], last })).toEqual({
      kind: 'follow',
      add: { sentence: 'use-inside', at: late.at },
      quiet: undefined,
    });
    const closed = decideAlarm({
      ...base,
      readings: [...EVENING, late, ...slots('2025-06-21T02:45', '2025-06-21T03:00')],
      last: { ...last, open: false },
    });
    expect(closed.kind).toBe('nothing');
  });
});
