import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ElderEntitlements, OFFERED_SCHEMES } from '#contracts/benefits/catalogue.ts';
import * as endpoints from '#contracts/benefits/endpoints.ts';
import * as schemes from '#contracts/benefits/scheme-endpoints.ts';
import * as settings from '#contracts/benefits/setting-proposals.ts';
import { applyForBed } from '#contracts/home-care-beds.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { loadKeys } from '#platform/secrets/keys.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { addElder, type TestElder } from '../../../../tests/support/elders.ts';
import { runFinding } from './find-entitlements.ts';

const STREET = '110115001000';
const COMMUNITY = '110115001001';
const DISTRICT = '110115000000';

let app: TestApp;
let community: Caller;
let district: Caller;

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
  district = await app.as({ role: 'district', areaCode: DISTRICT });
});
afterAll(() => app.stop());

const elder = (given: Partial<TestElder> = {}) => addElder(app.database.admin, { areaCode: COMMUNITY, ...given });
const set = (elderId: string, columns: string) =>
  app.database.admin.query(`update elders set ${columns} where elder_id = $1`, [elderId]);
const rowOf = (answer: ElderEntitlements, scheme: string) => {
  const row = answer.rows.find(each => each.outcome.scheme === scheme);
  if (!row) throw new Error(scheme);
  return row;
};
const read = async (who: Caller, elderId: string) =>
  (await who.call(schemes.readEntitlements, { params: { elderId }, query: {} })).body;
const find = async (elderId: string) =>
  (await community.call(schemes.findEntitlements, { params: { elderId }, body: {} })).body;
const answer = (who: Caller, id: string, body: { answer: 'notify' | 'claim' | 'decline' | 'arrange'; note?: string }) =>
  who.call(endpoints.answerOffer, { params: { id }, body });
const duties = async (elderId: string) =>
  (
    await app.database.admin.query<{ title: string; path: string }>(
      'select title, path from due_items where elder_id = $1 and closed_at is null order by title',
      [elderId],
    )
  ).rows;

/** Wang of J01: 87, living alone, 重度失能 by a standing assessment. */
async function wang(): Promise<string> {
  const id = await elder({ bornOn: '1938-03-02' });
  await set(id, "ability_level = 3, ability_valid_to = '2026-03-01'");
  return id;
}

