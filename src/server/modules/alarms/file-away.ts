import type { AwayPlace } from '#contracts/alarms.ts';
import { AWAY_PLACE_LABELS } from '#contracts/alarms.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/away.ts';
import { findDutyOrganisation, findPerson, type PersonRow } from './db/watch.ts';
import { silence } from './handle-alarm.ts';

type Form = { from: string; to: string; place: AwayPlace; note?: string | undefined };

const MOST_DAYS = 180;

/** Family reaches its own elder only; a desk looks inside its own area, as batch because organisations see no person. */
async function getPerson(ctx: Context, elderId: string): Promise<PersonRow> {
  const { actor } = ctx;
  if (actor.way === 'family' && actor.elderId !== elderId) throw new DomainError('platform.not-found');
  const person = await asBatch(ctx, { areaCode: actor.areaCode, why: '报外出：找这位老人' }, inner =>
    findPerson(inner, elderId),
  );
  if (!person) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  return person;
}

export async function fileAway(ctx: Context, elderId: string, form: Form) {
  const [from, to] = [new Date(form.from).toISOString(), new Date(form.to).toISOString()];
  const fault = to <= from ? '结束时间要晚于开始时间' : tooLong(from, to) ? `最长 ${MOST_DAYS} 天，之后请再报` : null;
  if (fault) throw new DomainError('alarms.away-dates', fault, { to: fault });
  const person = await getPerson(ctx, elderId);
  const row = await asBatch(ctx, { areaCode: person.areaCode, why: '登记外出报备' }, async inner =>
    db.insertNotice(inner, {
      notice_id: newId(),
      elder_id: elderId,
      area_code: person.areaCode,
      organisation_id: (await findDutyOrganisation(inner, person.areaCode))?.organisation_id ?? null,
      away_from: from,
      away_to: to,
      place: form.place,
      note: form.note ?? null,
    }),
  );
  await record(ctx, {
    action: 'alarms.file-away',
    subject: { kind: 'away-notice', id: row.notice_id },
    elderId,
    areaCode: person.areaCode,
    after: { from, to, place: form.place },
  });
  const silenced = from <= ctx.now && ctx.now < to ? await silenceOpen(ctx, row) : 0;
  return { ...shown(row), silenced };
}

const tooLong = (from: string, to: string): boolean => Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000;

async function silenceOpen(ctx: Context, notice: db.NoticeRow): Promise<number> {
  const note = `${notice.by_name}报外出：${AWAY_PLACE_LABELS[notice.place]}`;
  return asBatch(ctx, { areaCode: notice.area_code, why: '外出期间的告警静默' }, async inner => {
    const open = await db.listNotYetSent(inner, notice.elder_id);
    for (const alarmId of open) await silence(inner, alarmId, note);
    return open.length;
  });
}

export async function listAwayNotices(ctx: Context, elderId: string) {
  const rows = await db.listNotices(ctx, elderId);
  if (rows.length > 0) ctx.saw(elderId);
  return { rows: rows.map(shown) };
}

/** Back earlier: watching goes on from this moment, and silence is counted from here. */
export async function endAway(ctx: Context, noticeId: string) {
  const row = await db.endNotice(ctx, noticeId);
  if (!row) throw new DomainError('platform.not-found');
  const subject = { kind: 'away-notice', id: noticeId };
  await record(ctx, { action: 'alarms.end-away', subject, elderId: row.elder_id, areaCode: row.area_code });
  return shown(row);
}

const shown = (row: db.NoticeRow) => ({
  id: row.notice_id,
  elderId: row.elder_id,
  from: row.away_from,
  to: row.away_to,
  place: row.place,
  ...(row.place === 'hospital' ? { note: null, stay: row.note } : { note: row.note, stay: null }),
  byName: row.by_name,
  endedAt: row.ended_at,
});

/** Reaction to elder.changed: alarms, calls and notices answer to the person's new area; where they happened stays. */
export async function moveAlarms(ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> {
  await asBatch(ctx, { areaCode: '110000000000', why: '告警随人换辖区' }, inner => db.moveRows(inner, event));
}
