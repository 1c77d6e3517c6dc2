/**
 * `npm run bench`: row of the goals, job, ours, limit, peer, ratio, goal, met or not. Starts the real product on its own data
 * folder; needs a quiet machine. BENCH_ROWS = rows of the import (1000000 takes its time), BENCH_CITY = data folder of a
 * whole city made by `yinian demo --elders 5140000 --seed 7`; without it search is not run.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Line, MARK, median, printLines, rounded } from './lines.ts';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yinian-bench-'));
const PORT = 18_080;
const BASE = `http://127.0.0.1:${PORT}`;
const env = { ...process.env, PORT: String(PORT), MQTT_PORT: '18883', YINIAN_DATA: join(folder, 'var') };

const lines: Line[] = [];
const add = (row: string, what: { job: string; ours: number; unit: string; goal: number }): void => {
  const { job, ours, unit, goal } = what;
  const ratio = rounded(ours / goal);
  lines.push({ row, job, unit, ours, limit: null, peer: null, ratio, goal: `≤ ${goal} ${unit}`, met: ours <= goal });
};

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;

function startProduct(): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'bin/start.mjs')], { cwd: ROOT, env, stdio: 'ignore' });
}

async function until(question: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (await question().catch(() => false)) return;
    await wait(100);
  }
}

/** Usable = the community worker's login opens the list of all elders of that community. */
async function listOpens(): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-yinian': 'bench' };
  const body = JSON.stringify({ login: 'community', password: 'yinian2025', remember: false });
  const login = await fetch(`${BASE}/api/login`, { method: 'POST', headers, body });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (!login.ok) return false;
  const list = (await (
    await fetch(`${BASE}/api/elders/find`, { method: 'POST', headers: { ...headers, cookie }, body: '{"limit":50}' })
  ).json()) as {
    rows: unknown[];
  };
  return list.rows.length > 0;
}

const isReady = async () => (await fetch(`${BASE}/readyz`)).ok;

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

async function measureStart(): Promise<void> {
  const first = performance.now();
  const child = startProduct();
  await until(listOpens);
  add('start', { job: 'first start until the community list opens', ours: seconds(first), unit: 's', goal: 60 });
  await until(isReady);
  add('start', { job: 'first start until the whole demo stands', ours: seconds(first), unit: 's', goal: 90 });
  await stop(child);
  const again = performance.now();
  const second = startProduct();
  await until(isReady);
  add('start', { job: 'restart until ready', ours: seconds(again), unit: 's', goal: 5 });
  await stop(second);
}

function measureCommand(job: string, args: string[]): void {
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [join(ROOT, 'bin/cli.mjs'), ...args], { cwd: ROOT, stdio: 'ignore' });
    return performance.now() - began;
  });
  add('start', { job, ours: Math.round(median(runs)), unit: 'ms', goal: 1000 });
}

/** A script of its own prints its tables and hands its lines over; one that is not there is a job not measured yet. */
function measureScript(script: string, args: string[], more: Record<string, string> = {}): void {
  const path = join(import.meta.dirname, script);
  if (!existsSync(path)) {
    console.log(`${script}: not run, there is no such script`);
    return;
  }
  const options = { cwd: ROOT, env: { ...process.env, ...more }, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [path, ...args, '--json'], options);
  const told = stdout.split('\n').find(line => line.startsWith(MARK));
  if (told) lines.push(...(JSON.parse(told.slice(MARK.length)) as Line[]));
  else console.log(`${script}: no figures\n${stderr}`);
}

try {
  const document = join(ROOT, 'data/documents/大兴区加强老老人服务保障若干措施.txt');
  measureCommand('yinian policies parse, 22 measures', ['policies', 'parse', document, '--json']);
  const progress = join(ROOT, 'data/documents/2025年二季度重点任务进展情况.txt');
  measureCommand('yinian tasks check', ['tasks', 'check', progress]);
  await measureStart();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
measureScript('determination.ts', []);
const city = process.env.BENCH_CITY;
// The month against COPY (row A), search (row F), duplicates among all people (row I).
for (const script of ['month.ts', 'search.ts', 'duplicates.ts'])
  if (city) measureScript(script, [], { YINIAN_DATA: city, PORT: String(PORT), MQTT_PORT: '18883' });
  else console.log(`${script}: not run, BENCH_CITY names no data folder of a whole city`);
measureScript('imports.ts', [process.env.BENCH_ROWS ?? '100000']);
measureScript('busy.ts', [process.env.BENCH_ROWS ?? '100000']);
printLines(lines);
