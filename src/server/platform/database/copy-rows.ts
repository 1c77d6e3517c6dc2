import type pg from 'pg';

/** Below this much text a message is filled up first: system calls count. */
const MESSAGE_BYTES = 256 * 1024;

/**
 * Sends rows by COPY … FROM STDIN, in the order of `columns`. For a client that stands above the row rules (owner or
 * superuser): COPY is refused under them. Buffers are bytea, everything else goes as its text, null and undefined as null.
 */
export async function copyRows(
  client: pg.ClientBase,
  into: { table: string; columns: readonly string[] },
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const text = `copy ${into.table} (${into.columns.join(', ')}) from stdin`;
  await new Promise<void>((resolve, reject) => {
    client.query(copyIn(text, chunks(rows), error => (error ? reject(error) : resolve())));
  });
}

function* chunks(rows: Iterable<readonly unknown[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : '\t') + fieldOf(row[i]);
    text += '\n';
    if (text.length < MESSAGE_BYTES) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string')
    return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, c => ESCAPES[c] ?? c) : value;
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value);
}

type Wire = { query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void };

/** What `pg` hands a submitted query, step by step; it knows the protocol's messages but brings no COPY of its own. */
function copyIn(text: string, parts: Iterable<string>, done: (error?: Error) => void): pg.Submittable {
  const handlers = {
    submit: (wire: Wire) => wire.query(text),
    handleCopyInResponse: (wire: Wire) => {
      for (const part of parts) wire.sendCopyFromChunk(Buffer.from(part));
      wire.endCopyFrom();
    },
    handleCommandComplete: () => undefined,
    handleError: (error: Error) => done(error),
    handleReadyForQuery: () => done(),
  };
  return handlers as unknown as pg.Submittable;
}
