import { parentPort, workerData } from 'node:worker_threads';
import { parsePolicyDocument } from './parser/parse-document.ts';
import { readDocument, UnreadableDocument } from './read-document.ts';

/** Thread body of importDocument: bytes or text in, the parsed document or one Chinese sentence out. */
const source = workerData as Uint8Array | string;
try {
  const text = typeof source === 'string' ? source : await readDocument(source);
  parentPort?.postMessage({ parsed: parsePolicyDocument(text) });
} catch (error) {
  if (!(error instanceof UnreadableDocument)) throw error;
  parentPort?.postMessage({ unreadable: error.message });
}
