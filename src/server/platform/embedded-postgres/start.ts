import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBinaries, isOpenToOthers, type ServerUser, serverUser } from './binaries.ts';

export type EmbeddedPostgres = {
  /** Connection of the server's superuser: used to bootstrap roles, never by the product itself. */
  adminUrl: (database?: string) => string;
  stop: () => Promise<void>;
};

export const FOLDER_IN_USE = '这个数据文件夹正被另一个颐年使用。请先停止它，或用 YINIAN_DATA 换一个文件夹';

type Options = { folder: string; settings?: Record<string, string>; takeOver?: boolean };

/**
 * Starts the PostgreSQL that npm installed on a private socket (0700, scram, no TCP); creates the cluster at first.
 * It dies with this process (pdeathsig), so kill -9 of Node leaves no orphan; call from the main thread only.
 * Throws one Chinese sentence when the binaries are missing, the folder cannot be written or another one runs there.
 */
export async function startEmbeddedPostgres({ folder, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const native = findPostgresBinaries(user);
  if (!native) throw new Error('没有找到随 npm 安装的 PostgreSQL。请在 Linux x64 上运行 npm ci，或设置 DATABASE_URL');
  const place = preparePlace(folder, user);
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(native, place, user);
  await endFormerServer(place.data, findRunningOwner(folder) !== undefined);
  const child = launch(native, place, { user, settings });
  const adminUrl = (database = 'postgres') =>
    `postgres://postgres:${place.password}@/${database}?host=${encodeURIComponent(place.socket)}`;
  await waitUntilReady(child, adminUrl());
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, adminUrl: adminUrl() }), {
    mode: 0o600,
  });
  return { adminUrl, stop: () => stop(child) };
}

type Place = { data: string; socket: string; password: string; log: string };

function preparePlace(folder: string, user: ServerUser): Place {
  const data = join(folder, 'data');
  const socket = join(tmpdir(), `yinian-pg-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const passwordFile = join(folder, 'superuser-password');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    mkdirSync(data, { recursive: true, mode: 0o700 });
    mkdirSync(socket, { recursive: true, mode: 0o700 });
    for (const own of [data, socket]) {
      chmodSync(own, 0o700);
      if (user) chownSync(own, user.uid, user.gid);
    }
    if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  } catch (error) {
    throw new Error(`数据文件夹 ${folder} 不能写入（${(error as NodeJS.ErrnoException).code}），请换一个 YINIAN_DATA`);
  }
  return { data, socket, password: readFileSync(passwordFile, 'utf8').trim(), log: join(folder, 'postgres.log') };
}

/** Arguments that drop root; the capability lets the server cross a private folder such as /root. */
function asUser(user: ServerUser, data: string): string[] {
  if (!user) return [];
  const drop = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  const cross = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search'];
  return isOpenToOthers(join(data, '..')) ? drop : [...drop, ...cross];
}

function initialise(native: string, place: Place, user: ServerUser): void {
  const passwordCopy = join(place.socket, 'init-password');
  writeFileSync(passwordCopy, place.password, { mode: 0o600 });
  if (user) chownSync(passwordCopy, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=zh'];
  const auth = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordCopy}`, '--no-sync'];
  const command = [join(native, 'bin', 'initdb'), '-D', place.data, ...locale, ...auth];
  try {
    execFileSync('setpriv', [...asUser(user, place.data), ...command], {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    rmSync(place.data, { recursive: true, force: true });
    throw new Error(`建立数据库失败：${String((error as { stderr?: Buffer }).stderr ?? error).slice(0, 300)}`);
  } finally {
    rmSync(passwordCopy, { force: true });
  }
}

/** A server left by a killed parent is asked to stop; a stale pid file is PostgreSQL's own business. */
async function endFormerServer(data: string, ownerLives: boolean): Promise<void> {
  const pid = readPid(data);
  if (!pid) return;
  if (ownerLives) throw new Error(FOLDER_IN_USE);
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && readPid(data); i++) await wait(50);
  if (readPid(data)) throw new Error(`数据库进程 ${pid} 还在运行并占用数据文件夹，请先停止它`);
}

/** The live process that runs the server of this folder, with the way to reach its database; used by the command line. */
export function findRunningOwner(folder: string): { pid: number; adminUrl: string } | undefined {
  try {
    const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as { pid: number; adminUrl: string };
    const alive = readFileSync(`/proc/${owner.pid}/cmdline`, 'utf8').length > 0 && readPid(join(folder, 'data'));
    return alive && owner.pid !== process.pid ? owner : undefined;
  } catch {
    return undefined;
  }
}

function readPid(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A large write (an import, a month for the city) fills the default gigabyte of log every ten seconds, and each checkpoint makes it larger. */
const SETTINGS = { shared_buffers: '256MB', max_connections: '60', max_wal_size: '2GB', timezone: 'Asia/Shanghai' };

function launch(
  native: string,
  place: Place,
  how: { user: ServerUser; settings: Record<string, string> },
): ChildProcess {
  const settings = { ...SETTINGS, ...how.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = [
    join(native, 'bin', 'postgres'),
    '-D',
    place.data,
    '-k',
    place.socket,
    '-c',
    'listen_addresses=',
    ...flags,
  ];
  const log = openSync(place.log, 'a', 0o600);
  const child = spawn('setpriv', [...asUser(how.user, place.data), '--pdeathsig', 'INT', ...server], {
    cwd: '/',
    // A session of its own: Ctrl-C in the terminal reaches Node only, which then stops things in their order.
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  let last: unknown;
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error('数据库没有启动成功，原因在数据文件夹的 postgres/postgres.log 里');
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = error;
      await wait(30);
    }
  }
  throw new Error(`数据库启动超时：${String(last)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  // Unreferenced since its launch; without this a command that has nothing else to do ends with code 13 while it waits.
  child.ref();
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.ref();
  child.kill('SIGINT');
  await Promise.race([ended, wait(15_000, undefined, { ref: false })]);
}
