export { sentOf } from './bring-file.ts';
export { writeBatch } from './write-batch.ts';
