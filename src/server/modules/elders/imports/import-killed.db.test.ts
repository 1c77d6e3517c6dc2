import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as endpoints from '#contracts/elders/imports.ts';
import { readRun, stopRun } from '#contracts/runs.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { DEMO_ADDRESS_PREFIX, identityCheck } from '#shared/identity-number.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { asBatch, testConfig } from '../../../../../tests/support/database.ts';
import { settled, upload } from '../../../../../tests/support/import-elders.ts';
import { sleep } from '../../../../../tests/support/slow-work.ts';
import { csvOf } from '../../../../../tests/support/tables.ts';

const PEOPLE = 4_000;
let app: TestApp;
let street: Caller;
let child: ChildProcess | undefined;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '李专干' });
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await app.stop();
});

/** The product's worker as a process of its own, its heavy jobs on threads. */
function startProcess(): ChildProcess {
  const config = testConfig();
  const { appUrl, jobsUrl } = app.database;
  const script = new URL('../../../../../tests/support/import-worker.ts', import.meta.url).pathname;
  const files = [join(config.keysDir, 'keys.json'), config.dataDir, join(config.dataDir, 'work')];
  child = spawn(process.execPath, [script, appUrl, jobsUrl, ...files], { stdio: ['ignore', 'ignore', 'inherit'] });
  return child;
}

function people(): string {
  const rows = Array.from({ length: PEOPLE }, (_, i) => {
    const day = new Date(Date.UTC(1930, 0, 1 + (i % 5_000))).toISOString().slice(0, 10);
    const first17 = `${DEMO_ADDRESS_PREFIX}77${day.replaceAll('-', '')}${String(100 + Math.floor(i / 5_000)).padStart(3, '0')}`;
    return [
      `赵${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(i / 10) % 10]}`,
      first17 + identityCheck(first17),
      '清源西里社区',
      '独居',
    ];
  });
  return csvOf([['姓名', '身份证号', '社区', '居住方式'], ...rows]);
}

const count = async (table: string): Promise<number> => {
  const { rows } = await app.database.admin.query<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
};

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let left = 2_400; left > 0; left--) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error('it never came to that');
}

it('killed in the middle of loading nothing is there; the next process loads everybody once', {
  timeout: 240_000,
}, async () => {
  startProcess();
  const { id, mapping } = await upload(street, people(), '名单.csv');
  await street.call(endpoints.checkImport, { params: { id }, body: { mapping } });
  await until(async () => (await street.call(endpoints.readImport, { params: { id } })).body.status === 'checked');
  await street.call(endpoints.loadImport, { params: { id }, body: {} });
  const { runId } = (await street.call(endpoints.readImport, { params: { id } })).body;
  const done = async () => (await street.call(readRun, { params: { id: runId! } })).body;
  await until(async () => (await done()).done > 0);
  child?.kill('SIGKILL');
  await sleep(500);
  expect(await count('elders')).toBe(0);
  expect((await street.call(endpoints.readImport, { params: { id } })).body.status).toBe('loading');
  startProcess();
  await until(async () => (await street.call(endpoints.readImport, { params: { id } })).body.status === 'loaded');
  expect(await count('elders')).toBe(PEOPLE);
  expect(await count('elder_identities')).toBe(PEOPLE);
  expect(await count("audit_entries where action = 'elders.register'")).toBe(PEOPLE);
  expect(await count("due_items where closed_at is null and kind_label = '入户核实'")).toBe(PEOPLE);
});

it('stopped in the middle of loading not one row is written, and the checked table waits', {
  timeout: 240_000,
}, async () => {
  if (!child) startProcess();
  const before = await count('elders');
  const more = people().replaceAll(',119977', ',119978').split('\r\n').slice(0, 3_002);
  const renumbered = more.map((line, i) => {
    if (i === 0) return line;
    const cells = line.split(',');
    const first17 = (cells[1] ?? '').slice(0, 17);
    return [cells[0], first17 + identityCheck(first17), '清源西里社区', '独居'].join(',');
  });
  const { id, mapping } = await upload(street, renumbered.join('\r\n'), '名单二.csv');
  await street.call(endpoints.checkImport, { params: { id }, body: { mapping } });
  expect((await settled(street, id)).status).toBe('checked');
  const judged = { decision: 'different' as const, reason: '测试名单，都不是同一人' };
  await street.call(endpoints.decideLookAlikes, { params: { id }, body: judged });
  await street.call(endpoints.loadImport, { params: { id }, body: {} });
  const { runId } = (await street.call(endpoints.readImport, { params: { id } })).body;
  await street.call(stopRun, { params: { id: runId! } });
  const after = await settled(street, id);
  expect(after.status).toBe('checked');
  expect(await count('elders')).toBe(before);
});
