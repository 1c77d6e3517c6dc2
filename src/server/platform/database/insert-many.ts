import type pg from 'pg';
import { arrayParameter } from './array-parameter.ts';
import { arrayText } from './array-text.ts';

/** A table with its columns and their SQL types, e.g. `{ order_id: 'uuid', price_fen: 'bigint' }`. */
export type BulkTable = { table: string; columns: Record<string, string>; onConflict?: 'do nothing' };

/** Parameters are bound in one message; beyond some thousand rows a statement only grows, it gets no faster. */
const ROWS_A_STATEMENT = 5_000;

/**
 * Inserts many rows with one array parameter a column (COPY is refused under row rules). `jsonb` values are turned to
 * text here, arrays of arrays travel as jsonb text too: give such a column the type `text[]` as an element type.
 */
export async function insertMany(
  client: pg.ClientBase,
  into: BulkTable,
  rows: readonly Record<string, unknown>[],
): Promise<number> {
  const columns = Object.entries(into.columns);
  const names = columns.map(([name]) => name).join(', ');
  const lists = columns.map(([, type], i) => `$${i + 1}::${type.endsWith('[]') ? 'text' : type}[]`).join(', ');
  const picked = columns.map(([name, type]) => (type.endsWith('[]') ? `${name}::${type}` : name)).join(', ');
  const conflict = into.onConflict ? ` on conflict ${into.onConflict}` : '';
  const text = `insert into ${into.table} (${names}) select ${picked} from unnest(${lists}) as t (${names})${conflict}`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const slice = rows.slice(from, from + ROWS_A_STATEMENT);
    const values = columns.map(([name, type]) =>
      arrayParameter(
        slice.map(row => bound(row[name], type)),
        type,
      ),
    );
    await client.query({ text, values });
  }
  return rows.length;
}

function bound(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  return type.endsWith('[]') ? arrayText(value as readonly unknown[], 'text') : value;
}
