import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { OWNER_ROLE } from './roles.ts';

const FOLDER = join(import.meta.dirname, '../../../../db/migrations');

/**
 * Applies forward-only SQL files in name order, each in one transaction as the owner role, locked by checksum.
 * A file changed after it was applied is refused: write a new one. Returns the names applied now.
 */
export async function migrate(client: pg.ClientBase, folder = FOLDER): Promise<string[]> {
  await client.query(`set role ${OWNER_ROLE}`);
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  await client.query('select pg_advisory_lock(7220002)');
  try {
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    );
    const applied = new Map(rows.map(row => [row.name, row.checksum]));
    const now: string[] = [];
    for (const name of readdirSync(folder)
      .filter(file => file.endsWith('.sql'))
      .sort()) {
      const sql = readFileSync(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before) throw new Error(`数据库升级脚本 ${name} 在执行后被改过。已执行的脚本不能改，请新写一个`);
      await applyWithRetry(client, { name, sql, checksum });
      now.push(name);
    }
    return now;
  } finally {
    await client.query('select pg_advisory_unlock(7220002)');
    await client.query('reset role');
  }
}

type File = { name: string; sql: string; checksum: string };

/** A lock held by a long report must not queue every other query behind the migration: give up soon, try again. */
async function applyWithRetry(client: pg.ClientBase, file: File): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin');
      await client.query("set local lock_timeout = '3s'");
      await client.query(file.sql);
      await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [file.name, file.checksum]);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== '55P03' || attempt === 5) {
        throw new Error(`数据库升级脚本 ${file.name} 执行失败：${(error as Error).message}`, { cause: error });
      }
      await wait(500 * attempt);
    }
  }
}