describe('一位老人该享受什么', () => {
  it('S2-3.2 lists bed, station, meal, doctor and one-press call with reason and version, and offers them once', async () => {
    const id = await wang();
    const before = await read(community, id);
    expect(before).toMatchObject({ on: '2025-06-20', districtName: '大兴区', checked: { publishedUpTo: '2025-12' } });
    expect(rowOf(before, 'homeCareBed')).toMatchObject({ offer: null, drawn: null, outcome: { state: 'yes' } });
    for (const row of before.rows) {
      const grounds = [...row.outcome.lines, ...row.outcome.refusals];
      for (const said of grounds) expect(said.documentNumber.length, said.sentence).toBeGreaterThan(3);
      expect(grounds.length + row.outcome.missing.length, row.outcome.scheme).toBeGreaterThan(0);
    }
    const found = await find(id);
    const offered = found.rows.filter(row => row.offer).map(row => row.outcome.scheme);
    expect(offered).toEqual(['homeCareBed', 'basicService', 'meal', 'familyDoctor', 'onePressCall']);
    expect(rowOf(found, 'homeCareBed').outcome.version).toMatch(/87号，2019年10月1日起/);
    // However much was found, one row of 今天要办 a person; a second look finds nothing twice.
    expect(await duties(id)).toEqual([
      {
        title: expect.stringMatching(/可以享受家庭养老床位、基本养老服务对象签约等5项$/),
        path: `/desk/benefits/elders/${id}`,
      },
    ]);
    const again = await find(id);
    expect(again.rows.map(row => row.offer?.id ?? null)).toEqual(found.rows.map(row => row.offer?.id ?? null));
  });

  it('the daughter confirms one and declines another; the community arranges; nobody is enrolled silently', async () => {
    const id = await wang();
    const found = await find(id);
    const daughter = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: id });
    const mine = (await daughter.call(schemes.readMyEntitlements, { query: {} })).body;
    const [bed, meal] = [rowOf(mine, 'homeCareBed').offer, rowOf(mine, 'meal').offer];
    expect(bed?.nextActions.filter(each => each.allowed).map(each => each.action)).toEqual(['claim', 'decline']);
    expect((await answer(daughter, bed?.id ?? '', { answer: 'claim' })).body.status).toBe('claimed');
    expect((await answer(daughter, meal?.id ?? '', { answer: 'decline' })).error.code).toBe('benefits.needs-note');
    await answer(daughter, meal?.id ?? '', { answer: 'decline', note: '女儿做饭' });
    expect((await answer(daughter, bed?.id ?? '', { answer: 'arrange' })).error.code).toBe('platform.wrong-state');
    expect((await duties(id)).map(each => each.path).toSorted()).toEqual([
      expect.stringContaining(`/desk/beds/new?elderId=${id}`),
      `/desk/benefits/elders/${id}`,
    ]);
    const { rows } = await app.database.admin.query('select 1 from home_care_beds where elder_id = $1', [id]);
    expect(rows).toHaveLength(0);
    // The bed is applied for in its own place; the next look sees it and the offer is done.
    await community.call(applyForBed, { body: { elderId: id, wish: null } });
    const after = await find(id);
    expect(rowOf(after, 'homeCareBed')).toMatchObject({ drawn: '已在享受', offer: { status: 'arranged' } });
    expect(rowOf(after, 'meal').offer?.status).toBe('declined');
    expect(rowOf(found, 'onePressCall').offer?.status).toBe('found');
    const call = rowOf(after, 'onePressCall').offer?.id ?? '';
    await answer(community, call, { answer: 'notify' });
    await answer(community, call, { answer: 'claim' });
    expect((await answer(community, call, { answer: 'arrange' })).body.status).toBe('arranged');
    expect(rowOf(await read(community, id), 'onePressCall')).toMatchObject({
      drawn: '已办好',
      outcome: { state: 'no' },
    });
  });

  it('says what is missing, does not use an expired assessment, and lists only the funeral after a death', async () => {
    const id = await wang();
    const poor = rowOf(await read(community, id), 'minimumLiving');
    expect(poor.outcome).toMatchObject({
      state: 'incomplete',
      missing: [{ field: 'members' }, { field: 'propertyWithinRule' }],
    });
    await find(id);
    await set(id, "ability_valid_to = '2025-06-10', living = '住养老机构'");
    const moved = await find(id);
    expect(moved.notes[0]).toContain('2025年6月10日过期');
    expect(moved.rows.filter(row => row.offer?.status === 'found').map(row => row.outcome.scheme)).toEqual([
      'familyDoctor',
    ]);
    await set(id, "died_on = '2025-06-01', status = 'deceased'");
    expect((await find(id)).rows.some(row => row.offer?.status === 'found')).toBe(false);
    expect(await duties(id)).toEqual([]);
    const rows = (await read(community, id)).rows.map(row => row.outcome);
    expect(rows).toMatchObject([
      { scheme: 'funeral', state: 'incomplete', missing: [{ field: 'otherFuneralBenefit' }] },
    ]);
  });

  it('stays inside the area and the family', async () => {
    const id = await wang();
    const elsewhere = await app.as({ role: 'community', areaCode: '110102001001' });
    const other = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: await elder() });
    const asked = { params: { elderId: id }, query: {} };
    expect((await elsewhere.call(schemes.readEntitlements, asked)).error.code).toBe('benefits.elder-not-here');
    expect((await other.call(schemes.readEntitlements, asked)).error.code).toBe('benefits.elder-not-here');
  });

  it('goes over an area page by page, and a second run finds nothing new', async () => {
    const id = await wang();
    const street = await app.as({ role: 'street', areaCode: STREET });
    const { body } = await street.call(schemes.startFinding, { body: {} });
    expect(body.runId).toBeTruthy();
    const config = testConfig();
    const keys = loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
    const tools = { ...jobTools(app.database.pool, keys), progress: async () => true };
    await runFinding(tools, { areaCode: STREET });
    const count = async () =>
      (await app.database.admin.query('select count(*)::int as n from benefit_offers')).rows[0].n as number;
    const once = await count();
    expect((await read(community, id)).rows.filter(row => row.offer)).toHaveLength(5);
    await runFinding(tools, { areaCode: STREET });
    expect(await count()).toBe(once);
  });
});

