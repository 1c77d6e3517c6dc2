import type { Reaction } from '#platform/outbox/publish.ts';
import { funeralPaid, funeralToPay } from './modules/benefits/reactions/index.ts';
import { festivalPaid, leaveFestivals } from './modules/festivals/index.ts';
import { takeRelief } from './modules/household-files/index.ts';
import { submitPayable } from './modules/payments/index.ts';
import { endUses, reopenUses, statementPaid } from './modules/subsidies/index.ts';
import { endVouchersOf, reviveVouchersOf, voucherStatementPaid } from './modules/vouchers/index.ts';

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
    event: 'elder.died',
    does: '老人去世：签约和入住到这一天',
    run: (ctx, { elderId, diedOn }) => endUses(ctx, { elderId, on: diedOn, after: 'death' }),
  },
  { event: 'elder.died', does: '老人去世：没慰问的写明原因', run: (ctx, event) => leaveFestivals(ctx, event) },
  {
    event: 'elder.moved-out',
    does: '老人迁出：签约和入住到这一天',
    run: (ctx, { elderId, movedOn }) => endUses(ctx, { elderId, on: movedOn, after: 'move-out' }),
  },
  {
    event: 'elder.died',
    does: '老人去世：服务券停用，这一天以前的服务照付',
    run: (ctx, { elderId, diedOn }) => endVouchersOf(ctx, { elderId, on: diedOn, cause: 'death' }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：服务券停用',
    run: (ctx, { elderId, movedOn }) => endVouchersOf(ctx, { elderId, on: movedOn, cause: 'move-out' }),
  },
  { event: 'elder.restored', does: '更正：服务券恢复', run: (ctx, event) => reviveVouchersOf(ctx, event) },
  { event: 'elder.restored', does: '更正：签约和入住接着算', run: (ctx, event) => reopenUses(ctx, event) },
  {
    event: 'payable.paid',
    does: '丧葬补贴发到：记下凭证',
    run: async (ctx, event) => {
      if (event.sourceKind === 'funeral-claim') await funeralPaid(ctx, event);
    },
  },
  {
    event: 'payable.paid',
    does: '机构补贴发到：核算单办结',
    run: async (ctx, event) => {
      if (event.sourceKind === 'subsidy-statement') await statementPaid(ctx, event);
    },
  },
  {
    event: 'payable.paid',
    does: '慰问金发到：记下日期',
    run: async (ctx, event) => {
      if (event.sourceKind === 'festival-visit') await festivalPaid(ctx, event);
    },
  },
  {
    event: 'payable.paid',
    does: '临时救助发到：记为这一户的一项措施',
    run: async (ctx, { payableId, sourceKind, elderId, amountFen, paidOn }) => {
      if (sourceKind === 'relief-application' && elderId)
        await takeRelief(ctx, { payableId, elderId, scheme: 'temporaryRelief', amountFen, paidOn });
    },
  },
  {
    event: 'payable.paid',
    does: '服务券发到服务商：结算单办结',
    run: async (ctx, event) => {
      if (event.sourceKind === 'voucher-statement') await voucherStatementPaid(ctx, event);
    },
  },
];
