import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyForBenefit } from '#contracts/benefits/endpoints.ts';
import * as consents from '#contracts/consents.ts';
import * as cards from '#contracts/elders/cards.ts';
import * as corrections from '#contracts/elders/correction-lifecycle.ts';
import { proposeCorrection } from '#contracts/elders/corrections.ts';
import * as facts from '#contracts/elders/facts.ts';
import { LOOK_STATUSES } from '#contracts/elders/outside.ts';
import { readTimeline } from '#contracts/elders/record.ts';
import { listMessages } from '#contracts/messages.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { addRow } from '../../../../tests/support/fill-tables.ts';

const HERE = '110115003001';
let app: TestApp;
let worker: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
});
afterAll(() => app.stop());

test('a card is sealed, one of a kind in use, lost and found again, ended for a new one', async () => {
  const { elderId } = await buildElder(app.database, { name: '桂月英' });
  const params = { id: elderId };
  const body = { kind: 'elder-disabled', number: '9900112233445566', validTo: '2025-06-19' } as const;
  const { id } = (await worker.call(cards.recordCard, { params, body })).body;
  expect((await worker.call(cards.recordCard, { params, body })).error.message).toContain('已有一张养老助残卡在用');
  const family = await app.as({ role: 'family', areaCode: HERE, elderId });
  const { rows } = (await family.call(cards.listCards, { params })).body;
  expect(rows).toMatchObject([{ numberMasked: '****5566', status: 'in-use', expired: true }]);
  const kept = JSON.stringify((await app.database.admin.query('select to_jsonb(c) from elder_cards c')).rows);
  expect(kept).not.toContain(body.number);
  const step = (action: 'report-lost' | 'find-card' | 'end-card') =>
    worker.call(cards.stepCard, { params: { id: elderId, cardId: id }, body: { action } });
  expect((await step('find-card')).error.code).toBe('platform.wrong-state');
  expect((await step('report-lost')).body.status).toBe('lost');
  expect((await step('end-card')).body.status).toBe('ended');
  expect((await worker.call(cards.recordCard, { params, body })).status).toBe(200);
  const timeline = (await worker.call(readTimeline, { params, query: {} })).body.rows;
  expect(timeline.map(row => row.label)).toEqual(expect.arrayContaining(['登记卡证', '登记挂失', '登记停用']));
  const stranger = await app.as({ role: 'community', areaCode: '110102001004' });
  expect((await stranger.call(cards.listCards, { params })).status).toBe(404);
});

test('代办: what family and staff do in the elder’s place says so in the file and reaches the elder; the elder’s own does not', async () => {
  const { elderId } = await buildElder(app.database, { name: '梅素芳', bornOn: '1938-03-12' });
  const elder = await app.as({ role: 'elder', areaCode: HERE, elderId, name: '梅素芳' });
  const family = await app.as({ role: 'family', areaCode: HERE, elderId, name: '梅丽' });
  const why = { reason: '道路名登记错了', evidence: '房产证' };
  const ask = (who: Caller, changes: object) =>
    who.call(proposeCorrection, { params: { id: elderId }, body: { version: 1, changes, ...why } });
  await ask(family, { road: '兴华路' });
  await ask(elder, { compound: '康乐里' });
  const asked = await worker.call(applyForBenefit, { body: { elderId, scheme: 'advancedAge' } });
  expect(asked.status).toBe(200);
  const told = (await elder.call(listMessages, { query: {} })).body.rows.map(row => row.text);
  const inbox = told.filter(text => text.includes('替您办了'));
  expect(inbox).toHaveLength(2);
  expect(inbox.join()).toContain('家属梅丽替您办了：提出更正道路');
  expect(inbox.join()).toMatch(/社区（村）工作者赵敏替您办了：申请/);
  const timeline = (await worker.call(readTimeline, { params: { id: elderId }, query: {} })).body.rows;
  const helped = timeline.filter(row => row.helped).map(row => row.actor);
  expect(helped.sort()).toEqual(['梅丽', '赵敏']);
});

test('one timeline: visits, the doctor’s contacts and money that came stand among the steps, page by page', async () => {
  const { elderId } = await buildElder(app.database, { name: '兰桂枝' });
  const { admin } = app.database;
  for (const table of ['visits', 'doctor_contacts', 'payment_transfers'])
    await addRow(admin, table, { elderId, areaCode: HERE });
  await admin.query(
    "update payment_transfers set status = 'paid', answered_at = '2025-03-01T02:00:00Z', amount_fen = 10050",
  );
  await admin.query("update visits set visited_at = '2025-01-03T02:00:00Z' where elder_id = $1", [elderId]);
  const body = { kind: 'preference', number: '990011' } as const;
  await worker.call(cards.recordCard, { params: { id: elderId }, body });
  const params = { id: elderId };
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = (await worker.call(readTimeline, { params, query: { limit: 1, ...(cursor && { cursor }) } })).body;
    seen.push(...page.rows.map(row => row.label));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(['登记卡证', '补贴到账100.50元', '上门探访，平安', '家庭医生上门随访', '登记入册']);
});

test('the words of the contracts stand in the CHECK constraints', async () => {
  const wanted = {
    elder_cards_kind_check: cards.CARD_KINDS,
    elder_cards_status_check: cards.CARD_STATUSES,
    elder_corrections_status_check: corrections.CORRECTION_STATUSES,
    elder_corrections_source_kind_check: corrections.CORRECTION_SOURCES,
    elder_source_trusts_source_kind_check: corrections.FEED_SOURCES,
    elder_field_sources_source_check: facts.FACT_SOURCES,
    elder_field_sources_confidence_check: facts.FACT_CONFIDENCES,
    elder_outside_looks_status_check: LOOK_STATUSES,
    consents_purpose_check: consents.CONSENT_PURPOSES,
    consents_decision_check: consents.CONSENT_DECISIONS,
    consents_by_kind_check: consents.CONSENT_BY_KINDS,
  };
  for (const [name, words] of Object.entries(wanted)) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    const found = [...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1]);
    expect(found, name).toEqual([...words]);
  }
});
