import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contracts/elders.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import { areaRange } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { buildElder, plainElder } from '../../../../tests/support/builders.ts';
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

test('a person stands in every table, and no number, door or phone in clear anywhere', async () => {
  const contact = {
    contactId: newId(),
    name: '李敏',
    relation: '女儿',
    phone: '16412345678',
    isEmergency: true,
    livesTogether: false,
  };
  const elder = await buildElder(database, { phone: '15400001234', note: '门口有狗', contacts: [contact] });
  const { rows: tables } = await database.admin.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  let seen = '';
  for (const { name } of tables) {
    const { rows } = await database.admin.query(`select t::text as line from ${name} t`);
    seen += rows.map(row => row.line).join('\n');
  }
  expect(seen).toContain(elder.elderId);
  for (const secret of [elder.identityNumber, '15400001234', '16412345678', '3号楼2单元501', '门口有狗']) {
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(Buffer.from(secret).toString('hex'));
  }
  const { rows: tags } = await database.admin.query('select code, reason from elder_tags order by code');
  expect(tags).toEqual([
    { code: 'oldest-old', reason: '2018年3月12日年满80周岁' },
    { code: 'oldest-old-alone', reason: '2018年3月12日年满80周岁，登记为独居' },
  ]);
});

test('S4-3.1 one identity number belongs to one person in the whole city', async () => {
  const elder = await buildElder(database, {});
  const again = plainElder({ identityNumber: elder.identityNumber, areaCode: '110101001001' });
  await expect(buildElder(database, again)).rejects.toThrow(/elder_identities_pkey/);
});

const TABLES = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
  and (relname like 'elder%' or relname like 'household%') order by 1`;

test('another district, another family and an organisation see no row of any table or view', async () => {
  await buildElder(database, { areaCode: '110101001001', contacts: [] });
  const daxing = await buildElder(database, {});
  const { rows: tables } = await database.admin.query<{ name: string }>(TABLES);
  expect(tables.length).toBeGreaterThan(10);
  const { from, to } = areaRange('110101000000');
  const scopes = [
    { way: 'area', areaFrom: from, areaTo: to },
    { way: 'family', elderId: newId() },
    { way: 'organisation', organisationId: newId() },
    { way: 'assigned', accountId: newId() },
    { way: 'public' },
    { way: 'system' },
  ] as const;
  for (const scope of scopes) {
    for (const { name } of tables) {
      const seen = await inTransaction(database.pool, { scope, readOnly: true }, async ({ client }) => {
        const { rows } = await client.query(
          `select count(*)::int as n from ${name} t where position($1 in t::text) > 0`,
          [daxing.elderId],
        );
        return rows[0].n;
      }).catch((error: Error) => error.message);
      expect(String(seen), `${scope.way} ${name}`).toMatch(/^0$|^permission denied for (table|view) \w+$/);
    }
  }
});

test('the lists of the contract and the checks of the database are the same', async () => {
  const { rows } = await database.admin.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c' and conname like 'elder%'`,
  );
  const inDatabase = (name: string) =>
    [...(rows.find(row => row.name === name)?.definition ?? '').matchAll(/'([^']*)'::text/g)].map(m => m[1]);
  expect(inDatabase('elders_living_check')).toEqual(contract.LIVINGS);
  expect(inDatabase('elders_economic_class_check')).toEqual(contract.ECONOMIC_CLASSES);
  expect(inDatabase('elders_status_check')).toEqual(contract.ELDER_STATUSES);
  expect(inDatabase('elders_service_mode_check')).toEqual(contract.SERVICE_MODES);
  expect(inDatabase('elders_marital_status_check')).toEqual(contract.MARITAL_STATUSES);
  expect(inDatabase('elders_source_check')).toEqual(contract.ELDER_SOURCES);
  expect(inDatabase('elder_scopes_kind_check')).toEqual(contract.SCOPE_KINDS);
  expect(inDatabase('elder_tags_family_check')).toEqual(contract.TAG_FAMILIES);
});
