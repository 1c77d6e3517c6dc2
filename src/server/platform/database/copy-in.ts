import type pg from 'pg';

/** What the protocol needs of a connection while rows are sent; not in the library's types. */
type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
};

const PIECE = 1 << 16;

/**
 * Sends lines of COPY text format into a table (a temporary one: COPY is refused under row rules). Fields are separated
 * by tabs, NULL is `\N`; write each value through `copyField`.
 */
export function copyIn(client: pg.ClientBase, into: string, lines: readonly string[]): Promise<void> {
  return copyPieces(client, into, piecesOf(lines));
}

function* piecesOf(lines: readonly string[]): Generator<Buffer> {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece) yield Buffer.from(piece);
}

/** The same for lines that are bytes already, each with its end; a piece holds many. */
export async function copyPieces(client: pg.ClientBase, into: string, pieces: Iterable<Buffer>): Promise<void> {
  const waiting = pieces[Symbol.iterator]();
  const first = waiting.next();
  if (first.done) return;
  await new Promise<void>((resolve, reject) => {
    let failed: Error | undefined;
    const query = {
      submit: (wire: Wire) => wire.query(`copy ${into} from stdin`),
      handleCopyInResponse: (wire: Wire) => {
        wire.sendCopyFromChunk(first.value);
        for (let next = waiting.next(); !next.done; next = waiting.next()) wire.sendCopyFromChunk(next.value);
        wire.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handleError: (error: Error) => {
        failed = error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (!failed) resolve();
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}

/** One value in COPY text format. */
export function copyField(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : value;
}
