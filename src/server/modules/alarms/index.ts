export { type DemoAlarm, insertAlarms } from './db/bulk.ts';
export { evaluateDevice } from './evaluate-device.ts';
export { askToEvaluate } from './jobs.ts';
