import type { Reaction } from '#platform/outbox/publish.ts';
import { funeralPaid, funeralToPay } from './modules/benefits/index.ts';
import { submitPayable } from './modules/payments/index.ts';

/** What was decided goes to payment; what the bank has paid is told to who decided. */
export const DECIDED: readonly Reaction[] = [
  {
    event: 'funeral.stepped',
    does: '丧葬补贴批准：送发放',
    run: async (ctx, { step, claimId }) => {
      if (step === 'granted') await submitPayable(ctx, await funeralToPay(ctx, claimId));
    },
  },
  {
    event: 'payable.paid',
    does: '丧葬补贴发到：记下凭证',
    run: async (ctx, event) => {
      if (event.sourceKind === 'funeral-claim') await funeralPaid(ctx, event);
    },
  },
];
