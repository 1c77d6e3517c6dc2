import { readFileSync } from 'node:fs';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as policies from '#contracts/policies/documents.ts';
import * as publications from '#contracts/publications.ts';
import * as tasks from '#contracts/tasks.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { listSamples, SAMPLES } from './import-document.ts';

let app: TestApp;
let city: Caller;
let daxing: Caller;
const sample = (word: string) => listSamples().find(one => one.title.includes(word))!.file;

beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  city = await app.as({ role: 'city', areaCode: '110000000000', name: '市级文书' });
  daxing = await app.as({ role: 'district', areaCode: '110115000000', name: '大兴文书' });
});
afterAll(() => app.stop());

async function importAndConfirm(who: Caller, word: string, period: string | null) {
  const made = await who.call(policies.pasteDocument, { body: { sample: sample(word) } });
  expect(made.status).toBe(200);
  for (const item of made.body.items) {
    const params = { id: made.body.id, itemId: item.id };
    const header = item.kind === 'header';
    const value = header ? { ...item.proposed, title: item.proposed.title || '二季度进展', period } : undefined;
    const body = header ? { decision: 'correct' as const, value } : { decision: 'confirm' as const };
    expect((await who.call(policies.decideItem, { params, body })).status).toBe(200);
  }
  return made.body;
}

describe('a document goes in', () => {
  test('nothing enters unreviewed: recording with undecided pieces is refused and says how many', async () => {
    const made = await daxing.call(policies.pasteDocument, { body: { sample: sample('大兴') } });
    expect(made.body.items.filter(item => item.kind === 'measure')).toHaveLength(22);
    const refused = await daxing.call(policies.recordDocument, { params: { id: made.body.id } });
    expect(refused.error.code).toBe('policies.undecided');
    expect((await daxing.call(tasks.listTasks)).body.rows).toHaveLength(0);
  });

  test('S1-22.1 22 measures become tasks; 各街镇 expands to the streets in force; a unit sees its own', async () => {
    const made = await importAndConfirm(daxing, '大兴', null);
    const recorded = await daxing.call(policies.recordDocument, { params: { id: made.id } });
    expect(recorded.body).toMatchObject({ status: 'recorded', tasks: 22 });
    const list = await daxing.call(tasks.listTasks, { query: { documentId: made.id } });
    const first = list.body.rows[0]!;
    const streets = first.units.find(unit => unit.isGroup)!;
    expect(streets.count).toBeGreaterThan(15);
    const street = await app.as({ role: 'street', areaCode: '110115001000' });
    const own = await street.call(tasks.listAssignments, { query: { limit: 200 } });
    expect(new Set(own.body.rows.map(row => row.areaCode))).toEqual(new Set(['110115001000']));
    const { rows } = await app.database.admin.query(
      "select organisation_id from organisations where name = '区商务局'",
    );
    const bureau = await app.as({
      role: 'department',
      areaCode: '110115000000',
      organisationId: rows[0].organisation_id,
    });
    const bureaus = await bureau.call(tasks.listAssignments, { query: { limit: 200 } });
    expect(bureaus.body.rows.map(row => row.number)).toEqual(['2', '6', '9']);
  });

  test('a department works on its part; the district accepts or returns it with a reason', async () => {
    const { rows } = await app.database.admin.query(
      "select organisation_id from organisations where name = '区商务局'",
    );
    const bureau = await app.as({
      role: 'department',
      areaCode: '110115000000',
      organisationId: rows[0].organisation_id,
    });
    const part = (await bureau.call(tasks.listAssignments)).body.rows[0]!;
    const step = (
      who: Caller,
      body: { action: 'start' | 'report' | 'accept' | 'return'; progress?: string; note?: string },
    ) => who.call(tasks.takeAssignmentStep, { params: { id: part.id }, body });
    expect((await step(bureau, { action: 'report' })).error.fields).toHaveProperty('progress');
    expect((await step(bureau, { action: 'report', progress: '已对接 3 家企业' })).body.status).toBe('reported');
    expect((await step(bureau, { action: 'accept' })).error.code).toBe('platform.wrong-state');
    expect((await step(daxing, { action: 'return' })).error.fields).toHaveProperty('note');
    expect((await step(daxing, { action: 'return', note: '请写数量' })).body.status).toBe('returned');
  });
});

