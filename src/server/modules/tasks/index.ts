export { type Check, checkDocument } from './check-document.ts';
export { listPeriods, listProgress, type ProgressRow } from './db-tasks.ts';
export { makeTasks, recogniseFigures } from './make-tasks.ts';
export { partsOfPapers } from './read-tasks.ts';
export { type StoredSegment, writeAsOf, writeFigure } from './segments.ts';
export type { NewTarget, NewTask, NewUnit, TaskSource } from './types.ts';
