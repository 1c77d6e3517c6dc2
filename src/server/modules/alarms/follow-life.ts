import type { AwayPlace } from '#contracts/alarms.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/away.ts';
import { findDutyOrganisation } from './db/watch.ts';
import { endAlarm, silence } from './handle-alarm.ts';

type Of = { elderId: string; areaCode: string };

/** Without a day of return the notice is long; coming home ends it. */
const OPEN_ENDED_DAYS = 365;

/** Reaction to elder.died and elder.moved-out: no alarm stays open on a person who is not there any more. */
export function endAlarmsOf(ctx: Context, of: Of & { on: string; reason: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: `${of.reason}，关闭没有处置完的告警` }, async inner => {
    for (const alarmId of await db.listOpenAlarms(inner, of.elderId)) await endAlarm(inner, alarmId, of);
    await db.endNoticesOf(inner, of.elderId);
  });
}

/** Reaction to elder.away and home-care-bed.suspended: an empty home is quiet without an alarm. */
export function keepQuiet(
  ctx: Context,
  of: Of & { place: AwayPlace; fromOn: string; untilOn: string | null; why: string },
): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人离家，值守静默' }, async inner => {
    if (of.fromOn <= inner.today && !(await db.findOpenNotice(inner, of.elderId, inner.now))) await file(inner, of);
    for (const alarmId of await db.listNotYetSent(inner, of.elderId)) await silence(inner, alarmId, of.why);
  });
}

async function file(inner: Context, of: Parameters<typeof keepQuiet>[1]): Promise<void> {
  const until = of.untilOn ?? addDays(inner.today, OPEN_ENDED_DAYS);
  await db.insertNotice(inner, {
    notice_id: newId(),
    elder_id: of.elderId,
    area_code: of.areaCode,
    organisation_id: (await findDutyOrganisation(inner, of.areaCode))?.organisation_id ?? null,
    away_from: `${of.fromOn}T00:00:00+08:00`,
    away_to: `${addDays(until, 1)}T00:00:00+08:00`,
    place: of.place,
    note: of.why,
  });
}

/** Reaction to elder.returned and home-care-bed.resumed: watching goes on from now. */
export function watchAgain(ctx: Context, of: Of): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人回家，恢复值守' }, inner =>
    db.endNoticesOf(inner, of.elderId),
  );
}
