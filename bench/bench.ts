/** `npm run bench`: job, ours, goal, met or not. Starts the real product on its own data folder; needs a quiet machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yinian-bench-'));
const PORT = 18_080;
const BASE = `http://127.0.0.1:${PORT}`;
const env = { ...process.env, PORT: String(PORT), MQTT_PORT: '18883', YINIAN_DATA: join(folder, 'var') };

type Line = { job: string; ours: number; unit: string; goal: number };
const lines: Line[] = [];

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

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
  const list = (await (await fetch(`${BASE}/api/elders?limit=50`, { headers: { cookie } })).json()) as {
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
  lines.push({ job: 'first start until the community list opens', ours: seconds(first), unit: 's', goal: 60 });
  await until(isReady);
  lines.push({ job: 'first start until the whole demo stands', ours: seconds(first), unit: 's', goal: 90 });
  await stop(child);
  const again = performance.now();
  const second = startProduct();
  await until(isReady);
  lines.push({ job: 'restart until ready', ours: seconds(again), unit: 's', goal: 5 });
  await stop(second);
}

function measureCommand(job: string, args: string[]): void {
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, [join(ROOT, 'bin/cli.mjs'), ...args], { cwd: ROOT, stdio: 'ignore' });
    return performance.now() - began;
  });
  lines.push({ job, ours: Math.round(median(runs)), unit: 'ms', goal: 1000 });
}

try {
  const document = join(ROOT, 'data/documents/大兴区加强老老人服务保障若干措施.txt');
  measureCommand('yinian policies parse, 22 measures', ['policies', 'parse', document, '--json']);
  measureCommand('yinian tasks check', [
    'tasks',
    'check',
    join(ROOT, 'data/documents/2025年二季度重点任务进展情况.txt'),
  ]);
  await measureStart();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.table(
  lines.map(line => ({ ...line, ratio: Math.round((line.ours / line.goal) * 100) / 100, met: line.ours <= line.goal })),
);
