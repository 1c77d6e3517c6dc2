export { type DemoContract, insertContracts } from './db-bulk.ts';
export { mergeContracts } from './db-merge.ts';
export { contactAfterAlarm, keepContract, reviveContract } from './keep-contract.ts';
