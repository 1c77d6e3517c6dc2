import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFigures } from '#contracts/indicators.ts';
import { CHECK_RESULTS, CHECK_STATUSES, DRAW_STATUSES } from '#contracts/inspection-lifecycle.ts';
import * as endpoints from '#contracts/inspections.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildServed } from '../../../../tests/support/served.ts';
import { buildCarer, buildFirm, buildItem, type Carer, type Firm } from '../../../../tests/support/supply.ts';
import { digestOf, drawIds } from './rules.ts';

let app: TestApp;
let firm: Firm;
let carer: Carer;
let regulator: Caller;
const TODAY = '2025-06-20';
const served: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  carer = await buildCarer(app.database, firm);
  regulator = await app.as({ role: 'regulator', areaCode: '110115000000', name: '周敏' });
  for (let i = 0; i < 3; i++) served.push(await buildServed(app, carer));
});
afterAll(() => app.stop());

const announce = (wanted: number, dates = { from: '2025-06-01', to: TODAY }) =>
  regulator.call(endpoints.announceDraw, { body: { title: '六月上门服务抽查', wanted, ...dates } });
const figures = async () => {
  const query = { codes: 'services-done,service-minutes,service-settled' };
  const { rows } = (await regulator.call(listFigures, { query })).body;
  return Object.fromEntries(rows.map(r => [r.code, r.value]));
};
const start = (id: string) => regulator.call(endpoints.startCheck, { params: { id } });
type Found = { result: 'consistent' | 'short' | 'not-found'; foundMinutes?: number; evidence: string };
const enter = (id: string, body: Found) => regulator.call(endpoints.enterResult, { params: { id }, body });
const correct = (id: string, reason: string) =>
  regulator.call(endpoints.correctChecked, { params: { id }, body: { reason } });

describe('draw', () => {
  it('publishes the seed first; the draw follows it and anybody can repeat it', async () => {
    const announced = await announce(2);
    expect(announced.body).toMatchObject({ status: 'announced', population: null, total: 0 });
    const open = await app.visitor.call(endpoints.listPublishedDraws);
    expect(open.body.rows[0]).toMatchObject({ seed: announced.body.seed, status: 'announced' });
    expect(JSON.stringify(open.body)).not.toMatch(/elder|record|周敏/);
    const drawn = await regulator.call(endpoints.drawRecords, { params: { id: announced.body.id } });
    expect(drawn.body).toMatchObject({ status: 'drawn', population: 3, total: 2, populationDigest: digestOf(served) });
    const checks = await regulator.call(endpoints.listChecks, { query: { drawId: announced.body.id } });
    expect(checks.body.rows.map(c => c.recordId)).toEqual(drawIds(announced.body.seed, served, 2));
    const again = await regulator.call(endpoints.drawRecords, { params: { id: announced.body.id } });
    expect(again.error.code).toBe('platform.wrong-state');
    const { rows } = await app.database.admin.query(
      "select count(*)::int as n from due_items where subject_kind = 'inspection-check' and closed_at is null and within_working_days = 5",
    );
    expect(rows[0].n).toBe(2);
  });
  it('refuses bad dates, an empty hat, and a draw called off', async () => {
    expect((await announce(2, { from: '2025-06-02', to: '2025-06-01' })).error.code).toBe('inspections.dates');
    const empty = await announce(2, { from: '2020-01-01', to: '2020-01-31' });
    const drawn = await regulator.call(endpoints.drawRecords, { params: { id: empty.body.id } });
    expect(drawn.error.code).toBe('inspections.nothing-to-draw');
    const off = await regulator.call(endpoints.cancelDraw, {
      params: { id: empty.body.id },
      body: { reason: '时间段填错了' },
    });
    expect(off.body.status).toBe('cancelled');
    expect((await announce(0)).status).toBe(400);
  });
  it('only a regulator of the area draws and sees', async () => {
    const elsewhere = await app.as({ role: 'regulator', areaCode: '110102000000' });
    expect((await elsewhere.call(endpoints.listChecks)).body.rows).toEqual([]);
    const { id } = (await regulator.call(endpoints.listChecks)).body.rows[0]!;
    expect((await elsewhere.call(endpoints.getCheck, { params: { id } })).status).toBe(404);
    const district = await app.as({ role: 'district', areaCode: '110115000000' });
    expect((await district.call(endpoints.listChecks)).body.rows).toHaveLength(2);
    expect((await district.call(endpoints.startCheck, { params: { id } })).error.code).toBe('platform.not-allowed');
    const provider = await app.as({ role: 'provider', areaCode: '110115000000', organisationId: firm.providerId });
    expect((await provider.call(endpoints.listChecks)).error.code).toBe('platform.not-allowed');
  });
});

