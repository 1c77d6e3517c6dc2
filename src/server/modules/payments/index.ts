export { type BulkAccount, insertAccounts } from './account.ts';
export { mergePayments } from './db/merge.ts';
export { insertSettleLines } from './db/settle-lines.ts';
export { paymentsFollowElder } from './follow-elder.ts';
export { type PastMonth, payPastMonth } from './pay-past-month.ts';
export { comparePayments } from './recoveries/compare-payments.ts';
export { recoverSince } from './recoveries/recover-since.ts';
export { type Split, shareOf, splitPrice } from './rules/split-price.ts';
export { resettleRecord, type Settled, settleRecord, type VerifiedRecord } from './settle-record.ts';
