import { describe, expect, test } from 'vitest';
import { demoNumber } from '../../../../../tests/support/numbers.ts';
import { heardAlike, likenessOf, nameLikeness, writtenAlike } from './duplicates.ts';
import { birthYears, gramsOf, wordsOf } from './grams.ts';
import { maskDoor, readIdentity } from './identity.ts';
import { computeTags, TAG_RULES, type TagFacts } from './tags.ts';

const facts = (given: Partial<TagFacts> = {}): TagFacts => ({
  areaCode: '110115003001',
  bornOn: '1950-05-05',
  living: '与子女同住',
  leftBehind: false,
  abilityLevel: null,
  abilityValidTo: null,
  dementia: false,
  disabilities: [],
  familyPlanningSpecial: false,
  economicClass: 'none',
  ...given,
});
const codes = (given: Partial<TagFacts>, today = '2025-06-20') => computeTags(facts(given), today).map(tag => tag.code);

describe('tags', () => {
  test('80 counts from the birthday itself, also of 29 February', () => {
    expect(codes({ bornOn: '1945-06-21' })).toEqual([]);
    expect(codes({ bornOn: '1945-06-21' }, '2025-06-21')).toEqual(['oldest-old']);
    expect(codes({ bornOn: '1940-02-29' }, '2020-02-28')).toEqual([]);
    expect(codes({ bornOn: '1940-02-29' }, '2020-02-29')).toEqual(['oldest-old']);
  });

  test('高龄独居 takes the place of 独居', () => {
    expect(codes({ living: '独居' })).toEqual(['alone']);
    expect(codes({ living: '独居', bornOn: '1938-03-12' })).toEqual(['oldest-old', 'oldest-old-alone']);
  });

  test('参照执行 holds in 大兴 from 29 September 2025 for the disabled and demented under 80', () => {
    const disabled = { abilityLevel: 1, abilityValidTo: '2026-05-19' };
    expect(codes(disabled, '2025-09-28')).toEqual(['disabled']);
    expect(codes(disabled, '2025-09-29')).toEqual(['assimilated', 'disabled']);
    expect(codes({ dementia: true }, '2025-09-29')).toEqual(['assimilated', 'dementia']);
    expect(codes({ ...disabled, areaCode: '110101001001' }, '2025-09-29')).toEqual(['disabled']);
    expect(codes({ ...disabled, bornOn: '1940-01-01' }, '2025-09-29')).toEqual(['oldest-old', 'disabled']);
  });

  test('a grade whose validity is over makes no tag', () => {
    expect(codes({ abilityLevel: 4, abilityValidTo: '2025-06-20' })).toEqual(['severely-disabled']);
    expect(codes({ abilityLevel: 4, abilityValidTo: '2025-06-19' })).toEqual([]);
    expect(codes({ abilityLevel: 0, abilityValidTo: null })).toEqual([]);
  });

  test('重残 is grade one or two, the worst is named', () => {
    const disabilities = [
      { kind: '听力', grade: 3 },
      { kind: '肢体', grade: 1 },
    ] as const;
    const [tag] = computeTags(facts({ disabilities }), '2025-06-20');
    expect(tag).toMatchObject({ code: 'severe-certificate', value: '肢体一级', reason: '残疾人证：肢体残疾一级' });
    expect(codes({ disabilities: [{ kind: '视力', grade: 3 }] })).toEqual([]);
  });

  test('S1-5.3 every rule gives a reason and a source', () => {
    const everything = facts({
      bornOn: '1930-01-01',
      living: '独居',
      leftBehind: true,
      abilityLevel: 3,
      dementia: true,
      disabilities: [{ kind: '肢体', grade: 1 }],
      familyPlanningSpecial: true,
      economicClass: '低保',
    });
    const tags = [
      ...computeTags(everything, '2025-10-01'),
      ...computeTags({ ...everything, bornOn: '1955-01-01' }, '2025-10-01'),
      ...computeTags({ ...everything, living: '空巢', abilityLevel: 1 }, '2025-10-01'),
    ];
    expect(new Set(tags.map(tag => tag.code))).toEqual(new Set(TAG_RULES.map(rule => rule.code)));
    for (const tag of tags) {
      expect(tag.reason.length).toBeGreaterThan(3);
      expect(tag.source).not.toBe('');
    }
  });
});

