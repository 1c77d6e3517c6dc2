export { type Use, writeBatch } from './write-batch.ts';
