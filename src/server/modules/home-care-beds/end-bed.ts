import { type BedAction, PAUSE_REASON_LABELS, type PauseReason } from '#contracts/home-care-bed-lifecycle.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays, dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { take } from './take-step.ts';

/** The bed of a person follows to the area that answers now; where it happened stays. */
export const bedFollowsElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '家庭养老床位随人换辖区' }, inner => db.moveRows(inner, event));

/** Ends an elder's bed for the platform (death): refuses an application still under way, ends one that was built. */
export function endBedOf(ctx: Context, of: { elderId: string; areaCode: string; reason: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: of.reason }, async inner => {
    const bed = await db.findOpenBed(inner, of.elderId);
    if (!bed) return;
    const action = ['applied', 'eligible', 'assessed'].includes(bed.status) ? 'reject' : 'end';
    const set = { ended_on: inner.today, end_reason: of.reason };
    await take(inner, bed, { action, set, note: of.reason, asSystem: true });
    await db.closePause(inner, bed.bed_id, inner.today);
  });
}

type Absent = { elderId: string; areaCode: string; pause: PauseReason; fromOn: string };

/** The elder left home: a bed in service is paused from that day, so that no day away is settled. */
export function pauseBedOf(ctx: Context, of: Absent): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人离家，家庭养老床位暂停' }, async inner => {
    const bed = await db.findOpenBed(inner, of.elderId);
    if (bed?.status !== 'in-service') return;
    const note = `${PAUSE_REASON_LABELS[of.pause]}，自${dayWords(of.fromOn)}起`;
    await take(inner, bed, { action: 'suspend', set: {}, note, asSystem: true });
    const { bed_id, elder_id, area_code, provider_id } = bed;
    const pause = { pause_id: newId(), bed_id, elder_id, area_code, provider_id };
    await db.insertPause(inner, { ...pause, reason: of.pause, from_on: of.fromOn, to_on: null });
  });
}

/** Back home: the pause ends the day before. */
export function resumeBedOf(ctx: Context, of: { elderId: string; areaCode: string; on: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人回家，家庭养老床位恢复' }, async inner => {
    const bed = await db.findOpenBed(inner, of.elderId);
    if (bed?.status !== 'suspended') return;
    await take(inner, bed, { action: 'resume', set: {}, note: `自${dayWords(of.on)}起`, asSystem: true });
    await db.closePause(inner, bed.bed_id, addDays(of.on, -1));
  });
}

/** The event that ended the bed was a mistake: it stands again where it stood on that day. */
export function reinstateBedOf(ctx: Context, of: { elderId: string; areaCode: string; reason: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '更正登记，家庭养老床位恢复' }, async inner => {
    const ended = await db.findEndedBed(inner, of.elderId, of.reason);
    if (!ended || (await db.findOpenBed(inner, of.elderId))) return;
    const former = ended.former === 'suspended' ? 'in-service' : ended.former;
    const action = `reinstate-${former}` as BedAction;
    const set = { ended_on: null, end_reason: null };
    await take(inner, ended.bed, { action, set, note: '登记有误，已更正', asSystem: true });
  });
}
