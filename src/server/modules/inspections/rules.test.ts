import { describe, expect, it } from 'vitest';
import { randomOf, shuffle } from '#shared/random.ts';
import { changedFigures, digestOf, drawIds, endAfter, refuseDates, refuseResult } from './rules.ts';

const ids = Array.from({ length: 400 }, (_, i) => `record-${String(i).padStart(3, '0')}`);

describe('draw', () => {
  it('is the same from the same seed and list, in whatever order the list comes', () => {
    const drawn = drawIds('7f3a', ids, 20);
    expect(drawn).toHaveLength(20);
    for (let run = 0; run < 5; run++) {
      expect(drawIds('7f3a', shuffle(randomOf(run, 'order'), [...ids]), 20)).toEqual(drawn);
    }
    expect(drawIds('7f3b', ids, 20)).not.toEqual(drawn);
  });
  it('agrees with a draw worked out by hand with sha256sum', () => {
    // printf 'seed:a' | sha256sum → 30558342…; seed:b → e3620cd0…; seed:c → e1c7f5d0…
    expect(drawIds('seed', ['a', 'b', 'c'], 3)).toEqual(['a', 'c', 'b']);
  });
  it('takes each once, all when more are wanted, and a larger draw only adds', () => {
    expect(drawIds('s', ['a', 'a', 'b'], 9).sort()).toEqual(['a', 'b']);
    expect(drawIds('s', ids, 30).slice(0, 10)).toEqual(drawIds('s', ids, 10));
  });
  it('every record has the same chance', () => {
    const hits = new Map<string, number>();
    for (let i = 0; i < 400; i++)
      for (const id of drawIds(`s${i}`, ids.slice(0, 40), 10)) hits.set(id, (hits.get(id) ?? 0) + 1);
    expect(Math.min(...hits.values())).toBeGreaterThan(60);
    expect(Math.max(...hits.values())).toBeLessThan(145);
  });
  it('names its list', () => {
    expect(digestOf(['b', 'a'])).toBe(digestOf(['a', 'b', 'a']));
    expect(digestOf(['a'])).not.toBe(digestOf(['a', 'b']));
  });
});
describe('result', () => {
  it.each([
    ['consistent', null, true],
    ['short', null, false],
    ['short', 60, false],
    ['short', 59, true],
    ['not-found', null, true],
  ] as const)('%s with %s minutes of 60', (result, foundMinutes, ok) => {
    expect(refuseResult(60, { result, foundMinutes }) === null).toBe(ok);
  });
  it('dates', () => {
    expect(refuseDates('2025-06-02', '2025-06-01', '2025-06-20')).not.toBeNull();
    expect(refuseDates('2025-06-02', '2025-06-21', '2025-06-20')).toContain('2025年6月20日');
    expect(refuseDates('2025-06-02', '2025-06-20', '2025-06-20')).toBeNull();
  });
  it('figures that did not move are left out', () => {
    const at = (code: string, value: number | null) => ({ code, value });
    expect(changedFigures([at('a', 1), at('b', 2), at('c', null)], [at('a', 1), at('b', 3), at('c', 4)])).toEqual([
      { code: 'b', before: 2, after: 3 },
    ]);
    expect(endAfter('2025-06-20T02:00:00.000Z', 40)).toBe('2025-06-20T02:40:00.000Z');
  });
});
