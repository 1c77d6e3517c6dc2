import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { FOLDER_IN_USE, findRunningOwner, startEmbeddedPostgres } from '../embedded-postgres/start.ts';
import { migrate } from './migrate.ts';
import { setParsers } from './parsers.ts';
import { APP_LOGIN, ensureRoles, JOBS_LOGIN, type LoginPasswords, refuseDangerousLogin } from './roles.ts';

export type Database = {
  /** Requests, jobs and imports; every use goes through `inTransaction` with a scope. */
  pool: pg.Pool;
  /** The pool's own login, for a worker thread that opens a connection of its own. */
  appUrl: string;
  /** graphile-worker's own login: sees its own schema only. */
  jobsUrl: string;
  /** Owner of the tables: migrations, reference data and the demo's bulk load only; undefined with a plain app login. */
  ownerUrl: string | undefined;
  applied: string[];
  close: () => Promise<void>;
};

const NAME = 'yinian';

/**
 * Connects to DATABASE_URL or starts the embedded PostgreSQL, makes roles, migrates, and opens the product's pool
 * with a login that cannot step over the row rules. Throws a Chinese sentence that says what to do. A command may share
 * the PostgreSQL of a running server; a second server may not. `settings` reach a server that is started here.
 */
export async function connectDatabase(
  config: Config,
  how: { mayShare: boolean; settings?: Record<string, string> } = { mayShare: true },
): Promise<Database> {
  if (config.DATABASE_URL) {
    return openDatabase(config.DATABASE_URL, config, async () => undefined);
  }
  const folder = join(config.dataDir, 'postgres');
  const running = findRunningOwner(folder);
  if (running && !how.mayShare) throw new Error(FOLDER_IN_USE);
  if (running) return openDatabase(withDatabase(running.adminUrl), config, async () => undefined);
  const server = await startEmbeddedPostgres({
    folder,
    settings: { shared_buffers: sharedBuffers(), ...how.settings },
  });
  await createDatabase(server.adminUrl());
  return openDatabase(server.adminUrl(NAME), config, server.stop);
}

/** An eighth of the machine's memory, from 256 MB to 4 GB; taken only as far as pages are read. */
const sharedBuffers = (): string => {
  const eighth = Math.floor(totalmem() / 8 / 2 ** 20);
  return `${Math.min(4_096, Math.max(256, eighth))}MB`;
};

const withDatabase = (url: string): string => url.replace('@/postgres?', `@/${NAME}?`);

async function createDatabase(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [NAME]);
  if (!rowCount) await admin.query(`create database ${NAME}`);
  await admin.end();
}

/**
 * Opens an existing database by a URL that may create roles, or by a plain application login. Behind a transaction pooler
 * DATABASE_DIRECT_URL leads past it for what needs a session of its own: migrations and the queue.
 */
export async function openDatabase(url: string, config: Config, stop: () => Promise<void>): Promise<Database> {
  setParsers();
  const direct = (url === config.DATABASE_URL && config.DATABASE_DIRECT_URL) || url;
  const admin = new pg.Client({ connectionString: direct });
  // Stopping the embedded server after a failure below ends this connection; the failure's own sentence must be heard.
  admin.on('error', () => undefined);
  await admin.connect().catch((error: Error) => {
    throw new Error(
      `连不上数据库：${error.message}。请检查 ${direct === url ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL'} 里的地址、库名和密码`,
    );
  });
  try {
    await refuseUnfitServer(admin);
    const mayAdminister = await canCreateRoles(admin);
    const passwords = loginPasswords(config);
    const name = (await admin.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? NAME;
    if (mayAdminister) await ensureRoles(admin, name, passwords);
    const applied = mayAdminister ? await migrate(admin) : [];
    const appUrl = mayAdminister ? asLogin(url, APP_LOGIN, passwords.app) : url;
    const pool = new pg.Pool({ connectionString: appUrl, max: 20 });
    pool.on('error', () => undefined);
    const probe = await pool.connect();
    await refuseDangerousLogin(probe).finally(() => probe.release());
    const jobsUrl = asLogin(direct, JOBS_LOGIN, passwords.jobs);
    const close = async () => {
      await pool.end();
      await stop();
    };
    return { pool, appUrl, jobsUrl, ownerUrl: mayAdminister ? direct : undefined, applied, close };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await admin.end();
  }
}

/** PostgreSQL 15 to 18; a C locale would make Chinese trigrams and sorting useless. */
async function refuseUnfitServer(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const server = rows[0];
  if (!server || server.version < 150_000) throw new Error('数据库版本太低：需要 PostgreSQL 15 至 18');
  if (server.encoding !== 'UTF8') throw new Error(`数据库编码是 ${server.encoding}，请用 UTF8 新建一个库`);
}

async function canCreateRoles(admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return rows[0]?.may ?? false;
}

export function asLogin(url: string, user: string, password: string): string {
  const socket = /^postgres(?:ql)?:\/\/[^@]*@\/(.*)$/.exec(url);
  if (socket) return `postgres://${user}:${password}@/${socket[1]}`;
  const parsed = new URL(url);
  parsed.username = user;
  parsed.password = password;
  return parsed.href;
}

/** Random passwords of the product's own logins, kept beside the other keys and out of the data folder. */
function loginPasswords(config: Config): LoginPasswords {
  const file = join(config.keysDir, 'database-logins.json');
  if (!existsSync(file)) {
    const passwords = { app: randomBytes(24).toString('hex'), jobs: randomBytes(24).toString('hex') };
    try {
      mkdirSync(config.keysDir, { recursive: true, mode: 0o700 });
      writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`密钥文件夹 ${config.keysDir} 不能写入（${code}），请换一个 YINIAN_KEYS`);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as LoginPasswords;
}
