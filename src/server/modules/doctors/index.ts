export { type DemoContract, insertContracts } from './db-bulk.ts';
export { contactAfterAlarm, keepContract, reviveContract } from './keep-contract.ts';
