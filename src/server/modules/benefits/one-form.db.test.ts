import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/benefits/endpoints.ts';
import * as funerals from '#contracts/benefits/funeral.ts';
import { FUNERAL_STATUSES } from '#contracts/benefits/funeral.ts';
import { readOneForm } from '#contracts/benefits/one-form.ts';
import { listBookEntries } from '#contracts/books.ts';
import { decideConsent, listConsents } from '#contracts/consents.ts';
import { decideUndo, listLifeEvents, undoLifeEvent } from '#contracts/elders/life-events.ts';
import { recordDeath } from '#contracts/elders/record.ts';
import { listLetters } from '#contracts/letters.ts';
import { readMyReceived } from '#contracts/payments/cycles.ts';
import { listPayables, savePayeeAccount } from '#contracts/payments/payables.ts';
import { comparePayments, decideFinding, listFindings, readRecovery } from '#contracts/payments/recoveries.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { payersOf, payMonth } from '../../../../tests/support/paying.ts';

let app: TestApp;
let community: Caller;
let street: Caller;

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '李敏' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
});
afterAll(() => app.stop());

const home = async (given: Parameters<typeof buildElder>[1] = {}) => {
  const { elderId } = await buildElder(app.database, { phone: '13900001234', economicClass: '低保', ...given });
  const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId, name: '王芳' });
  return { elderId, family };
};
const formOf = async (who: Caller, elderId: string, scheme: 'hardship' | 'advancedAge' = 'hardship') =>
  (await who.call(readOneForm, { params: { elderId, scheme } })).body;

describe('一表通', () => {
  it('SYS-040 lists what is known with its source and asks only the rest; what was said is marked as said', async () => {
    const { elderId, family } = await home();
    const form = await formOf(family, elderId);
    expect(form.known.find(each => each.field === 'economicClass')).toMatchObject({
      value: '最低生活保障家庭',
      source: expect.any(String),
    });
    expect(form.known.find(each => each.field === 'identityNumber')?.value).toContain('*');
    expect(form.asked.map(each => each.key)).toEqual(['otherBenefits', 'confirmed']);
    expect(form.later.join('')).toContain('收款账户');
    const answers = { otherBenefits: ['disabled-living-allowance'], disputed: ['living'], confirmed: true as const };
    const made = await family.call(endpoints.applyForBenefit, { body: { elderId, scheme: 'hardship', answers } });
    expect(made.status).toBe(200);
    const read = (await street.call(endpoints.readApplication, { params: { id: made.body.id } })).body;
    expect(read).toMatchObject({ disputed: ['居住方式'], said: [{ value: '困难残疾人生活补贴' }] });
    const facts = (await street.call(endpoints.explainBenefits, { params: { elderId }, query: {} })).body.own;
    expect(facts).toMatchObject({
      otherBenefits: [{ code: 'disabled-living-allowance' }],
      source: expect.stringContaining('未核对'),
    });
    const again = await formOf(street, elderId);
    expect(again.disabledBecause).toContain('已经申请过');
    expect(again.asked.map(each => each.key)).toEqual(['confirmed']);
  });

  it('asks nothing but the will where nothing else bears on it; an unknown code and a missing will are refused', async () => {
    const { elderId, family } = await home();
    expect((await formOf(family, elderId, 'advancedAge')).asked.map(each => each.key)).toEqual(['confirmed']);
    const post = (answers: unknown) =>
      family.call(endpoints.applyForBenefit, { body: { elderId, scheme: 'hardship', answers } as never });
    expect((await post({ otherBenefits: ['nonsense'], confirmed: true })).status).toBe(400);
    expect((await post({ confirmed: false })).status).toBe(400);
    expect((await formOf(family, elderId)).disabledBecause).toBeNull();
  });

  it('shows a family nothing of a file that the elder keeps from them, and lets them apply all the same', async () => {
    const { elderId, family } = await home();
    const elder = await app.as({ role: 'elder', areaCode: COMMUNITY, elderId });
    const { rows } = (await elder.call(listConsents, { params: { elderId } })).body;
    const { textVersion } = rows.find(each => each.purpose === 'family-view') ?? { textVersion: '' };
    const body = { purpose: 'family-view' as const, decision: 'refused' as const, textVersion };
    expect((await elder.call(decideConsent, { params: { elderId }, body })).status).toBe(200);
    expect((await formOf(family, elderId)).known.map(each => each.field)).not.toContain('economicClass');
    expect((await formOf(elder, elderId)).known.map(each => each.field)).toContain('economicClass');
  });
});

