import { unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as benefits from '#contracts/benefits/endpoints.ts';
import * as endpoints from '#contracts/letters.ts';
import { LETTER_KINDS, TELLING_STATUSES } from '#contracts/letters.ts';
import { listMessages } from '#contracts/messages.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { addElder, type TestElder } from '../../../../tests/support/elders.ts';

const STREET = '110115003000';
const COMMUNITY = '110115003003';
/** A rare character beyond the basic plane and the dot of a name from Xinjiang. */
const RARE = '阿依古丽·𬭎玥';

let app: TestApp;
let community: Caller;
let street: Caller;

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '李敏' });
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
});
afterAll(() => app.stop());

const elder = (given: Partial<TestElder> = {}) =>
  addElder(app.database.admin, { areaCode: COMMUNITY, bornOn: '1940-03-05', ...given });
const apply = (who: Caller, elderId: string) =>
  who.call(benefits.applyForBenefit, { body: { elderId, scheme: 'advancedAge' } });
const lettersOf = async (who: Caller, elderId: string) =>
  (await who.call(endpoints.listLetters, { query: { elderId } })).body.rows;

describe('文书', () => {
  it('SYS-030 a family applies: 受理单, 准予决定书, each told by message and kept as issued', async () => {
    const elderId = await elder({ name: RARE });
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId, name: '阿力木' });
    const id = (await apply(family, elderId)).body.id;
    const [receipt] = await lettersOf(family, elderId);
    expect(receipt).toMatchObject({
      kind: 'receipt',
      number: expect.stringMatching(/^清源街道待受〔2025〕\d+号$/),
      issuedBy: '大兴区清源街道办事处',
      told: '已发消息给1个账号',
    });
    const read = (await family.call(endpoints.readLetter, { params: { id: receipt?.id ?? '' } })).body;
    expect(read).toMatchObject({
      intact: true,
      paper: { to: RARE, remedies: [] },
      reissueDisabledBecause: expect.any(String),
    });
    expect(read.paper.facts).toContainEqual({ label: '应办结日期', value: expect.stringMatching(/^2025年6月\d+日$/) });

    await street.call(benefits.decideApplication, { params: { id }, body: { decision: 'grant' } });
    const granted = (await lettersOf(family, elderId)).find(each => each.kind === 'grant');
    const paper = (await family.call(endpoints.readLetter, { params: { id: granted?.id ?? '' } })).body.paper;
    expect(paper.facts).toContainEqual({ label: '标准', value: '每月100元' });
    expect(paper.paragraphs.join('')).toContain('京民养老发〔2019〕160号');
    expect(paper.remedies).toMatchObject([{ confidence: 'memory' }]);
    const inbox = (await family.call(listMessages, { query: {} })).body.rows.map(row => row.text).join();
    expect(inbox).toMatch(/出具了受理单/);
    expect(inbox).toMatch(/出具了准予决定书/);
  });

  it('refuses with reasons and clause; the file keeps a rare character; the office alone issues a new version', async () => {
    const elderId = await elder({ name: RARE, bornOn: '1955-03-05' });
    const { id } = (await apply(community, elderId)).body;
    const note = '未满八十周岁';
    await street.call(benefits.decideApplication, { params: { id }, body: { decision: 'refuse', note } });
    const refused = (await lettersOf(street, elderId)).find(each => each.kind === 'refuse');
    const params = { id: refused?.id ?? '' };
    const read = (await street.call(endpoints.readLetter, { params })).body;
    expect(read.paper.paragraphs.join('')).toContain(note);

    const file = await street.call(endpoints.letterFile, { params });
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(file.body as Buffer))['word/document.xml']);
    expect(xml).toContain(RARE);
    expect(xml).toContain('凭经验，待核对');
    const pdf = (await street.call(endpoints.letterFile, { params, query: { format: 'pdf' } })).body as Buffer;
    const words = (text: string) => text.replace(/\s/g, '');
    const page = words((await extractText(new Uint8Array(pdf), { mergePages: true })).text);
    expect(page).toContain(words([...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(found => found[1]).join('')));
    const batch = await street.call(endpoints.printLetters, { query: { elderId } });
    const { text: pages } = await extractText(new Uint8Array(batch.body as unknown as Buffer), { mergePages: false });
    expect(pages.map(words).at(-1)).toBe(page);
    expect(pages).toHaveLength((await lettersOf(street, elderId)).length);
    const none = await street.call(endpoints.printLetters, { query: { elderId, from: '2099-01-01' } });
    expect(none.error.message).toBe('没有要打印的文书');

    const body = { reason: '理由写得不清楚' };
    expect(
      (
        await (
          await app.as({ role: 'street', areaCode: '110102001000' })
        ).call(endpoints.reissueLetter, { params, body })
      ).status,
    ).toBe(404);
    expect(
      (
        await (
          await app.as({ role: 'district', areaCode: '110115000000' })
        ).call(endpoints.reissueLetter, { params, body })
      ).status,
    ).toBe(403);
    const second = (await street.call(endpoints.reissueLetter, { params, body })).body;
    expect(second).toMatchObject({ version: 2, reason: body.reason, number: `${refused?.number}（第2版）` });
    expect((await street.call(endpoints.reissueLetter, { params, body })).error.code).toBe('letters.replaced');
    expect((await street.call(endpoints.readLetter, { params })).body).toMatchObject({ intact: true, replaced: true });
  });

  it('numbers an office and year without gaps, also when two windows issue at once', async () => {
    const people = await Promise.all([elder(), elder(), elder()]);
    await Promise.all(people.map(id => apply(community, id)));
    const { rows } = await app.database.admin.query<{ serial: number }>(
      "select serial from letters where issuer_code = $1 and series = '待受' order by serial",
      [STREET],
    );
    expect(rows.map(row => row.serial)).toEqual(rows.map((_, at) => at + 1));
  });

  it('nothing of an issued letter can be changed by the product', async () => {
    for (const role of ['yinian_area', 'yinian_family', 'yinian_batch']) {
      const { rows } = await app.database.admin.query<{ may: boolean }>(
        "select has_column_privilege($1, 'letters', 'paper', 'update') or has_table_privilege($1, 'letters', 'delete') as may",
        [role],
      );
      expect([role, rows[0]?.may]).toEqual([role, false]);
    }
  });
});