describe('the progress table comes out', () => {
  test('S0-0.1 the quarterly table: 15 rows, every figure a slot, words as entered; another district sees none of it', async () => {
    const made = await importAndConfirm(city, '二季度', '2025-Q2');
    const recorded = await city.call(policies.recordDocument, { params: { id: made.id } });
    expect(recorded.body.tasks).toBe(15);
    const report = await city.call(publications.draftReport, { body: { period: '2025-Q2' } });
    expect(report.status).toBe(200);
    expect(report.body.rows.map(row => row.number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    const source = readFileSync(`${SAMPLES}/${sample('二季度')}`, 'utf8').replace(/\s/g, '');
    for (const row of report.body.rows) {
      expect(row.items.length).toBeGreaterThan(0);
      expect(source).toContain(row.task.replace(/\s/g, ''));
    }
    expect(report.body.asOf).toBe('2025-05-31');
    const seven = report.body.rows[6]!.items[0]!.segments;
    const beds = seven.find(segment => segment.figure);
    expect(beds?.figure).toMatchObject({ code: 'home-care-beds-built', value: 0, changedFrom: '2273' });
    expect((await daxing.call(publications.getReport, { params: { id: report.body.id } })).status).toBe(404);
    const file = await city.call(publications.downloadReport, {
      params: { id: report.body.id },
      query: { format: 'md' },
    });
    expect(String(file.body)).toMatch(/^\| 序号 .*季度进展/m);
    const pdf = await city.call(publications.downloadReport, {
      params: { id: report.body.id },
      query: { format: 'pdf' },
    });
    const { text } = await extractText(new Uint8Array(pdf.body as Buffer), { mergePages: true });
    for (const row of report.body.rows) expect(text.replace(/\s/g, '')).toContain(row.task.replace(/\s/g, ''));
  });

  test('approve, lock, revise with a reason; the submitter cannot approve', async () => {
    const report = (await city.call(publications.draftReport, { body: { period: '2025-Q2' } })).body;
    const step = (who: Caller, id: string, body: { action: 'submit' | 'approve' | 'lock' | 'revise'; note?: string }) =>
      who.call(publications.takeReportStep, { params: { id }, body });
    const refused = await step(city, report.id, { action: 'submit' });
    expect(refused.error.code).toBe('publications.checks-fail');
    expect((await step(city, report.id, { action: 'submit', note: '演示数据未装载' })).body.status).toBe('submitted');
    expect((await step(city, report.id, { action: 'approve' })).error.code).toBe('platform.not-allowed');
    const other = await app.as({ role: 'city', areaCode: '110000000000', name: '处长' });
    expect((await step(other, report.id, { action: 'approve' })).body.status).toBe('approved');
    expect((await step(city, report.id, { action: 'lock' })).body.status).toBe('locked');
    expect((await step(city, report.id, { action: 'revise' })).status).toBe(400);
    const revised = await step(city, report.id, { action: 'revise', note: '床位记录更正' });
    expect(revised.body).toMatchObject({ version: 2, status: 'draft', revisedBecause: '床位记录更正' });
  });
});

test('a file upload is read by its content; an unreadable one answers with a sentence', async () => {
  const bytes = readFileSync(`${SAMPLES}/${sample('西城')}`);
  const west = await app.as({ role: 'district', areaCode: '110102000000' });
  const made = await west.call(policies.uploadDocument, { file: { name: '方案.txt', bytes } });
  expect(made.body).toMatchObject({ draft: true });
  expect(made.body.items.filter(item => item.kind === 'measure')).toHaveLength(23);
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const refused = await west.call(policies.uploadDocument, { file: { name: '图.txt', bytes: picture } });
  expect(refused.error).toMatchObject({ code: 'policies.unreadable' });
  expect(refused.error.message).toContain('图片');
});
