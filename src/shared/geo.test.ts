import { describe, expect, it } from 'vitest';
import { haversineMetres, isInRing, moveMetres, type Point, randomPointIn } from './geo.ts';
import { apportion, randomOf, shuffle, weighted } from './random.ts';

const square: Point[] = [
  [116, 39],
  [117, 39],
  [117, 40],
  [116, 40],
];

describe('距离与范围', () => {
  it('天安门到北京西站约 6.6 公里', () => {
    const metres = haversineMetres([116.3913, 39.9075], [116.3157, 39.8949]);
    expect(metres).toBeGreaterThan(6_400);
    expect(metres).toBeLessThan(6_700);
  });
  it('移动 300 米后相距 300 米', () => {
    const p: Point = [116.4, 39.9];
    expect(haversineMetres(p, moveMetres(p, 300, 0))).toBeCloseTo(300, 0);
    expect(haversineMetres(p, moveMetres(p, 0, -300))).toBeCloseTo(300, 0);
  });
  it('随机点都在范围内', () => {
    const r = randomOf(7, 'x');
    for (let i = 0; i < 200; i++) expect(isInRing(randomPointIn([square], r), square)).toBe(true);
    expect(isInRing([115, 39.5], square)).toBe(false);
  });
});

describe('随机数', () => {
  it('同一种子同一结果，不同键不同结果', () => {
    const draw = (key: string) =>
      Array.from(
        { length: 5 },
        (
          r => () =>
            r.bits()
        )(randomOf(7, key)),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });
  it('均匀、按权重', () => {
    const r = randomOf(1, 'w');
    const ab = weighted([
      ['a', 1],
      ['b', 3],
    ]);
    const share = Array.from({ length: 20_000 }, () => ab(r)).filter(x => x === 'b').length / 20_000;
    expect(share).toBeCloseTo(0.75, 1);
  });
  it('分摊后总数不差', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(4_548_559, [3, 0, 7.5, 2]).reduce((a, b) => a + b)).toBe(4_548_559);
  });
  it('打乱不丢', () => expect(shuffle(randomOf(3), [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]));
});