describe('电话告知', () => {
  it('a person without an account stands once on the call list, with every letter; calls are kept', async () => {
    const elderId = await elder();
    await app.database.admin.query(
      `insert into elder_sealed (elder_id, area_code, name, sealed, identity_index, identity_last4_index, phone_index)
       select elder_id, area_code, name, '\\x00', '\\x02', '\\x02', '\\x01' from elders where elder_id = $1`,
      [elderId],
    );
    const { id } = (await apply(community, elderId)).body;
    await street.call(benefits.decideApplication, { params: { id }, body: { decision: 'grant' } });
    const mine = async () =>
      (await community.call(endpoints.listTellings, { query: {} })).body.rows.filter(each => each.elderId === elderId);
    const [first] = await mine();
    expect(first?.letters.map(each => each.kind)).toEqual(['receipt', 'grant']);
    const params = { id: first?.id ?? '' };
    const say = (outcome: 'tell' | 'miss' | 'visit', note?: string) =>
      community.call(endpoints.recordTelling, { params, body: { outcome, ...(note && { note }) } });
    expect((await say('miss')).body).toMatchObject({ status: 'waiting', dueOn: expect.any(String) });
    expect((await say('visit', '两次没人接')).body).toMatchObject({ status: 'visiting', dueOn: expect.any(String) });
    expect((await say('tell')).error.code).toBe('letters.needs-note');
    const told = (await say('tell', '当面念给本人听了')).body;
    expect(told).toMatchObject({ status: 'told', dueOn: null });
    expect(told.steps[0]).toMatchObject({ label: '已告知', note: '当面念给本人听了' });
    const elsewhere = await app.as({ role: 'community', areaCode: '110102001001' });
    expect((await elsewhere.call(endpoints.listTellings, { query: {} })).body.rows).toEqual([]);
    expect(await lettersOf(elsewhere, elderId)).toEqual([]);
  });
});

it('keeps the words of the contract and of the CHECK constraints the same', async () => {
  const { rows } = await app.database.admin.query<{ conname: string; text: string }>(
    "select conname, pg_get_constraintdef(oid) as text from pg_constraint where conname in ('letters_kind_check', 'letter_tellings_status_check')",
  );
  const wanted: Record<string, readonly string[]> = {
    letters_kind_check: LETTER_KINDS,
    letter_tellings_status_check: TELLING_STATUSES,
  };
  for (const { conname, text } of rows)
    expect([conname, [...text.matchAll(/'([a-z-]+)'/g)].map(match => match[1])]).toEqual([conname, wanted[conname]]);
  expect(rows).toHaveLength(2);
});
