import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('one identity number belongs to one person in the whole city', async () => {
  const elder = await buildElder(database, {});
  const again = plainElder({ identityNumber: elder.identityNumber, areaCode: '110101001001' });
  await expect(buildElder(database, again)).rejects.toThrow(/elder_identities_pkey/);
});
