import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contracts/relief-means.ts';
import { MEANS_CONFIDENCES, MEANS_SOURCES } from '#contracts/relief-means.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../../tests/support/builders.ts';

let app: TestApp;
let community: Caller;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000`, name: '陈岚' });
});
afterAll(() => app.stop());

const of = (elderId: string) => ({ params: { elderId } });
const DECLARED = { source: 'declared', asOf: '2025-06-01', confidence: 'declared' } as const;

test('S0-10.4 means of a household: authorised first, each entry with its source, 低保 by the deductions and the children’s duty', async () => {
  const { elderId } = await buildElder(app.database, { name: '柳成', bornOn: '1941-02-02', sex: '男' });
  const add = (fact: contract.MeansFact, source: object = DECLARED) =>
    community.call(contract.addMeans, { ...of(elderId), body: { fact, ...DECLARED, ...source } });
  const pension = { part: 'income', of: '', kind: 'pension', fen: 160_000 } as const;
  expect((await add(pension)).error.code).toBe('relief.no-authorisation');
  const signed = { signedBy: '柳成', signedOn: '2025-06-10' };
  expect((await community.call(contract.authoriseMeans, { ...of(elderId), body: signed })).status).toBe(200);
  await add(pension, { source: 'document', confidence: 'verified' });
  const stranger = await add({ part: 'income', of: '周桂芝', kind: 'pension', fen: 50_000 });
  expect(stranger.error.fields).toHaveProperty(['fact.of']);
  await add({ part: 'member', name: '周桂芝', relation: '配偶', severelyIll: true, severelyDisabled: false });
  const known = (await add({ part: 'spending', kind: 'medical', fen: 3_000_000, detail: '住院' })).body;
  // Of the wife's income nothing is written down: that is not an income of nothing.
  expect(known.outcomes.find(one => one.scheme === 'minimumLiving')).toMatchObject({ state: 'incomplete' });
  await add({ part: 'income', of: '周桂芝', kind: 'other', fen: 0 });
  // The son: (15,000 − 1.5 × 1,450 × 3) × 20 % ÷ 1 = 1,695 a month.
  const child = {
    part: 'child',
    name: '柳强',
    fen: 1_500_000,
    persons: 3,
    parentFamilies: 1,
    onAssistance: false,
  } as const;
  await add(child);
  const judge = { propertyWithinRule: true, singleParent: false, supporterIs60: true };
  const rest = {
    severelyIll: false,
    severelyDisabled: false,
    noSupporter: false,
    note: '核对报告：一处住房，存款两万元',
  };
  const refused = await community.call(contract.judgeMeans, { ...of(elderId), body: { ...judge, ...rest } });
  expect(refused.status).toBe(403);
  const { body } = await street.call(contract.judgeMeans, { ...of(elderId), body: { ...judge, ...rest } });
  expect(body).toMatchObject({ persons: 2, incomeFen: 160_000, spendingFen: 3_000_000, unverified: 4 });
  const minimum = body.outcomes.find(one => one.scheme === 'minimumLiving')!;
  // Counted: 1,600 + 1,695 − 150 % × 1,450 = 1,120; the standard of two less it, and 35 % more for the wife's illness.
  expect(minimum).toMatchObject({ state: 'yes', amountFen: 290_000 - 112_000 + 50_750 });
  expect(minimum.lines.map(line => line.documentNumber.slice(-4))).toEqual(['〕80号', '445号']);
  const states = Object.fromEntries(body.outcomes.map(one => [one.scheme, one.state]));
  expect(states).toMatchObject({ lowIncomeFamily: 'no', destituteSupport: 'no', temporaryRelief: 'yes' });

  // The son is on assistance himself, as it turns out: the entry stays, and counts no more.
  const wrong = body.entries.find(one => one.fact.part === 'child')!;
  const params = { elderId, id: wrong.id };
  const ended = await community.call(contract.endMeans, { params, body: { note: '柳强家在领低保，申报有误' } });
  expect(ended.body.entries.find(one => one.id === wrong.id)?.endedNote).toContain('申报有误');
  const after = (await add({ ...child, onAssistance: true })).body.outcomes.find(one => one.scheme === 'minimumLiving');
  expect(after?.amountFen).toBe(290_000 + 50_750);

  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  expect((await city.call(contract.readMeans, of(elderId))).status).toBe(403);
  const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
  expect((await family.call(contract.readMeans, of(elderId))).status).toBe(403);
  const elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
  expect((await elsewhere.call(contract.readMeans, of(elderId))).status).toBe(404);
  const before = await looks(elderId);
  await street.call(contract.readMeans, of(elderId));
  expect(await looks(elderId)).toBe(before + 1);
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select string_agg(encode(sealed, 'escape'), '') as text from relief_means_entries where elder_id = $1",
    [elderId],
  );
  expect(rows[0]?.text).not.toContain('pension');
});

/** Reads of the person's means in the audit. */
async function looks(elderId: string): Promise<number> {
  const { rows } = await app.database.admin.query<{ n: number }>(
    "select count(*)::int as n from audit_entries where action = 'relief.means' and elder_id = $1 and kind = 'read'",
    [elderId],
  );
  return rows[0]?.n ?? 0;
}

test('words of the contract and of the CHECK constraints are the same', async () => {
  for (const [name, values] of [
    ['relief_means_entries_source_check', MEANS_SOURCES],
    ['relief_means_entries_confidence_check', MEANS_CONFIDENCES],
  ] as const) {
    const found = 'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1';
    const { rows } = await app.database.admin.query<{ text: string }>(found, [name]);
    expect([...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1])).toEqual([...values]);
  }
});
