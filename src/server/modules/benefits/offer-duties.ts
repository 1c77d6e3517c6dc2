import { isFoundScheme, OFFERED_SCHEME_LABELS } from '#contracts/benefits/catalogue.ts';
import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuties } from '#platform/lifecycle/advance.ts';
import { type FoundOffer, lapseOffers, listOffersOf, type OfferRecord } from './db/offers.ts';
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
  const days = limitOf('notify');
  const items = offers.map(offer => {
    const { elderId, areaCode, scheme } = offer;
    return {
      subject: { kind: 'benefit-offer', id: offer.offerId ?? elderId, elderId, areaCode },
      duty: {
        ...{ forRole: 'community' as const, kindLabel: '告知待遇', reason: offer.sentence, withinWorkingDays: days },
        title: `告知${names.get(elderId) ?? ''}可以申请${OFFERED_SCHEME_LABELS[scheme]}`,
        actionLabel: `告知${OFFERED_SCHEME_LABELS[scheme]}`,
        path: `/desk/benefits/elders/${elderId}`,
      },
    };
  });
  await openDuties(ctx, items);
}

const limitOf = (action: 'notify' | 'arrange'): number =>
  offerLifecycle.transitions.find(each => each.action === action)?.withinWorkingDays ?? 5;

/** 家庭养老床位、助餐补贴等4项. */
function namesOfOffers(offers: readonly { scheme: FoundOffer['scheme'] }[]): string {
  const names = offers.map(each => OFFERED_SCHEME_LABELS[each.scheme]);
  return names.length <= 2 ? names.join('、') : `${names.slice(0, 2).join('、')}等${names.length}项`;
}

/** One row of 今天要办 a person, however much was found: it hangs on the first offer and passes on with each answer. */
export async function openFoundDuty(ctx: Context, offers: readonly FoundOffer[]): Promise<void> {
  const [first] = offers;
  if (!first?.offerId) return;
  const { elderId, areaCode } = first;
  const name = (await namesOf(ctx, [elderId])).get(elderId) ?? '';
  const subject = { kind: 'benefit-offer', id: first.offerId, elderId, areaCode };
  const duty = {
    ...{ forRole: 'community' as const, kindLabel: '告知待遇', withinWorkingDays: limitOf('notify') },
    ...{ reason: first.sentence, path: `/desk/benefits/elders/${elderId}` },
    title: `告知${name}${first.scheme === 'funeral' ? '的家属' : ''}可以享受${namesOfOffers(offers)}`,
    actionLabel: '告知老人',
  };
  await openDuties(ctx, [{ subject, duty }]);
}

/** After one answer the rest of what the person has not been told is still owed. */
export async function passFoundDuty(ctx: Context, elderId: string): Promise<void> {
  const open = (await listOffersOf(ctx, elderId)).filter(each => each.status === 'found' && isFoundScheme(each.scheme));
  await openFoundDuty(
    ctx,
    open.map(each => ({
      ...each,
      offerId: each.offer_id,
      elderId,
      areaCode: each.area_code,
      amountFen: each.amount_fen,
    })),
  );
}

/** Where a service that the elder wants is arranged. */
export const arrangeDuty = (row: OfferRecord) => ({
  ...{ forRole: 'community' as const, kindLabel: '办待遇', withinWorkingDays: limitOf('arrange') },
  title: `为${row.elder_name}办理${OFFERED_SCHEME_LABELS[row.scheme]}`,
  reason: row.sentence,
  actionLabel: '去办理',
  path:
    row.scheme === 'homeCareBed'
      ? `/desk/beds/new?elderId=${row.elder_id}&name=${encodeURIComponent(row.elder_name)}`
      : `/desk/benefits/elders/${row.elder_id}`,
});
