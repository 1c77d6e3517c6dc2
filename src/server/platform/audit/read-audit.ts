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
  /** The class of data that was opened, where one was. */
  dataClass: string | null;
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
  'subject_kind',
  'subject_id',
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
      'text',
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

  return function write(ctx: Context, entry: Pick<Entry, 'kind' | 'action'> & Sighting): Promise<void> {
    const { kind, action } = entry;
    const common = { kind, action, at: ctx.now, requestId: ctx.requestId, ctx: { actor: ctx.actor } };
    const rows = linesOf(entry).map(line => ({ ...common, ...line }));
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

type Sighting = { elderIds: readonly string[]; opened?: readonly { dataClass: string; elderId: string }[] };
type Line = Pick<Entry, 'elderId' | 'dataClass'>;

/** A line for each class opened of a person, one without a class for whoever was only seen; one line at least. */
function linesOf({ elderIds, opened = [] }: Sighting): Line[] {
  const classes = new Map(opened.map(one => [`${one.elderId} ${one.dataClass}`, one]));
  const withClass = new Set(opened.map(one => one.elderId));
  const plain = [...new Set(elderIds)].filter(id => !withClass.has(id));
  const lines: Line[] = [...classes.values(), ...plain.map(elderId => ({ elderId, dataClass: null }))];
  return lines.length > 0 ? lines : [{ elderId: null, dataClass: null }];
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
  row.dataClass === null ? null : 'data-class',
  row.dataClass,
];
