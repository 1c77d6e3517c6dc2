import { afterAll, beforeAll, expect, it } from 'vitest';
import { listMessages } from '#contracts/messages.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { addElder } from '../../../../tests/support/elders.ts';
import { jobs } from './jobs.ts';

const HERE = '110101001001';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('reminds community and family once, thirty days before a result ends', async () => {
  const ending = await addElder(app.database.admin, { areaCode: HERE });
  const later = await addElder(app.database.admin, { areaCode: HERE });
  for (const [elderId, until] of [
    [ending, '2025-07-10'],
    [later, '2025-09-10'],
  ])
    await app.database.admin.query(
      `insert into assessments (elder_id, assessment_id, area_code, happened_area, scale, reason, status, applied_at, applied_by, applied_by_name,
         score, total, level, assessed_on, published_on, valid_to)
       values ($1, $2, $3, $3, 'gbt-42195-2022', '首次评估', 'published', '2024-07-01T00:00:00Z', $2, '测试', '{}', 30, 3, '2024-07-10', '2024-07-10', $4)`,
      [elderId, newId(), HERE, until],
    );
  const family = await app.as({ role: 'family', areaCode: HERE, elderId: ending });
  const job = jobs.find(each => each.name === 'assessments.remind');
  for (const _ of [1, 2]) await job?.handle(jobTools(app.database.pool, testKeys()), {});
  const { rows } = await app.database.admin.query("select elder_id from due_items where title like '%快到期了'");
  expect(rows).toEqual([{ elder_id: ending }]);
  const titles = (await family.call(listMessages, { query: {} })).body.rows.map(row => row.title);
  expect(titles).toEqual(['能力评估快到期了']);
});
