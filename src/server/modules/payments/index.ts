export { insertSettleLines } from './db.ts';
export { type Split, splitPrice } from './rules.ts';
export { resettleRecord, type Settled, settleRecord, type VerifiedRecord } from './settle-record.ts';
