import { afterAll, beforeAll, expect, it } from 'vitest';
import * as endpoints from '#contracts/rehearsals/endpoints.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { carryOutRehearsal } from './run-rehearsal.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const YEAR = 2025;

let app: TestApp;
let city: Caller;
let finance: Caller;

beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
  city = await app.as({ role: 'city', areaCode: CITY, name: '赵处' });
  finance = await app.as({ role: 'finance', areaCode: DAXING, name: '钱会计' });
  for (const caller of [city, finance]) await forecast(caller);
}, 180_000);
afterAll(() => app?.stop());

async function forecast(caller: Caller): Promise<void> {
  const { body, status } = await caller.call(endpoints.startForecast);
  expect(status, JSON.stringify(body)).toBe(200);
  await carryOutRehearsal(jobTools(app.database.pool, testKeys()), { rehearsalId: body.id });
}

const read = async (caller: Caller, query: object = {}) => (await caller.call(endpoints.readBudgets, { query })).body;
const linesOf = async (caller: Caller, area: string) =>
  (await read(caller)).districts.filter(row => row.areaCode === area).map(row => [row.scheme, row.years]);

const determined = async () =>
  (
    await app.database.admin.query(
      'select count(*)::int as n, sum(amount_fen)::bigint as fen from benefit_determinations',
    )
  ).rows[0];

it('gives a district the same years as the city computes for it: by 户籍, wherever the people live', async () => {
  const own = await linesOf(finance, DAXING);
  expect(own.length).toBeGreaterThan(0);
  const fromCity = new Map((await linesOf(city, DAXING)).map(([scheme, years]) => [scheme, years]));
  for (const [scheme, years] of own) expect(fromCity.get(scheme)).toEqual(years);
  const { rows } = await app.database.admin.query<{ fen: number }>(
    `select sum(amount_fen)::bigint as fen from payment_lines where payer_code = $1 and month >= '2025-01' and month < '2025-06'
       and kind <> 'offset' and status in ('locked', 'sent', 'paid')`,
    [DAXING],
  );
  const [year] = (await read(finance)).total;
  expect(year?.paidFen).toBe(Number(rows[0]?.fen ?? 0));
  expect(year?.totalFen).toBe((year?.paidFen ?? 0) + (year?.aheadFen ?? 0));
  expect(year?.aheadFen).toBe((year?.cityFen ?? 0) + (year?.districtFen ?? 0));
  expect((await read(finance)).total).toHaveLength(4);
});

it('says whether the budget is enough only where every scheme has one, with who entered it', async () => {
  const set = (scheme: 'hardship' | 'care' | 'advancedAge', fen: number, areaCode = DAXING) =>
    finance.call(endpoints.setBudget, { body: { areaCode, scheme, year: YEAR, fen, source: '大财预〔2025〕1号' } });
  expect((await set('care', 1)).status).toBe(200);
  expect((await read(finance)).sentence).toMatch(/预算没有登记齐/);
  await set('hardship', 1);
  await set('advancedAge', 1);
  const short = await read(finance);
  expect(short.sentence).toMatch(/比预算多.*要追加/);
  expect(short.budgets[0]).toMatchObject({ setBy: '钱会计', source: '大财预〔2025〕1号', fen: 1 });
  for (const scheme of ['hardship', 'care', 'advancedAge'] as const) await set(scheme, 10_000_000_000);
  expect((await read(finance)).sentence).toMatch(/预算够，余/);
  expect((await set('care', 1, '110102000000')).error.code).toBe('rehearsals.not-a-district');
  const { rows } = await app.database.admin.query<{ before: { fen: number }; after: { fen: number } }>(
    "select before, after from audit_entries where action = 'rehearsals.set-budget' and before is not null limit 1",
  );
  expect(rows[0]).toMatchObject({ before: { fen: 1 }, after: { fen: 10_000_000_000 } });
});

it('S1-7.5 more people of 80 and over in a street cost unit × persons × 12 months, with the formula', async () => {
  const { streets } = await read(city);
  const street = streets.find(each => each.areaCode.startsWith('110115'))?.areaCode;
  const [none, some, twice] = await Promise.all(
    [0, 50, 100].map(async more80 => (await read(city, { street, more80 })).scenarios[0]),
  );
  expect(none?.fen).toBe(0);
  expect(some?.fen).toBeGreaterThan(0);
  expect(twice?.fen).toBe((some?.fen ?? 0) * 2);
  const [, people, unit] =
    /现有(\d+)位80岁以上的人平均每人每月([\d.,]+)元 × 50人 × 12个月/.exec(some?.formula ?? '') ?? [];
  expect(Number(people)).toBeGreaterThan(0);
  expect(Math.round(Number(unit) * 100) * 50 * 12).toBe(some?.fen);
});

it('S4-21.1 severe disability ten per cent more costs persons × difference, and no decision is touched', async () => {
  const before = await determined();
  const { scenarios } = await read(city, { moreSevere: 10 });
  const severe = scenarios.find(each => each.label.startsWith('重度失能'));
  const [, now, more] = /现有(\d+)位重度失能的人 × 10% = (\d+)人，.*600元 × 12个月/.exec(severe?.formula ?? '') ?? [];
  expect(Number(more)).toBe(Math.round(Number(now) / 10));
  expect(severe?.fen).toBe(Number(more) * 60_000 * 12);
  expect(await determined()).toEqual(before);
});

it('S3-25.1 the worked example says what beds and what persons would get, and their share, by district', async () => {
  const body = {
    ...{ kind: 'beds' as const, name: '补床头改补人头', startsMonth: '2025-07', months: 12 },
    changes: { set: [{ field: 'beds.perPerson.0', value: 20_000 }] },
  };
  const made = (await city.call(endpoints.makeRehearsal, { body })).body;
  await city.call(endpoints.runRehearsal, { params: { id: made.id } });
  await carryOutRehearsal(jobTools(app.database.pool, testKeys()), { rehearsalId: made.id });
  const told = (await city.call(endpoints.readRehearsal, { params: { id: made.id } })).body;
  const { rows } = await app.database.admin.query<{ beds: number; people: number }>(
    `select (select sum(beds)::int from facilities where kind in ('institution', 'care-centre') and status = 'operating') as beds,
       (select count(*)::int from elders where (living = '住养老机构' or away = 'institution') and died_on is null
          and hukou_in_beijing) as people`,
  );
  const [line] = told.result?.months ?? [];
  expect(line?.oldFen).toBe((rows[0]?.beds ?? 0) * 30_000);
  expect(told.result?.people).toBe(rows[0]?.people);
  expect(told.result?.sentences.join('')).toMatch(/补床头按.*张床要.*补人头按.*位.*补人头占[\d.]+%/s);
  expect(told.changeLines).toMatchObject([{ before: '100元', after: '200元', confidence: 'uncertain' }]);
  const people = (await city.call(endpoints.listRehearsedPeople, { params: { id: made.id }, query: {} })).body;
  expect(people.rows.reduce((sum, row) => sum + row.newMonthFen, 0)).toBe(line?.newFen);
});
