export { insertSettleLines } from './db.ts';
export { type Split, shareOf, splitPrice } from './rules.ts';
export { linesFollowElder, resettleRecord, type Settled, settleRecord, type VerifiedRecord } from './settle-record.ts';
