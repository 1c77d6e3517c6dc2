import pg from 'pg';

/** Rows of COPY text format, one after the other: row n is bytes[starts[n] … starts[n + 1] − 1], its last byte the line's end. */
export type CopiedRows = { readonly bytes: Buffer; readonly starts: Int32Array; readonly count: number };

type Wire = { query(text: string): void };

const ROWS = 10_000;

/**
 * The rows of a query as PostgreSQL writes them for COPY, some thousands at once: a tenth of the cost of rows as objects.
 * The connection is busy until the last page was taken; on it nothing may be asked meanwhile. Values of `$n` are written
 * into the text (COPY takes no parameters): texts, numbers and lists of texts.
 */
export async function* copyOut(
  client: pg.ClientBase,
  sql: string,
  values: readonly unknown[],
): AsyncGenerator<CopiedRows> {
  const ready: CopiedRows[] = [];
  let wake: () => void = () => undefined;
  let over = false;
  let failed: Error | undefined;
  const page = new PageFiller(rows => {
    ready.push(rows);
    wake();
  });
  const query = {
    submit: (wire: Wire) => wire.query(`copy (${withValues(sql, values)}) to stdout`),
    handleCopyData: (message: { chunk: Buffer }) => page.add(message.chunk),
    handleCommandComplete: () => undefined,
    handleError: (error: Error) => {
      failed = error;
    },
    handleReadyForQuery: () => {
      page.close();
      over = true;
      wake();
    },
  };
  client.query(query as unknown as pg.Submittable);
  for (;;) {
    while (ready.length > 0) yield ready.shift() as CopiedRows;
    if (over) break;
    await new Promise<void>(resolve => {
      wake = resolve;
      if (ready.length > 0 || over) resolve();
    });
  }
  if (failed) throw failed;
}

/** One message is one row; its bytes stay only until the next is read. */
class PageFiller {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #starts = new Int32Array(ROWS + 1);
  #count = 0;
  #size = 0;
  readonly #give: (rows: CopiedRows) => void;

  constructor(give: (rows: CopiedRows) => void) {
    this.#give = give;
  }

  add(row: Buffer): void {
    if (this.#size + row.length > this.#bytes.length) {
      const more = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#size + row.length));
      this.#bytes.copy(more, 0, 0, this.#size);
      this.#bytes = more;
    }
    row.copy(this.#bytes, this.#size);
    this.#size += row.length;
    this.#starts[++this.#count] = this.#size;
    if (this.#count === ROWS) this.close();
  }

  close(): void {
    if (this.#count === 0) return;
    this.#give({ bytes: this.#bytes, starts: this.#starts, count: this.#count });
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#starts = new Int32Array(ROWS + 1);
    this.#count = 0;
    this.#size = 0;
  }
}

function withValues(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_, at: string) => literal(values[Number(at) - 1]));
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(each => JSON.stringify(String(each))).join(',')}}`);
  throw new TypeError(`COPY takes no ${typeof value}`);
}

/** The fields of a row as texts; NULL is an empty text. */
export function fieldsOf({ bytes, starts }: CopiedRows, row: number): string[] {
  const text = bytes.toString('utf8', starts[row], (starts[row + 1] as number) - 1);
  const fields = text.split('\t');
  if (!text.includes('\\')) return fields;
  return fields.map(field => (field === '\\N' ? '' : field.includes('\\') ? unescaped(field) : field));
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' };
const unescaped = (field: string): string => field.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
