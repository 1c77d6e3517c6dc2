import { CompiledQuery, type Kysely } from 'kysely';
import type { Hash, NodeId, ReadNode } from './tree.ts';

/** The one thing the log asks of a connection: a `pg` client is one, and so is `overKysely(ctx.db)`. */
export type Sql = {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
};

export function overKysely<T>(db: Kysely<T>): Sql {
  return {
    query: async <R extends object>(text: string, values: unknown[] = []) => ({
      rows: (await db.executeQuery<R>(CompiledQuery.raw(text, values))).rows,
    }),
  };
}

/** One writer of positions at a time; the lock falls with the transaction, so a killed sealer holds nothing up. */
export const SEALER_LOCK = 7_220_005;

/** Reads the named full nodes (leaves are level 0) in one query and answers them from memory. */
export async function readNodes(sql: Sql, nodes: readonly NodeId[]): Promise<ReadNode> {
  const { rows } = await sql.query<{ level: number; index: string | number; hash: Buffer }>(
    `select 0 as level, position as index, leaf_hash as hash from service_log_leaves
       where position = any ($1::bigint[])
     union all
     select n.level, n.index, n.hash from service_log_nodes n
       join unnest($2::smallint[], $3::bigint[]) as wanted (level, index) on n.level = wanted.level and n.index = wanted.index`,
    [
      nodes.filter(n => n.level === 0).map(n => n.index),
      nodes.filter(n => n.level > 0).map(n => n.level),
      nodes.filter(n => n.level > 0).map(n => n.index),
    ],
  );
  const found = new Map<string, Hash>(rows.map(r => [`${r.level}/${r.index}`, r.hash]));
  return n => found.get(`${n.level}/${n.index}`);
}

export async function logSize(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ size: string | number }>(
    'select coalesce(max(position) + 1, 0) as size from service_log_leaves',
  );
  return Number(rows[0]?.size ?? 0);
}
