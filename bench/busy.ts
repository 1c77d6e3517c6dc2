/**
 * Part of row E: what requests wait while a table of people is checked and loaded and a month is determined, in the real
 * product. `node bench/busy.ts [rows]`; YINIAN_DATA = an existing folder (a whole city), else a new demo in a temporary one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identityCheck } from '../src/shared/identity-number.ts';
import { handOver, type Line, printLines, rounded } from './lines.ts';

const ROWS = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 100_000);
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yinian-bench-busy-'));
const PORT = process.env.PORT ?? '18081';
const BASE = `http://127.0.0.1:${PORT}`;
const env = { YINIAN_DATA: join(folder, 'var'), MQTT_PORT: '18884', ...process.env, PORT };
let cookie = '';

/** A text is a file. */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = { cookie, 'x-yinian': 'bench', 'idempotency-key': crypto.randomUUID(), 'x-file-name': 'busy.csv' };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json';
  const answer = await fetch(BASE + path, { method, headers: { ...headers, 'content-type': type }, ...sent });
  const set = answer.headers.get('set-cookie')?.split(';')[0];
  if (set) cookie = set;
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

function table(): string {
  const communities = readFileSync(join(ROOT, 'data/divisions-110000.tsv'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .flatMap(([code = '', level]) => (level === 'community' && code.startsWith('110115') ? [code] : []));
  const letter = (n: number) => String.fromCodePoint(0x4e00 + (n % 3_000));
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const born = new Date(Date.UTC(1931, 0, 1) + (i % 9_000) * 86_400_000).toISOString().slice(0, 10);
    const first17 = `1199${String(70 + Math.floor(i / 4_500_000))}${born.replaceAll('-', '')}${String((Math.floor(i / 9_000) * 2) % 1_000).padStart(3, '0')}`;
    const name = `${letter(i * 7)}${letter(i * 13)}${letter(i * 3)}`;
    return `${name},${first17}${identityCheck(first17)},${communities[i % communities.length]},${letter(i % 200)}园,独居`;
  });
  return `姓名,身份证号,社区代码,小区,居住方式\n${lines.join('\n')}`;
}

type Import = { status: string; error: string | null; mapping: unknown; counts: { new: number } | null };
const waited: { what: string; ms: number }[] = [];
let busy = true;

/** One user after the other: the list, a search, a record, a duplicate check while typing. */
async function requests(): Promise<void> {
  const rows = (await call<{ rows: { elderId: string }[] }>('POST', '/api/elders/find', { limit: 50 })).rows;
  const kinds: [string, () => Promise<unknown>][] = [
    ['list', () => call('POST', '/api/elders/find', { limit: 50 })],
    ['search', () => call('POST', '/api/elders/find', { limit: 50, q: '王' })],
    ['record', () => call('GET', `/api/elders/${rows[0]?.elderId}`)],
    ['check', () => call('POST', '/api/elders/duplicate-checks', { name: '王秀兰', bornOn: '1940-03-04' })],
  ];
  for (let i = 0; busy; i++) {
    const [what, ask] = kinds[i % kinds.length] as (typeof kinds)[number];
    const began = performance.now();
    await ask();
    waited.push({ what, ms: performance.now() - began });
    await wait(40);
  }
}

async function settled(id: string): Promise<Import> {
  for (;;) {
    const now = await call<Import>('GET', `/api/elder-imports/${id}`);
    if (now.status !== 'checking' && now.status !== 'loading') return now;
    await wait(500);
  }
}

async function work(): Promise<void> {
  const { id } = await call<{ id: string }>('POST', '/api/elder-imports', table());
  const { mapping } = await call<Import>('GET', `/api/elder-imports/${id}`);
  await call('POST', `/api/elder-imports/${id}/check`, { mapping });
  console.log(JSON.stringify((await settled(id)).counts));
  await call('POST', '/api/benefits/batches', { month: '2025-06' });
  await call('POST', `/api/elder-imports/${id}/load`, { arriveAs: 'active' });
  const { status, error } = await settled(id);
  if (status !== 'loaded') throw new Error(`${status}: ${error}`);
}

const product = spawn(process.execPath, [join(ROOT, 'bin/start.mjs')], { cwd: ROOT, env, stdio: 'ignore' });
try {
  while (
    !(await fetch(`${BASE}/readyz`).then(
      answer => answer.ok,
      () => false,
    ))
  )
    await wait(500);
  await call('POST', '/api/login', { login: 'district', password: 'yinian2025', remember: false });
  const users = requests();
  await work();
  busy = false;
  await users;
  const sorted = waited.map(one => one.ms).sort((a, b) => a - b);
  const worst = waited.reduce((a, b) => (b.ms > a.ms ? b : a));
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  const job = `longest of ${waited.length} requests while ${ROWS.toLocaleString('en')} rows are imported, a month determined`;
  console.log(`p50 ${rounded(sorted[sorted.length >> 1] ?? 0)} ms, p99 ${rounded(p99)} ms, longest a ${worst.what}`);
  const line = { row: 'E', job, unit: 'ms', ours: rounded(worst.ms), limit: null, peer: null };
  const lines: Line[] = [
    { ...line, ratio: rounded(worst.ms / 1_000), goal: 'no request > 1 s', met: worst.ms <= 1_000 },
  ];
  printLines(lines);
  handOver(lines);
} finally {
  product.kill('SIGINT');
  await new Promise(resolve => product.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
