export { parseFile } from './cli.ts';
export { parsePolicyDocument } from './parser/parse-document.ts';
export { readDocument, UnreadableDocument } from './read-document.ts';
