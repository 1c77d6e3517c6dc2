import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBookEntries } from '#contracts/books.ts';
import { recordDeath } from '#contracts/elders/record.ts';
import { ADAPTATION_STATUSES, PRODUCT_CLASSES } from '#contracts/home-adaptation-lifecycle.ts';
import { addAdaptationProduct } from '#contracts/home-adaptation-products.ts';
import type { AdaptationStep } from '#contracts/home-adaptations.ts';
import * as endpoints from '#contracts/home-adaptations.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { setDistrictValue } from '../../../../tests/support/district-values.ts';
import { pngOf } from '../../../../tests/support/pictures.ts';
import { buildFirm, type Firm } from '../../../../tests/support/supply.ts';

const DISTRICT = `${COMMUNITY.slice(0, 6)}000000`;
const ASSESSOR = newId();

let app: TestApp;
let firm: Firm;
const who: Record<string, Caller> = {};
const products: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp();
  firm = await buildFirm(app.database);
  for (const role of ['district', 'finance'] as const) who[role] = await app.as({ role, areaCode: DISTRICT });
  who.community = await app.as({ role: 'community', areaCode: COMMUNITY });
  who.provider = await app.as({ role: 'provider', areaCode: DISTRICT, organisationId: firm.providerId });
  who.assessor = await app.as({ role: 'assessor', areaCode: DISTRICT, accountId: ASSESSOR, name: '秦评估' });
  who.stranger = await app.as({ role: 'assessor', areaCode: DISTRICT, name: '别的评估员' });
  for (const [name, of, yuan, payment] of [
    ['防滑地砖', 'floor', 4000, 'government'],
    ['防滑垫', 'floor', 200, 'government'],
    ['L形扶手', 'bathroom', 500, 'government'],
    ['坐便器', 'bathroom', 1000, 'self'],
    ['感应夜灯', 'light', 100, 'government'],
  ] as const) {
    const body = { class: of, name, unit: '件', priceFen: yuan * 100, payment, basis: '区采购合同' };
    const made = await who.district!.call(addAdaptationProduct, { body });
    products[name] = made.body.id;
  }
});
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const step = (by: string, id: string, body: AdaptationStep) =>
  who[by]!.call(endpoints.stepAdaptation, { ...at(id), body });
async function must(by: string, id: string, body: AdaptationStep) {
  const answer = await step(by, id, body);
  expect(answer.error.message ?? answer.status, body.action).toBe(200);
  return answer.body;
}
async function photo(by: string, id: string): Promise<string> {
  const file = { name: '照片.png', bytes: pngOf(800, 600) };
  const made = await who[by]!.call(endpoints.addAdaptationPhoto, { ...at(id), file });
  expect(made.error.message ?? made.status).toBe(200);
  return made.body.id;
}

async function applied(given: Parameters<typeof buildElder>[1] = {}) {
  const elder = await buildElder(app.database, { economicClass: '低收入', door: '3号楼2单元501', ...given });
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId: elder.elderId, name: '李敏' });
  const made = await family.call(endpoints.applyForAdaptation, { body: { elderId: elder.elderId, wish: '卫生间滑' } });
  expect(made.error.message ?? made.status).toBe(200);
  who.family = family;
  return { elder, id: made.body.id };
}

const ANSWERS = { items: {}, floorSlippery: true, noGrabBars: true, needs: '怕在卫生间滑倒', aids: '扶手' };
const items = (...names: string[]) => names.map(name => ({ productId: products[name] ?? '', quantity: 1 }));

async function planned(given: Parameters<typeof buildElder>[1] = {}) {
  const made = await applied(given);
  await must('district', made.id, { action: 'check', note: '低收入家庭，在本区补贴范围' });
  await must('district', made.id, { action: 'assign', assessorId: ASSESSOR });
  await must('assessor', made.id, { action: 'assess', answers: ANSWERS });
  const plan = items('防滑地砖', 'L形扶手', '坐便器');
  await must('assessor', made.id, { action: 'plan', items: plan, note: null });
  return made;
}

