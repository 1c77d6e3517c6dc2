import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuties } from '#platform/lifecycle/advance.ts';
import { type FoundOffer, lapseOffers } from './db/offers.ts';
import { namesOf } from './db/people.ts';

/** Offers that no longer stand, with what was owed on them. */
export async function closeOffers(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const offerId of await lapseOffers(ctx, ids)) await closeDuties(ctx, offerId);
}

/** The community tells the elder; the limit stands in the offer's lifecycle table. */
export async function openOfferDuties(ctx: Context, offers: readonly FoundOffer[]): Promise<void> {
  const names = await namesOf(
    ctx,
    offers.map(offer => offer.elderId),
  );
  const days = offerLifecycle.transitions.find(each => each.action === 'notify')?.withinWorkingDays ?? 5;
  const items = offers.map(offer => {
    const { elderId, areaCode, scheme } = offer;
    return {
      subject: { kind: 'benefit-offer', id: offer.offerId ?? elderId, elderId, areaCode },
      duty: {
        ...{ forRole: 'community' as const, kindLabel: '告知待遇', reason: offer.sentence, withinWorkingDays: days },
        title: `告知${names.get(elderId) ?? ''}可以申请${SCHEME_LABELS[scheme]}`,
        actionLabel: `告知${SCHEME_LABELS[scheme]}`,
        path: `/desk/benefits/elders/${elderId}`,
      },
    };
  });
  await openDuties(ctx, items);
}
