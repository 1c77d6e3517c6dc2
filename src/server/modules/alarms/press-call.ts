import { DomainError } from '#contracts/errors.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { findOpenCall } from './db/alarms.ts';
import { findDutyOrganisation, findPerson } from './db/watch.ts';
import { raiseAlarm } from './raise-alarm.ts';

/** 一键呼: one open call per elder; pressed again while it is open it answers the same call. */
export async function pressCall(ctx: Context, note: string | undefined) {
  const { elderId, areaCode, name } = ctx.actor;
  if (!elderId) throw new DomainError('platform.not-found', '这个岗位没有绑定老年人');
  return asBatch(ctx, { areaCode, why: '一键呼叫' }, async inner => {
    const person = await findPerson(inner, elderId);
    if (!person) throw new DomainError('platform.not-found');
    const { areaCode: area, atHome: _, ...shown } = person;
    const because = note ? `${name}按了一键呼：${note}` : `${name}按了一键呼`;
    const none = { serial: null, exceededAt: null, limitMinutes: null, usualMinutes: null, baselineDays: null };
    await raiseAlarm(inner, {
      elder_id: elderId,
      area_code: area,
      rule: 'one-press-call',
      level: 'orange',
      device_id: null,
      quiet_from: null,
      quiet_to: null,
      person: shown,
      evidence: { ...none, because, hours: [], usualByHour: [], added: [] },
    });
    const open = await findOpenCall(inner, elderId);
    if (!open) throw new DomainError('platform.conflict');
    const desk = await findDutyOrganisation(inner, area);
    return { id: open.alarm_id, raisedAt: open.raised_at, status: open.status, duty: desk?.name ?? null };
  });
}