describe('居家适老化改造', () => {
  test('S3-33.2 applied to settled: known facts, independent assessment, two products a class, photos, books', async () => {
    const setting = { parameter: 'sharePercent', from: '2025-06-01', value: 50, documentNumber: '区发〔2025〕1号' };
    await setDistrictValue(app, 'homeAdaptation', setting);
    await setDistrictValue(app, 'homeAdaptation', { ...setting, parameter: 'capFen', value: 200_000 });
    const { elder, id } = await applied();
    const twice = await who.community!.call(endpoints.applyForAdaptation, {
      body: { elderId: elder.elderId, wish: null },
    });
    expect(twice.error.message).toContain('已有一件改造在办');
    const begun = (await who.community!.call(endpoints.beginAdaptation, { query: { elderId: elder.elderId } })).body;
    expect(begun.standard).toMatchObject([{ value: '50%' }, { value: '2,000元' }]);
    const first = (await who.district!.call(endpoints.readAdaptation, at(id))).body;
    expect(first.known).toContainEqual({ label: '经济状况', value: '低收入家庭', source: '人员档案' });
    expect((await step('community', id, { action: 'check', note: '低收入' })).error.message).toContain('区级民政');
    await must('district', id, { action: 'check', note: '低收入家庭，在本区补贴范围' });
    expect((await who.assessor!.call(endpoints.readAdaptation, at(id))).status).toBe(404);
    await must('district', id, { action: 'assign', assessorId: ASSESSOR });
    expect((await who.stranger!.call(endpoints.readAdaptation, at(id))).status).toBe(404);
    const seen = (await who.assessor!.call(endpoints.readAdaptation, at(id))).body;
    expect(seen.contact?.door).toBe('3号楼2单元501');
    await photo('assessor', id);
    const assessed = await must('assessor', id, { action: 'assess', answers: ANSWERS });
    expect(assessed.hazards).toEqual(['地面湿滑或有高差', '卫生间、过道没有扶手']);
    const thin = await step('assessor', id, { action: 'plan', items: items('感应夜灯'), note: null });
    expect(thin.error.message).toContain('“照明”目录里不到两种产品');
    const plan = items('防滑地砖', 'L形扶手', '坐便器');
    const done = await must('assessor', id, { action: 'plan', items: plan, note: '先卫生间' });
    expect(done).toMatchObject({ costFen: 550_000, governmentFen: 450_000, selfFen: 100_000, subsidyFen: 200_000 });
    expect(done).toMatchObject({ ownFen: 350_000, estimated: true });
    await must('family', id, { action: 'change', note: '不要坐便器' });
    await must('assessor', id, { action: 'plan', items: items('防滑地砖', 'L形扶手'), note: null });
    await must('family', id, { action: 'agree', providerId: firm.providerId });
    expect((await who.provider!.call(endpoints.readAdaptation, at(id))).body.contact?.phone).toBe(elder.phone);
    const bare = await step('provider', id, { action: 'build', note: '装好了', photos: [] });
    expect(bare.error.code).toBe('home-adaptations.needs-photo');
    await must('provider', id, { action: 'build', note: '两处装好', photos: [await photo('provider', id)] });
    const built = (await who.provider!.call(endpoints.listAdaptationPhotos, at(id))).body.rows;
    const foreign = await step('assessor', id, { action: 'accept', note: '合格', photos: [built[0]!.id] });
    expect(foreign.error.fields).toHaveProperty('photos');
    await must('assessor', id, { action: 'rework', note: '扶手松动' });
    await must('provider', id, { action: 'build', note: '扶手重装', photos: [await photo('provider', id)] });
    await must('assessor', id, { action: 'accept', note: '两处合格', photos: [await photo('assessor', id)] });
    const settled = await must('finance', id, { action: 'settle', voucher: '记-0701' });
    expect(settled).toMatchObject({ status: 'settled', subsidyFen: 200_000, estimated: false, ownFen: 250_000 });
    const { rows } = (await who.finance!.call(listBookEntries, { query: { account: 'expense.homeAdaptation' } })).body;
    expect(rows).toMatchObject([{ amountFen: 200_000, note: '适老化改造补贴，凭证 记-0701' }]);
    expect((await who.assessor!.call(endpoints.readAdaptation, at(id))).body.contact).toBeNull();

    // Once a household: the cap is used up, whoever of it asks again.
    const again = await who.family!.call(endpoints.applyForAdaptation, {
      body: { elderId: elder.elderId, wish: null },
    });
    const next = again.body.id;
    await must('district', next, { action: 'check', note: '低收入家庭' });
    await must('district', next, { action: 'assign', assessorId: ASSESSOR });
    await must('assessor', next, { action: 'assess', answers: ANSWERS });
    const none = await must('assessor', next, { action: 'plan', items: items('防滑垫'), note: null });
    expect(none).toMatchObject({ subsidyFen: 0, ownFen: 20_000 });
    expect(none.lines[0]?.sentence).toContain('达到每户最高');
  });

  test('who assesses does not build; a death ends what is not accepted; nobody else sees it', async () => {
    const { elder, id } = await planned();
    await app.database.admin.query('update home_adaptations set assessor_organisation = $2 where adaptation_id = $1', [
      id,
      firm.name,
    ]);
    const same = await step('family', id, { action: 'agree', providerId: firm.providerId });
    expect(same.error.fields?.providerId).toContain('不能同时施工');
    const elsewhere = await app.as({ role: 'community', areaCode: '110102001004' });
    expect((await elsewhere.call(endpoints.readAdaptation, at(id))).status).toBe(404);
    const body = { diedOn: '2025-06-18', note: '家属告知' };
    await who.community!.call(recordDeath, { ...at(elder.elderId), body });
    const ended = (await who.district!.call(endpoints.readAdaptation, at(id))).body;
    expect(ended).toMatchObject({ status: 'ended', endNote: '老人已去世' });
    const owed = 'select count(*)::int as n from due_items where subject_id = $1 and closed_at is null';
    expect((await app.database.admin.query(owed, [id])).rows[0].n).toBe(0);
  });

  test('statuses and classes of the contract and of the CHECK constraints are the same', async () => {
    for (const [name, values] of [
      ['home_adaptations_status_check', ADAPTATION_STATUSES],
      ['home_adaptation_products_class_check', PRODUCT_CLASSES],
    ] as const) {
      const found = 'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1';
      const { rows } = await app.database.admin.query<{ text: string }>(found, [name]);
      expect([...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1])).toEqual([...values]);
    }
  });
});
