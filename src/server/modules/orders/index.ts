export { cancelOpenOrders, releaseOrdersOf } from './close-order.ts';
export { type Correction, correctRecord } from './correct-record.ts';
export { insertOrders, insertRecords } from './db.ts';
export { mergeOrders } from './db-merge.ts';
export { dutyOf as orderDuty, subjectOf as orderSubject } from './duties.ts';
export { followElder } from './follow-elder.ts';
export { type RecordBrief, readRecordBrief } from './read-record.ts';
