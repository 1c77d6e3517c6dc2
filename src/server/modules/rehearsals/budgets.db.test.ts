import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportOf } from '#contracts/exports.ts';
import * as beds from '#contracts/rehearsals/beds.ts';
import * as endpoints from '#contracts/rehearsals/endpoints.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { rowsOfBook } from '../../../../tests/support/tables.ts';
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

const rehearse = async (body: object) => {
  const made = await city.call(endpoints.makeRehearsal, { body: body as never });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  await city.call(endpoints.runRehearsal, { params: { id: made.body.id } });
  await carryOutRehearsal(jobTools(app.database.pool, testKeys()), { rehearsalId: made.body.id });
  return (await city.call(endpoints.readRehearsal, { params: { id: made.body.id } })).body;
};
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;

it('S3-25.1 beds and persons compared by district, street and institution from the stays of a month: every sum is of its residents', async () => {
  // A hundred and twenty people stay in institutions of two districts.
  await sql(
    `insert into place_uses (use_id, kind, facility_id, facility_name, area_code, happened_area, elder_id, elder_name, from_on, entered_by, entered_at)
     select gen_random_uuid(), 'stay', f.facility_id, f.name, f.area_code, f.area_code, e.elder_id, e.name, '2025-01-02', '测试', now()
     from (select *, row_number() over (order by elder_id) as at from elders where died_on is null and born_on < '1950-01-01' and hukou_in_beijing order by elder_id limit 120) e
     join (select *, row_number() over (order by facility_id) - 1 as at, count(*) over () as all from facilities where kind = 'institution'
       and status = 'operating' and (area_code like '110115%' or area_code like '110102%')) f on f.at = e.at % f.all`,
  );
  await sql(
    "update elders set living = '住养老机构' where elder_id in (select elder_id from place_uses where kind = 'stay')",
  );
  // One whose file lies in another district; one who came too late in May; one nobody has recorded.
  const stays = await sql("select * from place_uses where kind = 'stay' and area_code like '110115%' order by use_id");
  const [away, late, gone] = stays;
  await sql("update elders set area_code = '110101001001', ability_level = null where elder_id = $1", [away.elder_id]);
  await sql("update place_uses set from_on = '2025-05-18' where use_id = $1", [late.use_id]);
  await sql(
    "update place_uses set withdrawn_by = 'x', withdrawn_because = 'x', withdrawn_at = now() where use_id = $1",
    [gone.use_id],
  );
  const told = await rehearse({
    ...{ kind: 'beds', name: '补床头改补人头', startsMonth: '2025-07', months: 30 },
    changes: {
      set: [
        { field: 'beds.perPerson.0', value: 20_000 },
        { field: 'beds.personShare.2', value: 60 },
      ],
    },
  });
  expect(told.changeLines.map(line => [line.before, line.after, line.confidence])).toEqual([
    ['100元', '200元', 'uncertain'],
    ['50%', '60%', 'designDefault'],
  ]);
  const change = told.result?.beds;
  expect(change).toMatchObject({ month: '2025-05' });
  expect(change?.years.map(year => [year.from, year.to, year.months, year.bedPercent, year.personPercent])).toEqual([
    ['2025-07', '2026-06', 12, 75, 25],
    ['2026-07', '2027-06', 12, 50, 60],
    ['2027-07', '2027-12', 6, 25, 75],
  ]);
  const params = { id: told.id };
  const pages = async <R>(read: (cursor?: string) => Promise<{ rows: R[]; nextCursor: string | null }>) => {
    const rows: R[] = [];
    for (let cursor: string | undefined | null = undefined; cursor !== null; ) {
      const page: { rows: R[]; nextCursor: string | null } = await read(cursor ?? undefined);
      rows.push(...page.rows);
      cursor = page.nextCursor;
    }
    return rows;
  };
  const places = (query: object = {}) =>
    pages(
      async cursor =>
        (await city.call(beds.listBedPlaces, { params, query: { ...query, ...(cursor && { cursor }), limit: 200 } }))
          .body,
    );
  const residents = (query: object = {}) =>
    pages(
      async cursor =>
        (await city.call(beds.listBedResidents, { params, query: { ...query, ...(cursor && { cursor }), limit: 200 } }))
          .body,
    );
  const areas = async (area?: string) =>
    (await city.call(beds.readBedAreas, { params, query: { ...(area && { area }) } })).body;

  // District → street → institution → resident: each level adds up to the one above.
  const whole = await areas();
  const all = await places();
  const sum = (rows: readonly object[], key: string) =>
    rows.reduce((total: number, row) => total + (row as Record<string, number>)[key]!, 0);
  const KEYS = ['beds', 'residents', 'counted', 'unassessed', 'bedFen', 'personFen'] as const;
  for (const key of KEYS) {
    expect(sum(whole.rows, key), key).toBe(whole.total[key]);
    expect(sum(all, key), key).toBe(whole.total[key]);
  }
  for (const district of whole.rows) {
    const { rows: streets, total } = await areas(district.areaCode);
    for (const key of KEYS) expect(sum(streets, key), `${district.areaName} ${key}`).toBe(district[key]);
    expect(total).toMatchObject({ places: district.places, yearFen: district.yearFen });
  }
  const [registered] = await sql(
    "select sum(beds)::int as beds from facilities where kind in ('institution', 'care-centre') and status = 'operating'",
  );
  expect(whole.total.beds).toBe(registered.beds);
  expect(whole.total.bedFen).toBe(registered.beds * 30_000);
  const everybody = await residents();
  expect(sum(everybody, 'personFen')).toBe(whole.total.personFen);
  for (const place of all.filter(each => each.residents > 0)) {
    const own = await residents({ facilityId: place.facilityId });
    expect([own.length, sum(own, 'personFen'), own.filter(one => one.counted).length]).toEqual([
      place.residents,
      place.personFen,
      place.counted,
    ]);
    expect(place.yearFen[0]).toBe(Math.round((place.bedFen * 75) / 100) + Math.round((place.personFen * 25) / 100));
  }
  expect(change?.years.map(year => (year.bedFen + year.personFen) / year.months)).toEqual(whole.total.yearFen);
  expect(change?.years[0]?.personPerMille).toBeLessThan(change?.years[2]?.personPerMille ?? 0);

  // The same rule as pays: 15 days, nobody without a stay, wherever the person is registered; who is not assessed is named.
  expect(everybody.find(one => one.elderId === away.elder_id)).toMatchObject({
    counted: true,
    abilityLevel: null,
    personFen: 0,
  });
  expect(everybody.find(one => one.elderId === late.elder_id)).toMatchObject({ counted: false, days: 14 });
  expect(everybody.some(one => one.elderId === gone.elder_id)).toBe(false);
  const blocked = await residents({ standing: 'unassessed' });
  expect(blocked.length).toBe(whole.total.unassessed);
  expect(blocked.map(one => one.elderId)).toContain(away.elder_id);
  expect(told.result?.sentences.join('')).toMatch(
    new RegExp(`拦路的：${blocked.length}位.*还有\\d+位登记为住养老机构`, 's'),
  );
  expect((await places({ effect: 'more' })).length).toBe(whole.total.morePlaces);
  const book = await rowsOfBook(
    (await city.call(exportOf(beds.listBedPlaces), { params, query: {} as never })).body as Buffer,
  );
  expect(book.length).toBe(all.length + 1);

  // A district sees its own draft with its own institutions, and not the city's.
  expect((await finance.call(beds.readBedAreas, { params, query: {} })).status).toBe(404);
});
