import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { arrayParameter } from './array-parameter.ts';
import { arrayText } from './array-text.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

const VALUES: Record<string, unknown[]> = {
  boolean: [true, null, false],
  bytea: [Buffer.from([0, 255, 92, 34]), Buffer.alloc(0), undefined],
  bigint: [0, -1, 9_007_199_254_740_991, 9_223_372_036_854_775_807n, null],
  smallint: [-32_768, 32_767, '7', null],
  int: [-2_147_483_648, 0, null, 2_147_483_647],
  text: ['', '王"秀\\兰', '𠮷野', '{a,b}', 'NULL', null, 7, 'x'.repeat(5_000)],
  float8: [0.1, -1e300, 116.33, null],
  date: ['1900-01-01', '1999-12-31', '2000-02-29', '2199-01-01', null],
  timestamptz: ['2025-06-20T01:02:03.456789Z', '1969-12-31T23:59:59.9Z', '2025-06-20T01:02:03Z', new Date(0), null],
  uuid: [newId(), 'FFFFFFFF-0000-7abc-8000-0123456789ab', null],
  jsonb: ['{"a":[1,"二"]}', 'null', null],
  // Not known in bytes, and values that only PostgreSQL reads: all of the array goes as text.
  numeric: ['1.50', 2, null],
  'timestamptz ': ['2025-06-20 09:02+08', null],
};

test('every type arrives from bytes as it does from PostgreSQL’s own text', async () => {
  for (const [type, values] of Object.entries(VALUES)) {
    const ask = `select array(select x::text from unnest($1::${type}[]) with ordinality u (x, n) order by n) as read`;
    const asText = await database.admin.query(ask, [arrayText(values, type.trim())]);
    const asBytes = await database.admin.query(ask, [arrayParameter(values, type.trim())]);
    expect([type, asBytes.rows[0].read]).toEqual([type, asText.rows[0].read]);
    expect(asBytes.rows[0].read).toHaveLength(values.length);
    const none = await database.admin.query(`select cardinality($1::${type}[]) as n`, [
      arrayParameter([], type.trim()),
    ]);
    expect(none.rows[0].n).toBe(0);
  }
});
