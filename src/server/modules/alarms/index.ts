export { type DemoAlarm, insertAlarms } from './db/bulk.ts';
export { mergeAlarms } from './db/merge.ts';
export { listWorkers } from './db/watch.ts';
export { evaluateDevice } from './evaluate-device.ts';
export { moveAlarms } from './file-away.ts';
export { endAlarmsOf, keepQuiet, watchAgain } from './follow-life.ts';
export { askToEvaluate } from './jobs.ts';
