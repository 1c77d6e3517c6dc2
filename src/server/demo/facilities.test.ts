import { describe, expect, it, vi } from 'vitest';
import { cityMap, DEMO_STREETS } from './city-map.ts';
import { generateFacilities } from './facilities.ts';
import type { FacilityKind } from './facility-types.ts';
import { mealCounts } from './meal-points.ts';
import { FIGURES_AS_OF } from './model.ts';
import { sojournInstitutions } from './mutual-aid.ts';
import { reached, stateOn } from './sites.ts';

// Tens of thousands of people are walked one by one; a loaded machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const map = cityMap();
const all = generateFacilities(map);
const of = (kind: FacilityKind) => all.filter(f => f.kind === kind);
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const in2025 = (on: string | null) => on !== null && on >= '2025-01-01' && on <= FIGURES_AS_OF;

describe('公布的数字由逐条计数得出（截至 2025-05-31）', () => {
  it('养老机构 577 家、床位 10.8 万、入住 5.2 万', () => {
    const list = of('institution');
    expect([list.length, sum(list.map(f => f.beds))]).toEqual([577, 108_000]);
    expect(Math.abs(sum(list.map(f => f.residents)) - 52_000)).toBeLessThan(200);
    expect(list.every(f => f.residents <= f.beds && f.nursingBeds <= f.beds)).toBe(true);
  });
  it('无障碍改造 36 = 3 + 23 + 10', () => {
    const states = all.flatMap(f => (f.barrierFree ? [stateOn(f.barrierFree, FIGURES_AS_OF)] : []));
    const count = (s: string) => states.filter(x => x === s).length;
    expect([states.length, count('completed'), count('under-construction'), count('not-started')]).toEqual([
      36, 3, 23, 10,
    ]);
  });
  it('照料中心 293、驿站 1429、链接运营 323', () => {
    expect([of('care-centre').length, of('station').length]).toEqual([293, 1_429]);
    expect(of('station').filter(f => f.linkedCentreId).length).toBe(323);
  });
  it('区域养老服务中心 105；新建 50，招募 45，验收 8，通过 2', () => {
    const list = of('regional-centre');
    const project = list.filter(f => f.projectYear === 2025);
    const at = (state: string) => project.filter(f => reached(f, state, FIGURES_AS_OF)).length;
    expect([list.length - project.length, project.length]).toEqual([105, 50]);
    expect([at('operator-recruited'), at('acceptance-started'), at('accepted')]).toEqual([45, 8, 2]);
    expect(new Set(list.map(f => f.areaCode.slice(0, 9))).size).toBe(155);
    expect(project.filter(f => f.operator === null).length).toBe(5);
  });
  it('助餐点：新增 160、退出 42、累计数、覆盖、人次', () => {
    const list = of('meal-point');
    expect(list.filter(f => f.openedOn && f.openedOn <= FIGURES_AS_OF).length).toBe(2_666);
    expect([list.filter(f => in2025(f.openedOn)).length, list.filter(f => in2025(f.exitedOn)).length]).toEqual([
      160, 42,
    ]);
    const covered = new Set(list.flatMap(f => f.covers));
    expect(covered.size / map.places.length).toBeCloseTo(0.9, 3);
    const counts = mealCounts(map, list);
    expect(sum(counts.filter(c => c.month <= '2025-05').map(c => c.personTimes))).toBe(4_548_559);
  });
  it('邻里互助点：累计 915；2025 年完工 108（服务 80）、在建 30、未开工 62', () => {
    const list = of('mutual-aid-point');
    const year = list.filter(f => f.projectYear === 2025);
    const now = year.map(f => stateOn(f.milestones, FIGURES_AS_OF));
    const count = (s: string) => now.filter(x => x === s).length;
    expect(list.filter(f => reached(f, 'completed', FIGURES_AS_OF)).length).toBe(915);
    expect(year.filter(f => reached(f, 'completed', FIGURES_AS_OF)).length).toBe(108);
    expect([year.length, count('operating'), count('under-construction'), count('not-started')]).toEqual([
      200, 80, 30, 62,
    ]);
    expect(new Set(list.map(f => f.areaCode)).size).toBe(list.length);
  });
  it('旅居 155 家、11 个省份', () => {
    const list = sojournInstitutions(7);
    expect([list.length, new Set(list.map(s => s.province)).size]).toEqual([155, 11]);
  });
  it('编号不重复，日期按次序，四个街道都有设施', () => {
    expect(new Set(all.map(f => f.facilityId)).size).toBe(all.length);
    for (const f of all) {
      const days = f.milestones.map(m => m.on);
      expect(days).toEqual([...days].sort());
      if (f.exitedOn && f.openedOn) expect(f.exitedOn > f.openedOn).toBe(true);
    }
    for (const street of DEMO_STREETS) {
      const own = all.filter(f => f.areaCode.startsWith(street.slice(0, 9)));
      expect(own.length).toBeGreaterThan(10);
      expect(own.some(f => f.kind === 'regional-centre' && f.areaCode)).toBe(true);
    }
    expect(generateFacilities(map)).toEqual(all);
  });
});
