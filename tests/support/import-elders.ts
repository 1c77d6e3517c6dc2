import type { ElderImport, ImportMapping } from '../../src/contracts/elders/imports.ts';
import * as endpoints from '../../src/contracts/elders/imports.ts';
import { jobs } from '../../src/server/jobs.ts';
import { type JobWorker, startWorker } from '../../src/server/platform/jobs/worker.ts';
import type { Caller, TestApp } from './app.ts';
import { testKeys } from './builders.ts';
import { sleep } from './slow-work.ts';

/** The product's own jobs on the test's database, in this process. */
export function workerOf(app: TestApp): Promise<JobWorker> {
  const { pool, jobsUrl } = app.database;
  return startWorker({ pool, jobsUrl, keys: testKeys(), jobs, onError: (what, error) => console.error(what, error) });
}

export async function upload(by: Caller, bytes: Buffer | string, name = '台账.xlsx'): Promise<ElderImport> {
  const made = await by.call(endpoints.uploadImport, { file: { name, bytes: Buffer.from(bytes) } });
  if (made.status !== 200) throw new Error(made.error.message);
  return (await by.call(endpoints.readImport, { params: { id: made.body.id } })).body;
}

export async function settled(by: Caller, id: string): Promise<ElderImport> {
  for (let left = 2_400; left > 0; left--) {
    const { body } = await by.call(endpoints.readImport, { params: { id } });
    if (body.status !== 'checking' && body.status !== 'loading') return body;
    await sleep(50);
  }
  throw new Error('the import never ended');
}

/** Uploads and checks a table with the columns as proposed. */
export async function check(by: Caller, bytes: Buffer | string, mapping?: ImportMapping): Promise<ElderImport> {
  const uploaded = await upload(by, bytes);
  const asked = await by.call(endpoints.checkImport, {
    params: { id: uploaded.id },
    body: { mapping: mapping ?? uploaded.mapping },
  });
  if (asked.status !== 200) throw new Error(asked.error.message);
  return settled(by, uploaded.id);
}

export async function load(
  by: Caller,
  id: string,
  arriveAs: 'registered' | 'active' = 'registered',
): Promise<ElderImport> {
  const asked = await by.call(endpoints.loadImport, { params: { id }, body: { arriveAs } });
  if (asked.status !== 200) throw new Error(asked.error.message);
  return settled(by, id);
}
