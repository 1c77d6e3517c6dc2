import { lockDevice, readReadings } from '#modules/devices/index.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays } from '#shared/dates.ts';
import { type AlarmRow, changeAlarm, type Evidence, findLastOfDevice } from './db/alarms.ts';
import { findBaseline, findPerson, keepBaseline, listAway, type PersonRow } from './db/watch.ts';
import { SILENCE } from './parameters.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { type Addition, decideAlarm, type Finding } from './rules/decide-alarm.ts';
import { type Baseline, computeBaseline, type QuietRun, type Reading } from './rules/silence.ts';
import { becauseOf, clockInWords, levelOf } from './rules/words.ts';

type Device = NonNullable<Awaited<ReturnType<typeof lockDevice>>>;

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
/** Civil date in Shanghai, which has had no summer time since 1991. */
const civil = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Looks at one meter after readings came, in event time, with the device row locked: two workers, a restart or a
 * repeated job ask the same question again and get the same answer. Runs as batch.
 */
export async function evaluateDevice(ctx: Context, deviceId: string): Promise<Finding['kind'] | 'unwatched'> {
  const device = await lockDevice(ctx, deviceId);
  if (!device?.elder_id || device.status === 'removed' || !device.last_reading_at) return 'unwatched';
  const person = await findPerson(ctx, device.elder_id);
  if (!person?.atHome) return 'unwatched';
  const newest = Date.parse(device.last_reading_at);
  const since = newest - 3 * DAY;
  const readings = await readSpan(ctx, deviceId, { from: since, to: newest });
  const baseline = await baselineOf(ctx, device, newest);
  const away = (await listAway(ctx, device.elder_id, iso(since))).map(a => ({
    from: Date.parse(a.from),
    to: Date.parse(a.to),
  }));
  const last = await findLastOfDevice(ctx, deviceId);
  const known = last && {
    quietFrom: Date.parse(last.quiet_from ?? last.raised_at),
    quietTo: Date.parse(last.quiet_to ?? last.raised_at),
    open: last.status !== 'closed' && last.status !== 'silenced',
  };
  // A meter's clock may run ahead of the business instant; freshness is asked of the later of the two.
  const now = Math.max(Date.parse(ctx.now), newest);
  const slot = device.slot_seconds * 1000;
  const finding = decideAlarm({ readings, slot, baseline, away, last: known, now });
  if (finding.kind === 'raise') await raise(ctx, { device, person, baseline, readings, finding });
  if (finding.kind === 'follow' && last) await follow(ctx, last, { ...finding, readings });
  return finding.kind;
}

async function readSpan(ctx: Context, deviceId: string, span: { from: number; to: number }): Promise<Reading[]> {
  const rows = await readReadings(ctx, deviceId, { from: iso(span.from), to: iso(span.to) });
  return rows.map(row => ({ at: Date.parse(row.at), litres: row.litres }));
}

/** The baseline of the days before the newest reading's day; made once a day, and while learning at every look. */
async function baselineOf(ctx: Context, device: Device, newest: number): Promise<Baseline> {
  const toOn = addDays(civil(newest), -1);
  const kept = await findBaseline(ctx, device.device_id);
  if (kept && kept.to_on === toOn && kept.days >= SILENCE.neededDays)
    return { days: kept.days, usualMinutes: kept.usual_minutes };
  const to = Date.parse(`${toOn}T00:00:00+08:00`) + DAY;
  const from = to - SILENCE.baselineDays * DAY;
  const readings = await readSpan(ctx, device.device_id, { from, to });
  const baseline = computeBaseline(readings, device.slot_seconds * 1000);
  const { days, usualMinutes } = baseline;
  const areaCode = device.area_code;
  await keepBaseline(ctx, { deviceId: device.device_id, areaCode, fromOn: civil(from + 1), toOn, days, usualMinutes });
  return baseline;
}

type Raising = {
  device: Device;
  person: PersonRow;
  baseline: Baseline;
  readings: readonly Reading[];
  finding: Extract<Finding, { kind: 'raise' }>;
};

async function raise(ctx: Context, { device, person, baseline, readings, finding }: Raising): Promise<void> {
  const { exceeded, run } = finding;
  const evidence: Evidence = {
    serial: device.serial,
    exceededAt: iso(exceeded.exceededAt),
    limitMinutes: exceeded.limitMinutes,
    usualMinutes: exceeded.usualMinutes,
    baselineDays: baseline.days,
    because: becauseOf(exceeded, run.to),
    hours: litresByHour(readings, run.to),
    usualByHour: [...baseline.usualMinutes],
    added: [],
  };
  const { areaCode, atHome: _, ...shown } = person;
  await raiseAlarm(ctx, {
    elder_id: device.elder_id ?? '',
    area_code: areaCode,
    rule: 'no-water-use',
    level: levelOf(person, ctx.today),
    device_id: device.device_id,
    quiet_from: iso(exceeded.quietFrom),
    quiet_to: iso(run.to),
    person: shown,
    evidence,
  });
}

/** The last 36 hours as litres an hour, for the picture beside the alarm. */
function litresByHour(readings: readonly Reading[], to: number): { at: string; litres: number }[] {
  const hour = 3_600_000;
  const end = Math.ceil(to / hour) * hour;
  return Array.from({ length: 36 }, (_, i) => {
    const from = end - (36 - i) * hour;
    const sum = readings.reduce((total, r) => (r.at > from && r.at <= from + hour ? total + r.litres : total), 0);
    return { at: iso(from), litres: Math.round(sum * 10) / 10 };
  });
}

type Following = Extract<Finding, { kind: 'follow' }> & { readings: readonly Reading[] };

/** What late readings showed is written on the alarm once, and its silence grows with it; never a second alarm. */
async function follow(ctx: Context, alarm: AlarmRow, found: Following): Promise<void> {
  const { add, quiet, readings } = found;
  const isNew = add && !alarm.evidence.added.some(line => line.kind === add.sentence);
  if (!isNew && !quiet) return;
  const added = isNew
    ? [...alarm.evidence.added, { kind: add.sentence, at: ctx.now, sentence: say(add) }]
    : alarm.evidence.added;
  const wider = quiet && { because: becauseAgain(alarm, quiet), hours: litresByHour(readings, quiet.to) };
  await changeAlarm(ctx, alarm.alarm_id, {
    evidence: { ...alarm.evidence, added, ...wider },
    ...(quiet ? { quiet_from: iso(quiet.from), quiet_to: iso(quiet.to) } : {}),
  });
}

/** The reason in words again, for a silence that has grown since it was judged; measured against the same limit. */
function becauseAgain({ evidence }: AlarmRow, quiet: QuietRun): string {
  const exceededAt = Date.parse(evidence.exceededAt ?? iso(quiet.to));
  const { usualMinutes } = evidence;
  return becauseOf(
    { quietFrom: quiet.from, exceededAt, limitMinutes: evidence.limitMinutes ?? 0, usualMinutes },
    quiet.to,
  );
}

const say = ({ sentence, at }: Addition): string =>
  sentence === 'use-inside'
    ? `后补数据显示 ${clockInWords(at)} 有用水，请核对后再处置`
    : `${clockInWords(at)} 起又有用水，可能已经起身，仍请电话核实`;
