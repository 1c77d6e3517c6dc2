import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const NODE = join(ROOT, 'node_modules/.bin/node');

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export type Place = { folder: string; data: string; clear: () => void };

/** A data folder of its own in tmp, with its keys beside it. */
export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'yinian-start-'));
  return { folder, data: join(folder, 'data'), clear: () => rmSync(folder, { recursive: true, force: true }) };
}

export type Product = {
  child: ChildProcess;
  url: string;
  output: () => string;
  exited: Promise<number | null>;
  /** Waits for an answer 200 at a path. */
  until: (path: string, seconds?: number) => Promise<void>;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** `npm start` as a child process on free ports with the small demo. */
export async function startProduct(place: Place, environment: Record<string, string> = {}): Promise<Product> {
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(NODE, [join(ROOT, 'bin/start.mjs')], {
    cwd: place.folder,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: port,
      MQTT_PORT: String(await freePort()),
      YINIAN_DATA: place.data,
      YINIAN_DEMO: 'small',
      ...environment,
    },
  });
  let text = '';
  child.stdout.on('data', chunk => (text += chunk));
  child.stderr.on('data', chunk => (text += chunk));
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const until = async (path: string, seconds = 60) => {
    for (let i = 0; i < seconds * 10; i++) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${text}`);
      const answer = await fetch(url + path).catch(() => undefined);
      if (answer?.status === 200) return;
      await wait(100);
    }
    throw new Error(`${path} did not answer 200 within ${seconds} s:\n${text}`);
  };
  const stop = (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal);
    return exited;
  };
  return { child, url, output: () => text, exited, until, stop };
}

/** Processes of PostgreSQL on this place's data folder, by /proc: nothing is installed for it. */
export function postgresOn(place: Place): string[] {
  return readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(place.data, 'postgres'));
      } catch {
        return false;
      }
    });
}

/** Waits until no PostgreSQL runs there any more. */
export async function untilNoPostgres(place: Place, seconds = 15): Promise<void> {
  for (let i = 0; i < seconds * 10 && postgresOn(place).length > 0; i++) await wait(100);
}

/** Runs `yinian <args>` against a place; answers its exit code and everything it printed. */
export function runCli(place: Place, args: string[]): { code: number; text: string } {
  const env = { PATH: process.env.PATH ?? '', YINIAN_DATA: place.data, YINIAN_DEMO: 'small' };
  try {
    const text = execFileSync(NODE, [join(ROOT, 'bin/cli.mjs'), ...args], { cwd: place.folder, env, encoding: 'utf8' });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}