describe('丧葬补贴', () => {
  const die = (elderId: string) =>
    community.call(recordDeath, { params: { id: elderId }, body: { diedOn: '2025-06-10', note: '家属告知' } });
  const offerOf = async (who: Caller, elderId: string) =>
    (await who.call(funerals.listFunerals, { query: { elderId } })).body.rows[0];
  const claim = { claimant: '王芳', relation: '女儿', certificate: '死亡证 2025-061', otherFuneralBenefit: false };

  it('J18 a death is offered to the family once, decided by another, paid once and booked', async () => {
    const { elderId, family } = await home();
    await die(elderId);
    const offer = await offerOf(family, elderId);
    expect(offer).toMatchObject({ status: 'offered', amountFen: 500_000 });
    const params = { id: offer?.id ?? '' };
    const read = (await family.call(funerals.readFuneral, { params })).body;
    expect(read.outcome.missing).toMatchObject([{ field: 'otherFuneralBenefit' }]);
    expect((await family.call(funerals.claimFuneral, { params, body: claim })).body.status).toBe('claimed');
    expect((await family.call(funerals.claimFuneral, { params, body: claim })).status).toBe(409);
    expect((await street.call(funerals.decideFuneral, { params, body: { decision: 'grant' } })).body.status).toBe(
      'granted',
    );
    const finance = await app.as({ role: 'finance', areaCode: '110115000000', name: '孙会计' });
    const money = (await street.call(listPayables, { query: { scheme: 'funeral' } })).body.rows[0]!;
    expect(money).toMatchObject({ payeeName: '王芳', amountFen: 500_000, says: '还没有收款账户；登记后进下一个批次' });
    const account = { holder: '王芳', number: '6217000000006666', bank: '北京银行', source: '持卡到窗口' };
    await street.call(savePayeeAccount, { params: { id: money.id }, body: account });
    const payers = await payersOf(app, '110115000000');
    await payMonth(app, payers, '2025-06');
    expect((await street.call(funerals.readFuneral, { params })).body).toMatchObject({ status: 'paid' });
    const entries = (await finance.call(listBookEntries, { query: { account: 'expense.funeral' } })).body.rows;
    expect(entries).toMatchObject([{ amountFen: 500_000, credit: 'payable' }]);
    const kinds = (await family.call(listLetters, { query: { elderId } })).body.rows.map(each => each.kind);
    expect(kinds.toSorted()).toEqual(['found', 'grant', 'receipt']);
    // Nobody had died: what was paid becomes a doubt at once, and is asked back from who was paid.
    const event = (await street.call(listLifeEvents, { params: { id: elderId }, query: {} })).body.rows[0]!;
    const undo = { params: { id: elderId, eventId: event.id } };
    await community.call(undoLifeEvent, { ...undo, body: { reason: '同名的另一位老人去世' } });
    expect((await street.call(decideUndo, { ...undo, body: { approve: true } })).status).toBe(200);
    expect((await street.call(funerals.readFuneral, { params })).body.status).toBe('lapsed');
    const doubt = (await payers.maker.call(listFindings, { query: { status: 'found' } })).body.rows[0]!;
    expect(doubt).toMatchObject({ rule: 'death-corrected', scheme: 'funeral', amountFen: 500_000 });
    const confirm = { decision: 'confirm' as const, note: '与派出所核对，老人在世' };
    const decided = await payers.maker.call(decideFinding, { params: { id: doubt.id }, body: confirm });
    const owed = { params: { id: decided.body.recoveryId ?? '' } };
    expect((await payers.maker.call(readRecovery, owed)).body).toMatchObject({
      payeeName: '王芳',
      balanceFen: 500_000,
    });
    expect((await family.call(readMyReceived, {})).body.owes).toEqual([]);
    // A later death is a claim of its own.
    await die(elderId);
    expect(await offerOf(family, elderId)).toMatchObject({ status: 'offered', diedOn: '2025-06-10' });
    expect((await offerOf(family, elderId))?.id).not.toBe(offer?.id);
    expect(await payers.maker.call(comparePayments, {})).toMatchObject({ body: { found: 0 } });
  });

  it('refuses where another funeral benefit exists, offers nothing without 户籍, and ends with a corrected death', async () => {
    const { elderId, family } = await home();
    await die(elderId);
    const params = { id: (await offerOf(family, elderId))?.id ?? '' };
    await community.call(funerals.claimFuneral, { params, body: { ...claim, otherFuneralBenefit: true } });
    const granted = await street.call(funerals.decideFuneral, { params, body: { decision: 'grant' } });
    expect(granted.error).toMatchObject({
      code: 'benefits.not-entitled',
      message: expect.stringContaining('不重复发'),
    });
    const refused = await street.call(funerals.decideFuneral, {
      params,
      body: { decision: 'refuse', note: '单位已发' },
    });
    expect(refused.body).toMatchObject({ status: 'refused', note: '单位已发' });
    const guest = await home({ hukouAreaCode: '130602001001' });
    await die(guest.elderId);
    expect(await offerOf(street, guest.elderId)).toBeUndefined();
  });
});

it('keeps the words of the contract and of the CHECK constraint the same', async () => {
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'funeral_claims_status_check'",
  );
  expect([...(rows[0]?.text ?? '').matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual([...FUNERAL_STATUSES]);
});