describe('待遇一览', () => {
  it('lists every scheme with its values on a day, documents and confidence, without a login', async () => {
    const ask = async (query: object) => (await app.visitor.call(schemes.listSchemes, { query })).body;
    const all = await ask({ on: '2025-06-30' });
    expect(all.rows).toHaveLength(28);
    expect(all.checked.unread[0]).toMatchObject({ effective: '2026-07-01' });
    expect((await ask({ q: '丧葬补贴 死亡证明' })).rows.map(row => row.key)).toEqual(['funeral']);
    expect((await ask({ kind: 'facility-month' })).rows.map(row => row.key)).toContain('station');
    const standard = async (on: string) => (await ask({ on, q: '最低生活保障' })).rows[0]?.values[0];
    expect(await standard('2024-06-30')).toMatchObject({ words: ['1,395元/人·月'], confidence: 'found' });
    expect(await standard('2024-07-01')).toMatchObject({ words: ['1,450元/人·月'], confidence: 'found' });
    expect(await standard('2025-07-01')).toMatchObject({ words: ['1,450元/人·月'], confidence: 'uncertain' });
    for (const { key } of all.rows) {
      const one = (await app.visitor.call(schemes.readScheme, { params: { key }, query: {} })).body;
      expect(one.parameters.length, key).toBeGreaterThan(0);
      if (one.isCalculated) expect(one.examples.length, key).toBeGreaterThan(2);
    }
    expect((await app.visitor.call(schemes.readScheme, { params: { key: 'nothing' }, query: {} })).status).toBe(404);
  });

  it('computes one scheme for facts typed in, and names the field that is wrong', async () => {
    const ask = (key: string, facts: Record<string, unknown>) =>
      app.visitor.call(schemes.evaluateScheme, { params: { key }, body: { facts, on: '2025-06-30' } });
    expect((await ask('temporaryRelief', { economicClass: '低保', spentFen: 4_000_000 })).body).toMatchObject({
      state: 'yes',
      amountFen: 1_700_000,
    });
    const wrong = await ask('station', { signed: -1 });
    expect(wrong.error).toMatchObject({
      code: 'platform.invalid-input',
      fields: { signed: expect.stringContaining('不能小于 0') },
    });
  });

  it('lets a district set what is left to it, from a day on, by a document, for itself only', async () => {
    const put = (who: Caller, key: string, body: object) =>
      who.call(settings.proposeSchemeValue, { params: { key }, body: body as never });
    const decide = (who: Caller, id: string, body: { action: 'confirm' | 'refuse' | 'withdraw'; note?: string }) =>
      who.call(settings.decideSettingProposal, { params: { id }, body });
    const springOf = async () => {
      const query = { district: DISTRICT, on: '2025-06-01' };
      const { body } = await app.visitor.call(schemes.readScheme, { params: { key: 'festivalVisit' }, query });
      return body.parameters.find(each => each.key === 'springFen');
    };
    const second = await app.as({ role: 'district', areaCode: DISTRICT, name: '许处长' });
    const given = { parameter: 'springFen', value: 50_000, from: '2025-01-01', documentNumber: '区里的文件' };
    const made = await put(district, 'festivalVisit', given);
    expect(made.body).toMatchObject({ status: 'proposed', words: '500元/人·次', now: null });
    expect((await put(second, 'festivalVisit', given)).error.code).toBe('benefits.setting-open');
    expect((await springOf())?.current?.districtName ?? null).toBeNull();
    expect((await decide(district, made.body.id, { action: 'confirm' })).error.code).toBe(
      'benefits.setting-same-person',
    );
    expect((await decide(second, made.body.id, { action: 'withdraw' })).status).toBe(409);
    expect((await decide(second, made.body.id, { action: 'refuse' })).error.fields?.note).toContain('为什么');
    await decide(second, made.body.id, { action: 'refuse', note: '文件还没有印发' });
    const again = await put(district, 'festivalVisit', given);
    const { rows: owed } = await app.database.admin.query(
      "select for_role, title from due_items where subject_kind = 'benefit-setting' and closed_at is null",
    );
    expect(owed).toEqual([{ for_role: 'district', title: expect.stringContaining('春节') }]);
    const elsewhereDistrict = await app.as({ role: 'district', areaCode: '110102000000' });
    expect((await decide(elsewhereDistrict, again.body.id, { action: 'confirm' })).status).toBe(404);
    expect((await decide(second, again.body.id, { action: 'confirm' })).body).toMatchObject({
      status: 'confirmed',
      decidedBy: '许处长',
    });
    expect((await decide(second, again.body.id, { action: 'confirm' })).status).toBe(409);
    expect((await springOf())?.current).toMatchObject({
      ...{ words: ['500元/人·次'], confidence: 'found', districtName: '大兴区' },
      note: expect.stringContaining('提出，许处长核准'),
    });
    const { rows: kept } = (await second.call(settings.listSettingProposals, { query: {} })).body;
    expect(kept.map(each => [each.status, each.note])).toEqual([
      ['confirmed', null],
      ['refused', '文件还没有印发'],
    ]);
    expect((await put(district, 'funeral', { ...given, parameter: 'amountFen' })).error.code).toBe(
      'benefits.not-the-districts',
    );
    const lower = { ...given, parameter: 'dinerFen', value: 400 };
    expect((await put(district, 'meal', lower)).error.message).toContain('不能降低');
    const old = await elder({ bornOn: '1930-01-01' });
    const outcome = rowOf(await read(community, old), 'festivalVisit').outcome;
    expect(outcome.lines[0]).toMatchObject({ amountFen: 50_000, setBy: DISTRICT, documentNumber: '区里的文件' });
    expect(outcome.state).toBe('undetermined');
    const facts = { bornOn: '1930-01-01', festival: 'spring' };
    const body = { facts, on: '2025-06-01', district: '110102000000' };
    const elsewhere = await app.visitor.call(schemes.evaluateScheme, { params: { key: 'festivalVisit' }, body });
    expect(elsewhere.body.state).toBe('undetermined');
  });

  it('answers the nameless form with everything that makes sense there', async () => {
    const asked = { bornOn: '1934-01-01', hukouInBeijing: true, economicClass: '低保', living: '独居' } as const;
    const { body } = await app.visitor.call(endpoints.askBenefits, { body: asked });
    const states = Object.fromEntries(body.others.map(each => [each.scheme, each.state]));
    expect(states).toMatchObject({ meal: 'yes', seniorCard: 'yes', onePressCall: 'yes', institutionResidence: 'no' });
    expect(body.checked.publishedUpTo).toBe('2025-12');
  });
});

it('keeps the offered schemes of the contract and of the CHECK constraint the same', async () => {
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'benefit_offers_scheme_check'",
  );
  expect([...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1])).toEqual([...OFFERED_SCHEMES]);
});
