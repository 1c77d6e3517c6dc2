import { describe, expect, it, vi } from 'vitest';
import { ageOn } from '#shared/dates.ts';
import { isDemoIdentityNumber, readIdentityNumber } from '#shared/identity-number.ts';
import { isDemoPhone } from '#shared/phone.ts';
import { cityMap, DEMO_STREETS } from './city-map.ts';
import { DEMO_START } from './model.ts';
import { eldersOf, generatePeople } from './people.ts';
import { pickShowcase } from './showcase.ts';

// Tens of thousands of people are walked one by one; a loaded machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const map = cityMap();
const started = performance.now();
const people = [...generatePeople(map)];
const seconds = (performance.now() - started) / 1000;
console.log(`${people.length} elders in ${seconds.toFixed(2)} s = ${Math.round(people.length / seconds)} a second`);
const share = (of: (e: (typeof people)[number]) => boolean) => (100 * people.filter(of).length) / people.length;

describe('四个街道的老年人', () => {
  it('共 5–8 万人，每街都有', () => {
    expect(people.length).toBeGreaterThan(50_000);
    expect(people.length).toBeLessThan(80_000);
    expect(new Set(people.map(e => `${e.areaCode.slice(0, 9)}000`))).toEqual(new Set(DEMO_STREETS));
  });
  it('编号、身份号码、电话各不相同，身份号码与生日性别一致', () => {
    for (const key of ['elderId', 'identityNumber'] as const) {
      expect(new Set(people.map(e => e[key])).size).toBe(people.length);
    }
    const phones = people.flatMap(e => [e.phone, ...e.contacts.map(c => c.phone)]).filter(p => p !== null);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every(isDemoPhone)).toBe(true);
    for (const e of people) {
      expect(readIdentityNumber(e.identityNumber, DEMO_START)).toMatchObject({ bornOn: e.bornOn, sex: e.sex });
      expect(isDemoIdentityNumber(e.identityNumber)).toBe(true);
      expect(ageOn(e.bornOn, DEMO_START)).toBeGreaterThanOrEqual(60);
    }
  });
  it('配偶互指、性别不同；同住者同一住址', () => {
    const byId = new Map(people.map(e => [e.elderId, e]));
    for (const e of people) {
      if (!e.spouseId) continue;
      const spouse = byId.get(e.spouseId)!;
      expect(spouse.spouseId).toBe(e.elderId);
      expect(spouse.sex).not.toBe(e.sex);
      if (spouse.householdId === e.householdId) expect([spouse.door, spouse.estate]).toEqual([e.door, e.estate]);
      if (e.living === '空巢') expect(spouse.householdId).toBe(e.householdId);
    }
  });
  it('独居的人没有同住配偶', () => {
    const homes = Map.groupBy(people, e => e.householdId);
    for (const e of people) if (e.living === '独居') expect(homes.get(e.householdId)!.length).toBe(1);
  });
  it('困难、特殊家庭、户籍的比例', () => {
    expect(share(e => e.economic === '低保')).toBeCloseTo(0.8, 0);
    expect(share(e => e.economic === '特困')).toBeLessThan(0.3);
    expect(Math.abs(share(e => e.specialFamily === '计划生育特殊家庭') - 0.9)).toBeLessThan(0.3);
    expect(Math.abs(share(e => !e.hukouArea.startsWith('11')) - 15)).toBeLessThan(2);
    expect(share(e => e.hukouArea !== e.areaCode)).toBeGreaterThan(30);
  });
  it('每个街道都有可先看的人，各不相同', () => {
    for (const street of DEMO_STREETS) {
      const picked = pickShowcase(people.filter(e => e.areaCode.startsWith(street.slice(0, 9))));
      expect(picked.length).toBeGreaterThanOrEqual(7);
      expect(new Set(picked.map(p => p.elder.elderId)).size).toBe(picked.length);
    }
  });
  it('同一种子逐字相同，与次序无关', () => {
    const place = map.inPeople[40]!;
    const codes = map.places.map(p => p.code);
    const again = eldersOf(map.seed, place, codes);
    expect(again).toEqual(people.filter(e => e.areaCode === place.code));
    expect(eldersOf(8, place, codes)[0]).not.toEqual(again[0]);
  });
});
