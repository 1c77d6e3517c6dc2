import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as accounts from '#contracts/accounts.ts';
import { readConfig } from '../src/server/config.ts';
import { connectDatabase, type Database } from '../src/server/platform/database/connect.ts';
import { serverUser } from '../src/server/platform/embedded-postgres/binaries.ts';
import { makeLogger } from '../src/server/platform/log/logger.ts';
import { prepareData } from '../src/server/prepare-data.ts';
import { type Server, startServer } from '../src/server/server.ts';
import { caller } from './support/app.ts';
import { freePort } from './support/product.ts';

const BIN = '/usr/lib/postgresql/15/bin';
const installed = existsSync(join(BIN, 'initdb'));

describe('DATABASE_URL with a login that owns its database and may create roles, no superuser', () => {
  describe.skipIf(!installed)('the PostgreSQL 15 of Debian', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yinian-pg15-'));
    const data = join(folder, 'data');
    let superuser = '';
    let postgres: ChildProcess;
    let database: Database;
    let server: Server;

    beforeAll(async () => {
      const user = serverUser();
      chmodSync(folder, 0o755);
      mkdirSync(data);
      if (user) chownSync(data, user.uid, user.gid);
      const drop = user ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : ['--'];
      const port = await freePort();
      const password = join(folder, 'password');
      writeFileSync(password, 'owner-15');
      if (user) chownSync(password, user.uid, user.gid);
      const init = ['-D', data, '-U', 'owner', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8'];
      const locale = ['--locale=C.UTF-8', '--no-sync'];
      execFileSync('setpriv', [...drop, join(BIN, 'initdb'), ...init, ...locale], { cwd: '/', stdio: 'ignore' });
      const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-p', String(port), '-k', data];
      postgres = spawn('setpriv', [...drop, '--pdeathsig', 'INT', join(BIN, 'postgres'), '-D', data, ...settings], {
        cwd: '/',
        stdio: 'ignore',
      });
      superuser = `postgres://owner:owner-15@127.0.0.1:${port}/postgres`;
      await untilItAnswers(superuser);
      const admin = new pg.Client({ connectionString: superuser });
      await admin.connect();
      await admin.query("create role site login createrole password 'site-15'");
      await admin.query('create database yinian owner site');
      await admin.end();
      const url = `postgres://site:site-15@127.0.0.1:${port}/yinian`;
      const config = readConfig({
        PORT: '0',
        MQTT_PORT: '0',
        YINIAN_DATA: join(folder, 'yinian'),
        DATABASE_URL: url,
      });
      database = await connectDatabase(config);
      await prepareData(database, config);
      server = await startServer(config, { database, log: makeLogger({ level: 'error' }) });
      server.state.dataReady = true;
      await server.startWorker();
    }, 90_000);

    afterAll(async () => {
      await server?.stop();
      const ended = new Promise(resolve => postgres?.once('exit', resolve));
      postgres?.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });

    test('all migrations apply', async () => {
      const { rows } = await database.pool.query<{ version: string }>(
        "select current_setting('server_version') as version",
      );
      expect(rows[0]?.version).toMatch(/^15\./);
      expect(database.applied).toContain('0001_platform.sql');
      expect(database.applied.length).toBeGreaterThan(20);
    });

    test('a read and a write go through the row rules, and the server is ready', async () => {
      const visitor = caller(server, undefined);
      expect((await visitor.call(accounts.readSite)).body.mode).toBe('demo');
      const answer = await visitor.call(accounts.login, { body: { login: 'nobody', password: 'wrong' } });
      expect(answer.status).toBe(401);
      const counted = new pg.Client({ connectionString: superuser.replace(/postgres$/, 'yinian') });
      await counted.connect();
      const { rows } = await counted.query<{ n: number }>(
        "select count(*)::int n from login_failures where login = 'nobody'",
      );
      await counted.end();
      expect(rows[0]?.n).toBe(1);
      expect((await server.app.inject('/readyz')).statusCode).toBe(200);
    });
  });
});

async function untilItAnswers(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('PostgreSQL 15 did not start');
}
