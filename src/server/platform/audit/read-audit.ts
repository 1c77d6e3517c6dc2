import type pg from 'pg';
import { newId } from '#shared/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Context } from '../http/context.ts';

type Entry = {
  at: string;
  kind: 'read' | 'refused';
  action: string;
  requestId: string;
  ctx: Pick<Context, 'actor'>;
  elderId: string | null;
};

const COLUMNS = [
  'entry_id',
  'at',
  'kind',
  'action',
  'request_id',
  'account_id',
  'post_id',
  'actor_name',
  'role',
  'way',
  'elder_id',
  'area_code',
];
/** The area answering for each person now; those not found are left out. */
export type AreasOf = (client: pg.ClientBase, elderIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const WINDOW_MS = 10;

/**
 * Who looked at what. Rows of requests in flight are written together within 10 ms by one statement;
 * the promise resolves when they are durable, and only then does the answer leave. A row about a person carries the area
 * that answers for the person, so that their community sees every looker, of whatever level; others the looker's own.
 */
export function readAuditWriter(pool: pg.Pool, areasOf: AreasOf) {
  let waiting: { rows: Entry[]; done: Promise<void> } | undefined;

  async function flush(rows: Entry[]): Promise<void> {
    const casts = [
      'uuid',
      'timestamptz',
      'text',
      'text',
      'text',
      'uuid',
      'uuid',
      'text',
      'text',
      'text',
      'uuid',
      'text',
    ];
    const lists = casts.map((type, i) => `$${i + 1}::${type}[]`).join(', ');
    await inTransaction(pool, { scope: { way: 'batch', areaFrom: '0', areaTo: '~' } }, async ({ client }) => {
      const areas = await areasOf(client, [...new Set(rows.flatMap(row => row.elderId ?? []))]);
      const values = rows.map(row => rowValues(row, row.elderId ? areas.get(row.elderId) : undefined));
      const columns = COLUMNS.map((_, i) => values.map(row => row[i]));
      await client.query(`insert into audit_entries (${COLUMNS.join(', ')}) select * from unnest(${lists})`, columns);
    });
  }

  return function write(
    ctx: Context,
    entry: { kind: Entry['kind']; action: string; elderIds: string[] },
  ): Promise<void> {
    const ids = entry.elderIds.length > 0 ? [...new Set(entry.elderIds)] : [null];
    const rows = ids.map(elderId => ({
      ...entry,
      at: ctx.now,
      requestId: ctx.requestId,
      ctx: { actor: ctx.actor },
      elderId,
    }));
    if (waiting) {
      waiting.rows.push(...rows);
      return waiting.done;
    }
    const batch: Entry[] = rows;
    const done = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        waiting = undefined;
        flush(batch).then(resolve, reject);
      }, WINDOW_MS);
    });
    waiting = { rows: batch, done };
    return done;
  };
}

const rowValues = (row: Entry, area: string | undefined): unknown[] => [
  newId(),
  row.at,
  row.kind,
  row.action,
  row.requestId,
  row.ctx.actor.accountId,
  row.ctx.actor.postId,
  row.ctx.actor.name,
  row.ctx.actor.role,
  row.ctx.actor.way,
  row.elderId,
  area ?? row.ctx.actor.areaCode,
];
