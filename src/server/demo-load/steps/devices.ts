import { type DemoAlarm as AlarmRow, insertAlarms } from '#modules/alarms/index.ts';
import { insertDevices, insertReadings, newSecret } from '#modules/devices/index.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { ageOn } from '#shared/dates.ts';
import { randomOf } from '#shared/random.ts';
import { type DemoAlarm, type DemoDevice, type DemoElder, pickShowcase } from '../../demo/index.ts';
import { elderOf, type HistoryContext } from '../history-rows.ts';
import { lookup, relatedId } from '../lookup.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';

const HOUR = 3_600_000;
const WEEKS_OF_READINGS = 3;
/** Slots of 15 minutes that a meter reports. */
const SLOT = 15 * 60_000;

/**
 * Water meters with their alarms; the login community's also with three weeks of readings, and the elder of the demo's
 * login with an alarm of this night that nobody has taken up yet (02:40, no water since 20:00).
 */
export async function loadDevices(h: HistoryContext, devices: readonly DemoDevice[], alarms: readonly DemoAlarm[]) {
  const { client, today } = h.ctx;
  const own = h.place.code === LOGIN_COMMUNITY;
  const shown = own ? pickShowcase(h.elders.values())[0]?.elder : undefined;
  const meters = onePerElder(devices.filter(d => d.type === '智能水表'));
  if (shown && !meters.some(m => m.elderId === shown.elderId)) meters.push(meterOf(shown));
  const midnight = Date.parse(`${today}T00:00:00+08:00`);
  await insertDevices(
    client,
    meters.map(m => deviceRow(h, m, own ? new Date(midnight - SLOT).toISOString() : null)),
  );
  const rows = alarms.flatMap(a => (meters.some(m => m.deviceId === a.deviceId) ? [pastAlarm(h, a)] : []));
  if (shown) rows.push(openAlarm(h, meters.find(m => m.elderId === shown.elderId) as DemoDevice));
  await insertAlarms(client, rows);
  for (const row of rows.filter(r => r.status === 'raised')) await openDeskDuty(h, row);
  if (!own) return meters.length + rows.length;
  let readings = 0;
  for (const meter of meters) readings += await loadReadings(h, meter, midnight);
  return meters.length + rows.length + readings;
}

/** A home has one water meter that counts. */
const onePerElder = (meters: readonly DemoDevice[]): DemoDevice[] => [
  ...new Map(meters.map(m => [m.elderId, m])).values(),
];

const meterOf = (elder: DemoElder): DemoDevice => {
  const deviceId = relatedId(elder.elderId, 'water-meter');
  return {
    kind: 'device',
    deviceId,
    elderId: elder.elderId,
    areaCode: elder.areaCode,
    type: '智能水表',
    serial: `DEMO-${deviceId.slice(-8).toUpperCase()}`,
    installedOn: '2024-11-12',
    online: true,
  };
};

function deviceRow(h: HistoryContext, m: DemoDevice, lastReadingAt: string | null) {
  const { salt, hash } = newSecret();
  return {
    deviceId: m.deviceId,
    serial: m.serial,
    elderId: m.elderId,
    areaCode: m.areaCode,
    keeperId: deskOf(h)?.organisationId ?? null,
    installedOn: m.installedOn,
    status: lastReadingAt ? ('online' as const) : ('installed' as const),
    lastReadingAt,
    salt,
    hash,
  };
}

const deskOf = (h: HistoryContext) => lookup(h.world).desks.get(h.place.streetCode);

