import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../../config.ts';
import { connectDatabase } from '../database/connect.ts';
import { loadKeys } from '../secrets/keys.ts';
import { verifyCommand } from './cli.ts';
import type { Sql } from './sql.ts';

/** `yinian service-log verify` with the site's own configuration: database, key file and folder of exported heads. */
export function runVerify(args: string[]): Promise<number> {
  const config = readConfig();
  return verifyCommand(args, {
    connect: async () => {
      const database = await connectDatabase(config);
      const client = new pg.Client({ connectionString: database.ownerUrl ?? config.DATABASE_URL });
      await client.connect();
      // yinian_backup reads every row and writes none; a plain app login cannot take it and could not check anything.
      await client.query('set role yinian_backup').catch(() => {
        throw new Error('这个数据库账号看不到全部记录，核对日志要用管理数据库的账号');
      });
      const close = async () => {
        await client.end();
        await database.close();
      };
      return { sql: client as unknown as Sql, close };
    },
    publicKeys: () =>
      loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: false }).signing
        .publicKeys,
    headsFolder: join(config.dataDir, 'heads'),
    print: line => console.log(line),
  });
}