describe('check', () => {
  it('found short: a new record, the line voided and written anew in part, figures follow', async () => {
    const { id } = (await regulator.call(endpoints.listChecks, { query: { status: 'drawn' } })).body.rows[0]!;
    const before = await figures();
    await start(id);
    const long = await enter(id, {
      result: 'short',
      foundMinutes: 60,
      evidence: '门口监控录像',
    });
    expect(long.error.fields?.foundMinutes).toContain('要少于它');
    const bare = await enter(id, { result: 'short', foundMinutes: 45, evidence: '' });
    expect(bare.status).toBe(400);
    const early = await correct(id, '还没有登记结果');
    expect(early.error.code).toBe('platform.wrong-state');
    const found = await enter(id, {
      result: 'short',
      foundMinutes: 45,
      evidence: '门口监控录像',
    });
    expect(found.body).toMatchObject({ status: 'found-short', foundMinutes: 45, checkedBy: '周敏' });
    const corrected = await correct(id, '实际服务 45 分钟');
    expect(corrected.body.status).toBe('corrected');
    expect(corrected.body.corrected).toMatchObject({ minutes: 45 });
    expect(corrected.body.lines.map(l => l.totalFen).sort((a, b) => a - b)).toEqual([-8000, 6000, 8000]);
    expect(corrected.body.figures.map(f => [f.code, f.after - f.before])).toEqual([
      ['service-minutes', -15],
      ['service-settled', -20],
    ]);
    const after = await figures();
    expect(after['service-minutes']! - before['service-minutes']!).toBe(-15);
    expect(after['service-settled']! - before['service-settled']!).toBe(-20);
    expect(after['services-done']).toBe(before['services-done']);
    const closed = await regulator.call(endpoints.closeCheck, { params: { id }, body: {} });
    expect(closed.body).toMatchObject({ status: 'closed', actions: [] });
    expect(closed.body.steps.map(s => s.action)).toEqual(['close', 'correct', 'short', 'start', 'start']);
  });
  it('no such service: nothing is owed and it counts no more', async () => {
    const { id } = (await regulator.call(endpoints.listChecks, { query: { status: 'drawn' } })).body.rows[0]!;
    const before = await figures();
    await start(id);
    await enter(id, { result: 'not-found', evidence: '老人当天住院，有病历' });
    const corrected = await correct(id, '当天没有上门');
    expect(corrected.body.lines.reduce((sum, l) => sum + l.totalFen, 0)).toBe(0);
    const after = await figures();
    expect(after['services-done']! - before['services-done']!).toBe(-1);
    expect(after['service-minutes']! - before['service-minutes']!).toBe(-60);
    expect(corrected.body.figures.map(f => f.code)).toEqual(['services-done', 'service-minutes', 'service-settled']);
  });
  it('a corrected record is drawn no more, and every step is audited', async () => {
    const second = await announce(9);
    const drawn = await regulator.call(endpoints.drawRecords, { params: { id: second.body.id } });
    expect(drawn.body.population).toBe(2);
    const { rows } = await app.database.admin.query(
      "select distinct action from audit_entries where action like 'inspections.%' and kind = 'write' order by 1",
    );
    expect(rows.map(r => r.action)).toEqual([
      ...['inspections.announce', 'inspections.cancel', 'inspections.close', 'inspections.correct', 'inspections.draw'],
      ...['inspections.not-found', 'inspections.short', 'inspections.start'],
    ]);
  });
});

it.each([
  ['inspection_draws_status_check', DRAW_STATUSES],
  ['inspection_checks_status_check', CHECK_STATUSES],
  ['inspection_checks_result_check', CHECK_RESULTS],
] as const)('%s has the values of the contract', async (name, values) => {
  const { rows } = await app.database.admin.query<{ def: string }>(
    'select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1',
    [name],
  );
  expect([...(rows[0]?.def ?? '').matchAll(/'([^']+)'::text/g)].map(m => m[1])).toEqual([...values]);
});