function personOf(elder: DemoElder): AlarmRow['person'] {
  const { name, sex, bornOn, living, road, estate } = elder;
  return { name, sex, bornOn, living, place: `${road}${estate}` };
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Litres an hour: nobody uses water from eleven to five, most in the morning and evening. */
const USUAL = [0, 0, 0, 0, 0, 2, 14, 18, 12, 6, 5, 9, 14, 6, 4, 4, 6, 12, 16, 14, 10, 8, 4, 1];
const USUAL_QUIET = [
  70, 130, 190, 250, 310, 340, 60, 50, 60, 80, 90, 90, 70, 90, 110, 120, 110, 90, 60, 60, 70, 80, 60, 60,
];

function evidence(m: Pick<DemoDevice, 'serial'>, quiet: { from: number; to: number }): AlarmRow['evidence'] {
  const hours = Array.from({ length: 24 }, (_, i) => {
    const at = Math.floor(quiet.to / HOUR) * HOUR - (23 - i) * HOUR;
    const ofDay = new Date(at + 8 * HOUR).getUTCHours();
    return { at: iso(at), litres: at >= quiet.from - HOUR / 2 ? 0 : (USUAL[ofDay] ?? 0) };
  });
  const minutes = Math.round((quiet.to - quiet.from) / 60_000);
  const usual = USUAL_QUIET[new Date(quiet.to + 8 * HOUR).getUTCHours()] ?? 120;
  return {
    serial: m.serial,
    exceededAt: iso(quiet.to),
    limitMinutes: minutes,
    usualMinutes: usual,
    baselineDays: 21,
    because: `已 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分没有用水；近 21 天里这个时段通常最长 ${usual} 分钟不用水`,
    hours,
    usualByHour: USUAL_QUIET,
    added: [],
  };
}

function pastAlarm(h: HistoryContext, a: DemoAlarm): AlarmRow {
  const elder = elderOf(h, a.elderId);
  const raised = Date.parse(a.raisedAt);
  const quiet = { from: raised - 12 * HOUR, to: raised };
  const worker = a.staffId ? lookup(h.world).staff.get(a.staffId) : undefined;
  const sent = a.onSiteAt !== null;
  const called = a.acknowledgedAt && iso(Date.parse(a.acknowledgedAt) + 60_000);
  return {
    alarmId: a.alarmId,
    elderId: a.elderId,
    areaCode: a.areaCode,
    organisationId: deskOf(h)?.organisationId ?? null,
    assigneeId: sent ? (worker?.staffId ?? null) : null,
    assigneeName: sent ? (worker?.name ?? null) : null,
    assigneeTitle: sent ? '社区工作者' : null,
    deviceId: a.deviceId,
    level: ageOn(elder.bornOn, h.ctx.today) >= 80 ? 'red' : 'orange',
    status: a.resolvedAt ? 'closed' : 'raised',
    quietFrom: iso(quiet.from),
    quietTo: iso(quiet.to),
    person: personOf(elder),
    evidence: evidence({ serial: `DEMO-${a.deviceId.slice(-8).toUpperCase()}` }, quiet),
    raisedAt: a.raisedAt,
    acknowledgedAt: a.acknowledgedAt,
    calledAt: called,
    callOutcome: called ? (sent ? 'no-answer' : 'answered') : null,
    dispatchedAt: sent && called ? iso(Date.parse(called) + 120_000) : null,
    expectedAt: sent ? a.onSiteAt : null,
    onSiteAt: a.onSiteAt,
    closedAt: a.resolvedAt,
    isTrue: a.isTrue,
    cause: a.outcome,
  };
}

function openAlarm(h: HistoryContext, m: DemoDevice): AlarmRow {
  const raised = Date.parse(`${h.ctx.today}T02:40:00+08:00`);
  const open: DemoAlarm = {
    kind: 'alarm',
    alarmId: relatedId(m.deviceId, 'alarm-of-the-night'),
    deviceId: m.deviceId,
    elderId: m.elderId,
    areaCode: m.areaCode,
    rule: '',
    level: '紧急',
    raisedAt: iso(raised),
    acknowledgedAt: null,
    onSiteAt: null,
    resolvedAt: null,
    isTrue: null,
    outcome: null,
    staffId: null,
  };
  const quiet = { from: raised - 400 * 60_000, to: raised };
  return { ...pastAlarm(h, open), quietFrom: iso(quiet.from), evidence: evidence(m, quiet) };
}

function openDeskDuty(h: HistoryContext, row: AlarmRow): Promise<void> {
  const minutes = Math.round((Date.parse(row.quietTo) - Date.parse(row.quietFrom)) / 60_000);
  const age = row.person.bornOn ? ageOn(row.person.bornOn, h.ctx.today) : '';
  const subject = {
    kind: 'alarm',
    id: row.alarmId,
    elderId: row.elderId,
    areaCode: row.areaCode,
    organisationId: row.organisationId,
  };
  return openDuty(h.ctx, subject, {
    forRole: row.organisationId ? 'centre' : 'community',
    kindLabel: '告警',
    title: `${row.person.name} ${age} 岁，用水异常，${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分没有用水`,
    reason: `${row.person.place}，还没有人受理`,
    actionLabel: '受理',
    path: `/desk/alarms/${row.alarmId}`,
    dueAt: iso(Date.parse(row.raisedAt) + 5 * 60_000),
  });
}

/** Three weeks up to midnight, each slot's litres drawn from the hour's usual use. */
async function loadReadings(h: HistoryContext, m: DemoDevice, midnight: number): Promise<number> {
  const r = randomOf(h.world.map.seed, 'readings', m.deviceId);
  const ats: string[] = [];
  const litres: number[] = [];
  for (let at = midnight - WEEKS_OF_READINGS * 7 * 24 * HOUR; at < midnight; at += SLOT) {
    const usual = (USUAL[new Date(at + 8 * HOUR).getUTCHours()] ?? 0) / 4;
    ats.push(iso(at));
    litres.push(usual > 0 && r.next() < 0.55 ? Math.round(usual * (0.5 + r.next()) * 20) / 10 : 0);
  }
  await insertReadings(h.ctx.client, { deviceId: m.deviceId, areaCode: m.areaCode, ats, litres });
  return ats.length;
}
