export { parseFile } from './cli.ts';
export { importDocument, listSamples, readSample } from './import-document.ts';
export { parsePolicyDocument } from './parser/parse-document.ts';
export { readDocument, UnreadableDocument } from './read-document.ts';
export { recordDocument } from './record-document.ts';
export { decideAll } from './review-document.ts';
