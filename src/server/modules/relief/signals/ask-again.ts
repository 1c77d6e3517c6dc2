import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { insertReason } from '../db/reasons.ts';
import { findDrawn, insertBySignal } from '../db/rechecks.ts';
import { RECHECK_WORKING_DAYS } from '../rules.ts';
import { type Found, reasonOf } from './reason.ts';
import { sayRules } from './visit.ts';

/** What speaks against a recognition: it is looked at again by the district, nothing stops by itself. One that is open takes it in. */
export async function askAgain(ctx: Context, all: readonly Found[]): Promise<void> {
  const [first] = all;
  const { recognised, recognised_id: elderId } = first?.home ?? {};
  if (!first || !elderId || !recognised) return;
  const says = sayRules([...new Set(all.map(one => one.rule))]);
  const open = await findDrawn(ctx, elderId);
  const made = open ? undefined : await insertBySignal(ctx, { elderId, economicClass: recognised, says });
  const recheckId = open ?? made?.recheck_id;
  if (!recheckId) return;
  if (made) {
    const { area_code: areaCode, elder_name: name } = made;
    const subject = { kind: 'relief-recheck', id: recheckId, elderId, areaCode };
    await openDuty(ctx, subject, {
      ...{ forRole: 'district', kindLabel: '信号复核', actionLabel: '去复核', path: '/desk/relief/rechecks' },
      ...{ title: `复核${name}的${recognised}资格`, reason: says, withinWorkingDays: RECHECK_WORKING_DAYS },
    });
    await record(ctx, { action: 'relief.review', subject, elderId, areaCode, note: says });
  }
  for (const one of all) await insertReason(ctx, reasonOf(ctx, one, { recheckId }));
}
