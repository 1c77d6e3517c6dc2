import { join } from 'node:path';
import { insertElders, type NewElder } from '../../src/server/modules/elders/index.ts';
import { loadKeys } from '../../src/server/platform/secrets/keys.ts';
import { newId } from '../../src/shared/ids.ts';
import { asBatch, TEST_DATE, type TestDatabase, testConfig } from './database.ts';
import { demoNumber } from './numbers.ts';

/** 清源西里社区 stands in for "some community of 大兴". */
export const COMMUNITY = '110115003001';

export { demoNumber as demoIdentityNumber } from './numbers.ts';

/** A plain elder with every field filled; pass what the test is about. */
export function plainElder(given: Partial<NewElder> = {}): NewElder {
  const bornOn = given.bornOn ?? '1938-03-12';
  const sex = given.sex ?? '女';
  return {
    elderId: newId(),
    areaCode: COMMUNITY,
    name: '王秀兰',
    sex,
    bornOn,
    identityNumber: demoNumber(bornOn, sex),
    phone: null,
    door: '3号楼2单元501',
    note: null,
    nation: '汉',
    maritalStatus: '丧偶',
    hukouAreaCode: given.areaCode ?? COMMUNITY,
    road: '清源路',
    compound: '清源西里',
    point: [116.33, 39.74],
    living: '独居',
    leftBehind: false,
    economicClass: 'none',
    familyPlanningSpecial: false,
    militaryFamily: false,
    abilityLevel: null,
    abilityValidTo: null,
    dementia: false,
    disabilities: [],
    diseases: [],
    wishForVisits: true,
    serviceMode: 'home',
    status: 'active',
    source: 'desk',
    registeredAt: '2024-05-12T02:00:00.000Z',
    householdId: newId(),
    contacts: [],
    ...given,
  };
}

/** The product's own key file of the test run, as the server under test uses it. */
export const testKeys = () => {
  const config = testConfig();
  return loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
};

/** Inserts people through the module's own insert, in the batch role; answers them. */
export async function buildElders(database: TestDatabase, people: readonly Partial<NewElder>[]): Promise<NewElder[]> {
  const rows = people.map(plainElder);
  const tools = { keys: testKeys(), today: TEST_DATE, now: `${TEST_DATE}T01:00:00.000Z`, by: '测试' };
  await asBatch(database.adminUrl, client => insertElders(client, rows, tools));
  return rows;
}

export async function buildElder(database: TestDatabase, person: Partial<NewElder> = {}): Promise<NewElder> {
  const [row] = await buildElders(database, [person]);
  return row!;
}
