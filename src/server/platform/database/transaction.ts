import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Way } from '#contracts/roles.ts';
import type { Tables } from './generated/tables.ts';

export type Db = Kysely<Tables>;

/** Who reaches rows, and how: becomes the transaction's role and settings, which the row rules compare with. */
export type RowScope = {
  way: Way | 'batch' | 'granted';
  areaFrom?: string | null;
  areaTo?: string | null;
  organisationId?: string | null;
  accountId?: string | null;
  elderId?: string | null;
  /** The business instant, where a policy counts hours (`granted`). */
  at?: string;
};

export type Transaction = { db: Db; client: pg.ClientBase };

/** BEGIN, role and settings travel in one message: one round trip before the first query. */
export function scopeStatements(scope: RowScope): string {
  const settings: [string, string | null | undefined][] = [
    ['area_from', scope.areaFrom],
    ['area_to', scope.areaTo],
    ['organisation_id', scope.organisationId],
    ['account_id', scope.accountId],
    ['elder_id', scope.elderId],
    ...(scope.at ? [['at', scope.at] as [string, string]] : []),
  ];
  const lines = settings.map(([name, value]) => `set local yinian.${name} = ${pg.escapeLiteral(value ?? '')}`);
  return [`set local role yinian_${scope.way}`, ...lines].join('; ');
}

/** Runs `work` in one transaction under the scope's row rules; rolls back on any throw. */
export async function inTransaction<T>(
  pool: pg.Pool,
  options: { scope: RowScope; readOnly?: boolean },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin${options.readOnly ? ' read only' : ''}; ${scopeStatements(options.scope)}`);
    const result = await work({ db: kyselyOn(client), client });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` under another scope inside the same transaction, then returns to the former one. */
export async function underScope<T>(
  tx: Transaction,
  scopes: { inner: RowScope; outer: RowScope },
  work: () => Promise<T>,
): Promise<T> {
  await tx.client.query(scopeStatements(scopes.inner));
  try {
    return await work();
  } finally {
    // A failed statement has already aborted the transaction; then there is nothing to return to.
    await tx.client.query(scopeStatements(scopes.outer)).catch(() => undefined);
  }
}

/** Kysely on one held client: its pool hands out that client and never releases it. */
export function kyselyOn(client: pg.ClientBase): Db {
  const held = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => held, end: async () => undefined };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
}
