export { type DemoContract, insertContracts } from './db-bulk.ts';
export { contactAfterAlarm, keepContract } from './keep-contract.ts';
