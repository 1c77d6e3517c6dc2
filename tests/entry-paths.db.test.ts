import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as register from '#contracts/elders/register.ts';
import { loadAreas } from '../src/server/modules/areas/index.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { buildElder, COMMUNITY, demoIdentityNumber } from './support/builders.ts';
import { asBatch } from './support/database.ts';

const SOURCE = join(import.meta.dirname, '../src/server');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/**
 * Every file that can make a row of `elders`, and where its check for duplicates happens. A new one fails here until it is
 * named with its check. Form, field, family's assisted entry and API are one endpoint (POST /api/elders).
 */
const PATHS: Readonly<Record<string, { check: string; calls: RegExp }>> = {
  'modules/elders/register-elder.ts': {
    check: 'modules/elders/register-elder.ts',
    calls: /refuseProbableDuplicates\(ctx/,
  },
  'modules/elders/imports/write-page.ts': { check: 'modules/elders/imports/judge-rows.ts', calls: /listNearMany\(/ },
  // The generator gives each person a number of its own; the city's registry refuses a second holder.
  'demo-load/steps/people.ts': { check: 'modules/elders/prepare-people.ts', calls: /elder_identities: \[\[/ },
  // Four pairs made alike on purpose, for the screen on which a person judges them; numbers of their own as well.
  'demo-load/steps/findings.ts': { check: 'modules/elders/prepare-people.ts', calls: /elder_identities: \[\[/ },
  'demo-load/steps/street.ts': { check: 'modules/elders/prepare-people.ts', calls: /elder_identities: \[\[/ },
};
const MAKES =
  /\b(insertElders|copyStreet)\(|insertRows\(ctx\.client, (preparePerson|rows\b)|insertInto\('elders'\)|insert into elders\b/;
/** The writers themselves, and a merge's way back (the person was on the register). */
const WRITERS = ['modules/elders/insert-elders.ts'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
});
afterAll(() => app.stop());

describe('进册的每条路都查重', () => {
  test('S4-3.1 every path that makes a person is named with its check, and the check is there', () => {
    const makers = files.filter(file => MAKES.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(makers.filter(file => !WRITERS.includes(file)).sort()).toEqual(Object.keys(PATHS).sort());
    for (const { check, calls } of Object.values(PATHS))
      expect(readFileSync(join(SOURCE, check), 'utf8')).toMatch(calls);
  });

  test('while typing, who looks alike elsewhere is told by district and reasons alone, and their community sees who asked', async () => {
    const there = await buildElder(app.database, {
      ...{ name: '上官静姝', bornOn: '1937-07-07', phone: '13966667777', areaCode: '110102001004' },
    });
    const community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
    const ask = async (body: object) => (await community.call(register.checkDuplicates, { body })).body;
    const number = demoIdentityNumber('1937-07-07', '女');
    const seen = await ask({ name: '上官静姝', identityNumber: number, phone: '13966667777' });
    expect(seen).toMatchObject({ identityTaken: null, candidates: [] });
    expect(seen.elsewhere).toEqual([{ districtName: '西城区', reasons: ['姓名相同', '出生日期相同', '手机号相同'] }]);
    expect(JSON.stringify(seen)).not.toContain(there.elderId);
    expect((await ask({ name: '上官静怡', phone: '13966667777' })).elsewhere).toEqual([]);
    const { rows } = await app.database.admin.query(
      "select area_code, actor_name from audit_entries where action = 'elders.find-alike' and elder_id = $1",
      [there.elderId],
    );
    expect(rows).toEqual([{ area_code: '110102001004', actor_name: '赵敏' }]);
  });
});
