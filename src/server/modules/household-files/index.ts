export { type FileRow, insertFiles, type MeasureRow } from './db.ts';
export { mergeMeasures } from './db-merge.ts';
export { endMeasuresOf, measuresFollowElder } from './keep-files.ts';
export { takeRelief } from './take-relief.ts';
