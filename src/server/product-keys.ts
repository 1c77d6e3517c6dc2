import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from './config.ts';
import { inTransaction } from './platform/database/transaction.ts';
import { type Keys, loadKeys } from './platform/secrets/keys.ts';

export const keyFileOf = (config: Config): string => join(config.keysDir, 'keys.json');

/**
 * Keys stand outside the data folder and outside backups; made at the first start. Once the database holds anything
 * sealed, a missing file is an error: a fresh key would only hide that the right one is gone.
 */
export async function productKeys(config: Config, pool: pg.Pool): Promise<Keys> {
  const create = !(await holdsSealedRows(pool));
  return loadKeys({ file: keyFileOf(config), dataFolder: config.dataDir, create });
}

/** Sealed columns are named `sealed` or `sealed_…` in every module's tables. */
function holdsSealedRows(pool: pg.Pool): Promise<boolean> {
  const city = { way: 'batch' as const, areaFrom: '110000000000', areaTo: '120000000000' };
  return inTransaction(pool, { scope: city, readOnly: true }, async ({ client }) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select quote_ident(c.relname) as table, quote_ident(a.attname) as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype
         and (a.attname = 'sealed' or a.attname like 'sealed\\_%')
         and has_table_privilege(c.oid, 'select')`,
    );
    for (const { table, column } of rows) {
      const found = await client.query(`select 1 from ${table} where ${column} is not null limit 1`);
      if (found.rowCount) return true;
    }
    return false;
  });
}
