import { describe, expect, it, vi } from 'vitest';
import { cityMap } from './city-map.ts';
import { BANDS, readDistrictElders } from './model.ts';
import { drawCore } from './people-core.ts';

// Tens of thousands of people are walked one by one; a loaded machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** Draws the countable facts of all 5.14 million and compares with the published or modelled shares. */
const map = cityMap({ whole: true });
const city = { people: 0, age65: 0, age80: 0, women: 0, disabled: 0, severe: 0, married: 0 };
const living = [0, 0, 0, 0, 0];
const bands = BANDS.map(() => 0);
const perDistrict = new Map<string, { people: number; age80: number }>();
const started = performance.now();
for (const place of map.places) {
  const core = drawCore(map.seed, place);
  const own = perDistrict.get(place.districtName) ?? { people: 0, age80: 0 };
  perDistrict.set(place.districtName, own);
  for (let i = 0; i < core.size; i++) {
    const band = core.band[i]!;
    const ability = core.ability[i]!;
    bands[band]!++;
    living[core.living[i]!]!++;
    city.people++;
    own.people++;
    if (band >= 1) city.age65++;
    if (band >= 4) {
      city.age80++;
      own.age80++;
    }
    if (!core.male[i]) city.women++;
    if (ability > 0) city.disabled++;
    if (ability >= 3) city.severe++;
    if (core.married[i]) city.married++;
  }
}
const seconds = (performance.now() - started) / 1000;
const share = (n: number) => (100 * n) / city.people;

type Line = [what: string, ours: number, aim: number, tolerance: number, confidence: string];
const LINES: Line[] = [
  ['60+ 人', city.people, 5_140_000, 0, 'found'],
  ['65+ %', share(city.age65), (100 * 364) / 514, 0.5, 'modelled'],
  ['80+ 人', city.age80, 687_000, 4_000, 'found'],
  ['女 %', share(city.women), 52.6, 0.8, 'found (register 2018)'],
  ['失能 %', share(city.disabled), 11.6, 2.5, 'found (national), bands modelled'],
  ['重度及以上 %', share(city.severe), 2.8, 0.2, 'modelled'],
  ['独居 %', share(living[0]!), 14, 1, 'memory (national)'],
  ['仅与配偶 %', share(living[1]!), 46, 1.5, 'memory (national)'],
  ['与子女 %', share(living[2]!), 33, 1.5, 'modelled'],
  ['其他 %', share(living[3]!), 4, 0.6, 'modelled'],
  ['机构 人', city.people * (share(living[4]!) / 100), 52_000, 4_000, 'found'],
];

describe('全市核对统计', () => {
  console.log(`${city.people} people drawn in ${seconds.toFixed(1)} s`);
  it.each(LINES)('%s', (...line) => {
    const [what, ours, aim, tolerance, confidence] = line;
    console.log(`${what}\t${ours.toFixed(2)}\t目标 ${aim.toFixed(2)} ± ${tolerance}\t${confidence}`);
    expect(Math.abs(ours - aim)).toBeLessThanOrEqual(tolerance);
  });

  it('各年龄段', () => {
    BANDS.forEach((b, i) => {
      const aim = (b.persons / 514) * 100;
      expect(Math.abs(share(bands[i]!) - aim)).toBeLessThan(0.3);
    });
  });

  it.each(readDistrictElders())('$name 人数与 80 岁以上', d => {
    const own = perDistrict.get(d.name)!;
    expect(own.people / 5_140_000).toBeCloseTo(d.elders60 / 5_144_000, 5);
    expect(Math.abs(own.age80 / own.people - d.elders80 / d.elders60)).toBeLessThan(0.004);
  });
});