describe('search words', () => {
  const grams = gramsOf({
    name: '单秀兰',
    road: '清源路',
    compound: '枣园东里',
    bornOn: '1938-03-12',
    living: '独居',
    leftBehind: false,
    status: 'active',
  });

  test('every way of typing a person meets a gram of the person', () => {
    for (const typed of [
      '单',
      '单秀',
      '秀兰',
      '单秀兰',
      'sxl',
      'SX',
      'shan',
      'shanxiulan',
      '枣园',
      '枣园东里',
      '东里 单秀兰',
    ]) {
      for (const word of wordsOf(typed)) {
        if (word.kind !== 'grams') throw new Error(typed);
        expect(
          word.alternatives.some(all => all.every(gram => grams.includes(gram))),
          typed,
        ).toBe(true);
      }
    }
  });

  test('numbers are told apart by their length', () => {
    expect(wordsOf('002x 0118 15400001234 11990119380312002X').map(word => word.kind)).toEqual([
      'last-four',
      'last-four',
      'phone',
      'identity-number',
    ]);
  });

  test('long names are found by every run of four; the dead stand apart', () => {
    const name = '买买提·艾合买提江';
    const [word] = wordsOf(name);
    const facts = { name, road: null, compound: null, bornOn: '1940-01-01', living: '独居', leftBehind: false };
    const own = gramsOf({ ...facts, status: 'active' });
    expect(word?.kind === 'grams' && word.alternatives[0]?.every(gram => own.includes(gram))).toBe(true);
    expect(gramsOf({ ...facts, status: 'deceased' }).every(gram => gram.startsWith('†'))).toBe(true);
  });

  test('an age range names every year somebody of that age may be born in', () => {
    expect(birthYears({ from: 80, to: 81 }, '2025-06-20')).toEqual(['b:1943', 'b:1944', 'b:1945']);
  });
});

describe('duplicates', () => {
  const typed = { name: '王秀兰', bornOn: '1938-03-12', compound: '清源西里', hasPhone: false };
  const known = { name: '王秀兰', bornOn: '1938-03-12', compound: '清源西里', samePhone: false };

  test('names agree when equal, in other characters, by sound, or but for one character', () => {
    expect(nameLikeness('王秀兰', '王秀蘭')?.reason).toContain('异体');
    expect(nameLikeness('王秀兰', '王秀岚')?.reason).toContain('读音');
    expect(nameLikeness('王秀兰', '王桂兰')?.reason).toContain('只差一个字');
    expect(nameLikeness('王秀兰', '李秀兰')).toBeUndefined();
    expect(nameLikeness('王兰', '王芳')).toBeUndefined();
  });

  test('one strong sign alone is not enough; two are', () => {
    expect(likenessOf({ ...typed, bornOn: null }, known)).toBeUndefined();
    expect(likenessOf(typed, { ...known, name: '赵国栋' })).toBeUndefined();
    expect(likenessOf(typed, known)).toEqual({ score: 99, reasons: ['姓名相同', '出生日期相同', '住同一小区'] });
    expect(likenessOf(typed, { ...known, bornOn: '1938-12-03' })?.reasons[1]).toBe('出生月、日颠倒');
    expect(likenessOf(typed, { ...known, bornOn: '1950-01-01', samePhone: true })?.reasons).toContain('手机号相同');
  });
});

describe('identity', () => {
  test('facts of the number, and the faults of what contradicts it', () => {
    const identityNumber = demoNumber('1938-03-12', '女');
    expect(readIdentity({ identityNumber: ` ${identityNumber} ` }, '2025-06-20')).toEqual({
      identityNumber,
      sex: '女',
      bornOn: '1938-03-12',
    });
    expect(readIdentity({ identityNumber, sex: '男' }, '2025-06-20')).toMatchObject({
      faults: { sex: expect.any(String) },
    });
    expect(readIdentity({ identityNumber: '123' }, '2025-06-20')).toEqual({
      faults: { identityNumber: '公民身份号码应为 18 位，现在是 3 位' },
    });
  });

  test('a masked door keeps only what it counts', () => {
    expect(maskDoor('3号楼2单元501')).toBe('*号楼*单元***');
    expect(maskDoor('甲12号院B座')).toBe('***号院*座');
  });
});

test('the ways to write a name are few however long it is, and dots and blanks in it mean nothing', () => {
  expect(writtenAlike('付秀兰').sort()).toEqual(['付秀兰', '付秀蘭', '傅秀兰', '傅秀蘭'].sort());
  expect(writtenAlike('兰'.repeat(30))).toEqual(['兰'.repeat(30)]);
  expect(writtenAlike('王 敏')).toEqual(['王 敏', '王敏']);
  expect(heardAlike('王 秀兰')).toEqual(heardAlike('王秀兰'));
});
