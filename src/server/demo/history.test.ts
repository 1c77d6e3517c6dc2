import { describe, expect, it, vi } from 'vitest';
import { ageOn } from '#shared/dates.ts';
import { cityMap, DEMO_STREETS } from './city-map.ts';
import { generateCounts } from './counts.ts';
import { BEDS, bedsElsewhere, bedTallies, communityHistory } from './history.ts';
import type { DemoEvent } from './history-types.ts';
import { DEMO_START, FIGURES_AS_OF, LIVINGS } from './model.ts';
import { eldersOf } from './people.ts';
import { generateSupply } from './supply.ts';

// Tens of thousands of people are walked one by one; a loaded machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const map = cityMap();
const started = performance.now();
const supply = generateSupply(map);
const codes = map.places.map(p => p.code);
const events: DemoEvent[] = [];
for (const place of map.inPeople) {
  const elders = eldersOf(map.seed, place, codes);
  events.push(...communityHistory(map, supply, { place, elders }));
}
const kinds = Map.groupBy(events, e => e.kind);
const of = <K extends DemoEvent['kind']>(kind: K) => (kinds.get(kind) ?? []) as Extract<DemoEvent, { kind: K }>[];
console.log(`${events.length} events in ${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log([...kinds].map(([k, list]) => `${k} ${list.length}`).join(', '));
console.log(`staff ${supply.staff.length}, organisations ${supply.organisations.length}`);

describe('十八个月的业务', () => {
  it('总量在二十万条以内、种类齐全', () => {
    expect(events.length).toBeLessThan(200_000);
    expect([...kinds.keys()].length).toBe(9);
  });
  it('编号不重复', () => {
    const ids = events.map(e => Object.values(e)[1]);
    expect(new Set(ids).size).toBe(events.length);
  });
  it('四街助餐点的逐餐记录等于其月报，一人一餐次一份', () => {
    const points = new Set(
      supply.facilities
        .filter(
          f => f.kind === 'meal-point' && (DEMO_STREETS as readonly string[]).includes(`${f.areaCode.slice(0, 9)}000`),
        )
        .map(f => f.facilityId),
    );
    const reported = supply.mealCounts.filter(c => points.has(c.facilityId)).reduce((t, c) => t + c.personTimes, 0);
    expect(of('meal').length).toBe(reported);
    const slots = new Set(of('meal').map(m => `${m.elderId}|${m.servedOn}|${m.slot}`));
    expect(slots.size).toBe(of('meal').length);
  });
  it('家庭养老床位（新建）全市 2273 张、每张有人；往年 27000 张', { timeout: 30_000 }, () => {
    const inStreets = of('home-bed');
    const elsewhere = [...bedsElsewhere(map)];
    const isNew = (on: string | null) => on !== null && on >= '2025-01-01' && on <= FIGURES_AS_OF;
    const fresh = [...inStreets, ...elsewhere.map(x => x.bed)].filter(b => isNew(b.builtOn));
    expect(fresh.length).toBe(BEDS.new2025);
    expect(new Set(fresh.map(b => b.elderId)).size).toBe(BEDS.new2025);
    const older = inStreets.filter(b => b.builtOn && b.builtOn < '2025-01-01').length;
    expect(older + bedTallies(map).reduce((t, x) => t + x.beds, 0)).toBe(BEDS.before);
  });
  it('没有发生在演示日期之后的事', () => {
    for (const o of of('order')) {
      const times = [o.submittedAt, o.dispatchedAt, o.acceptedAt, o.startedAt, o.doneAt, o.confirmedAt];
      const set = times.filter(t => t !== null);
      expect(set).toEqual([...set].sort());
      for (const t of set) expect(t < `${DEMO_START}T00:00:00+08:00`).toBe(true);
    }
    for (const v of of('visit')) if (v.doneAt) expect(v.doneAt < DEMO_START).toBe(true);
    for (const b of of('home-bed')) for (const m of b.milestones) expect(m.on < DEMO_START).toBe(true);
    expect(of('visit').some(v => v.doneAt === null)).toBe(true);
    expect(of('order').some(o => o.staffId === null)).toBe(true);
  });
  it('分区计数与逐人生成完全一致', () => {
    const place = map.inPeople[3]!;
    const people = eldersOf(map.seed, place, codes);
    let counted = 0;
    for (const row of generateCounts(map, [place])) {
      const [from, to] = row.ageBand === '100+' ? [100, 200] : row.ageBand.split('-').map(Number);
      const same = people.filter(e => e.ability === row.ability && isAged(e.bornOn, from!, to!));
      expect(LIVINGS.map(l => same.filter(e => e.living === l).length)).toEqual(row.living);
      counted += row.living.reduce((a, b) => a + b, 0);
    }
    expect(counted).toBe(people.length);
  });
});

const isAged = (bornOn: string, from: number, to: number) => {
  const age = ageOn(bornOn, DEMO_START);
  return age >= from && age <= to;
};
