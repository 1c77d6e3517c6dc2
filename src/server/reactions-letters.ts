import type { Reaction } from '#platform/outbox/publish.ts';
import { endTellingOf, issueLetter, leaveStops, leaveVouchers, tellOfVoucher } from './modules/letters/index.ts';

const LETTER_OF_STEP = {
  applied: 'receipt',
  approved: 'grant',
  refused: 'refuse',
  changed: 'found',
  ended: 'stop',
} as const;

/** 受理单、决定书、告知书、通知书: each step of a matter leaves its paper. */
export const LETTERS: readonly Reaction[] = [
  {
    event: 'benefit.applied',
    does: '待遇申请：出受理单',
    run: async (ctx, { applicationId: id, ...of }) => {
      await issueLetter(ctx, { ...of, kind: 'receipt', subject: { kind: 'benefit-application', id } });
    },
  },
  {
    event: 'benefit.decided',
    does: '待遇决定：出决定书',
    run: async (ctx, { applicationId: id, granted, ...of }) => {
      const kind = granted ? 'grant' : 'refuse';
      await issueLetter(ctx, { ...of, kind, subject: { kind: 'benefit-application', id } });
    },
  },
  {
    event: 'benefit.told',
    does: '告知待遇：出告知书',
    run: async (ctx, { offerId: id, ...of }) => {
      await issueLetter(ctx, { ...of, kind: 'found', subject: { kind: 'benefit-offer', id } });
    },
  },
  {
    event: 'assessment.published',
    does: '评估公布：出结果告知书',
    run: async (ctx, { assessmentId: id, ...of }) => {
      await issueLetter(ctx, { ...of, kind: 'result', subject: { kind: 'assessment', id } });
    },
  },
  {
    event: 'funeral.stepped',
    does: '丧葬补贴：告知家属、受理、决定',
    run: async (ctx, { claimId: id, step, ...of }) => {
      const kind = ({ offered: 'found', claimed: 'receipt', granted: 'grant', refused: 'refuse' } as const)[step];
      await issueLetter(ctx, { ...of, kind, subject: { kind: 'funeral-claim', id } });
    },
  },
  {
    event: 'relief.stepped',
    does: '低保、低收入、特困：受理、决定、金额变更、终止',
    run: async (ctx, { applicationId: id, step, ...of }) => {
      const kind = LETTER_OF_STEP[step];
      await issueLetter(ctx, { ...of, kind, subject: { kind: 'relief-application', id } });
    },
  },
  {
    event: 'recovery.opened',
    does: '立追缴：出追缴通知书',
    run: async (ctx, { recoveryId: id, ...of }) => {
      await issueLetter(ctx, { ...of, kind: 'recover', subject: { kind: 'payment-recovery', id } });
    },
  },
  { event: 'voucher.issued', does: '发出服务券：出告知书', run: (ctx, event) => leaveVouchers(ctx, event) },
  { event: 'voucher.told', does: '服务券快到期、停用：告诉老人', run: (ctx, event) => tellOfVoucher(ctx, event) },
  { event: 'payment.authorised', does: '发放授权：给停发的人出通知书', run: (ctx, event) => leaveStops(ctx, event) },
  {
    event: 'elder.died',
    does: '老人去世：不再电话告知',
    run: (ctx, event) => endTellingOf(ctx, event, '老人已去世'),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：不再电话告知',
    run: (ctx, event) => endTellingOf(ctx, event, '老人已迁出本市'),
  },
];
