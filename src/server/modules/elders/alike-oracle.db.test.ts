import { afterAll, beforeAll, expect, test } from 'vitest';
import * as register from '#contracts/elders/register.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { randomOf } from '#shared/random.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElders } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { likenessOf, nameLikeness } from './rules/duplicates.ts';

const HERE = ['110115003001', '110115003002'];
const ELSEWHERE = '110102001004';
let app: TestApp;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '李专干' });
}, 60_000);
afterAll(() => app.stop());

type Person = { name: string; bornOn: string; phone: string | null; areaCode: string; compound: string | null };
const r = randomOf(8, 'alike-oracle');
const pick = <T>(list: readonly T[]): T => list[r.below(list.length)] as T;
/** Names heard alike, written alike and a letter apart; dates exchanged, near, and of other years. */
const anybody = (): Person => ({
  name: pick([
    ...[
      '王秀兰',
      '王秀蘭',
      '王秀岚',
      '王桂兰',
      '汪秀兰',
      '付建国',
      '傅建国',
      '付健国',
      '李芳',
      '李方',
      '欧阳建国',
      '尉迟敏',
    ],
    ...['单玉珍', '单玉真', '阿依古丽·买买提', '阿依古丽·艾力'],
  ]),
  bornOn: pick([
    ...['1940-03-04', '1940-04-03', '1940-03-05', '1940-04-04', '1940-04-05', '1930-03-04', '1950-03-04', '1951-03-04'],
    ...['1940-02-29', '1944-02-29', '1940-02-02'],
  ]),
  phone: r.next() < 0.3 ? `1541234${String(1_000 + r.below(40))}` : null,
  areaCode: pick([...HERE, ELSEWHERE]),
  compound: pick(['清源西里', '兴丰家园', null]),
});

/** Of another surname only the very day is looked at: there both name and date would have to be wrong. */
const lookedAt = (typed: Person, known: Person): boolean =>
  typed.name[0] === known.name[0] ||
  (nameLikeness(typed.name, known.name)?.score ?? 0) >= 40 ||
  known.bornOn === typed.bornOn ||
  known.bornOn === `${typed.bornOn.slice(0, 4)}-${typed.bornOn.slice(8)}-${typed.bornOn.slice(5, 7)}`;

test('who is shown while somebody types is whom a plain comparison with everybody of the area finds', async () => {
  const people = await buildElders(
    app.database,
    Array.from({ length: 500 }, () => anybody()),
  );
  let found = 0;
  for (let i = 0; i < 150; i++) {
    const typed = anybody();
    const told = people.flatMap(known => {
      const samePhone = typed.phone !== null && typed.phone === known.phone;
      if (!HERE.includes(known.areaCode) || !(samePhone || lookedAt(typed, known))) return [];
      const like = likenessOf({ ...typed, hasPhone: typed.phone !== null }, { ...known, samePhone });
      return like ? [{ elderId: known.elderId, score: like.score }] : [];
    });
    const best = told.sort((a, b) => b.score - a.score || (a.elderId < b.elderId ? -1 : 1)).slice(0, 10);
    const { name, bornOn, phone, compound } = typed;
    const body = { name, bornOn, ...(phone && { phone }), ...(compound && { compound }) };
    const shown = (await street.call(register.checkDuplicates, { body })).body.candidates;
    expect(
      shown.map(({ elderId, score }) => ({ elderId, score })),
      JSON.stringify(typed),
    ).toEqual(best);
    found += best.length;
  }
  expect(found).toBeGreaterThan(300);
});
