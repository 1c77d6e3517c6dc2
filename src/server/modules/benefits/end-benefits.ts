import { applicationLifecycle, offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { listOfElder, setDecision } from './db/applications.ts';
import { listOffersOf, setOfferStatus } from './db/offers.ts';

/** Somebody died: open applications and offers end; what was granted stops by the rules in the month after (160号七（二）). */
export async function endBenefitsOf(ctx: Context, elderId: string, reason: string): Promise<void> {
  for (const row of await listOfElder(ctx, elderId)) {
    if (row.status !== 'applied' && row.status !== 'disputed') continue;
    const subject = { kind: 'benefit-application', id: row.application_id, elderId, areaCode: row.area_code };
    const step = {
      table: applicationLifecycle,
      subject,
      status: row.status,
      action: 'withdraw',
      note: reason,
    } as const;
    await setDecision(ctx, row, { status: await advance(ctx, { ...step, asSystem: true }), note: reason });
    await record(ctx, { action: 'benefits.withdraw', subject, elderId, areaCode: row.area_code, note: reason });
  }
  for (const row of await listOffersOf(ctx, elderId)) {
    if (row.status !== 'found' && row.status !== 'notified') continue;
    const subject = { kind: 'benefit-offer', id: row.offer_id, elderId, areaCode: row.area_code };
    const step = { table: offerLifecycle, subject, status: row.status, action: 'lapse', note: reason } as const;
    await setOfferStatus(ctx, row, { status: await advance(ctx, { ...step, asSystem: true }), note: reason });
  }
}
