import { expect, test } from 'vitest';
import { randomOf } from '#shared/random.ts';
import { intersect, keyOf, packSeats, readRuns, seatOf, subtract, unite, uniteAll } from './postings.ts';

const STREET = '110115003000';
const r = randomOf(3, 'postings');
const seats = (many: number, below: number): number[] =>
  [...new Set(Array.from({ length: many }, () => r.below(below)))].sort((a, b) => a - b);
const run = (street: string, list: number[]): Buffer => {
  const packed = packSeats(list);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  return Buffer.concat([Buffer.from(street), length, packed]);
};

test('seats survive packing, one street after the other', () => {
  for (const list of [[], [0], [4_000_000], seats(500, 600), seats(40, 3_000_000)]) {
    const keys = readRuns(Buffer.concat([run(STREET, list), run('110115004000', list)]));
    expect([...keys]).toEqual([...list.map(s => keyOf(STREET, s)), ...list.map(s => keyOf('110115004000', s))]);
  }
  expect(seatOf(keyOf(STREET, 77))).toEqual({ streetCode: STREET, seat: 77 });
  expect(packSeats(seats(60, 1_000)).length).toBeLessThan(70);
});

test('sets are what sets are, whatever the sizes', () => {
  for (let turn = 0; turn < 60; turn++) {
    const [a, b, c] = [seats(r.below(400), 900), seats(r.below(20), 900), seats(r.below(900), 900)];
    const [x, y, z] = [a, b, c].map(list => Float64Array.from(list)) as [Float64Array, Float64Array, Float64Array];
    const inB = new Set(b);
    expect([...intersect(x, y)]).toEqual(a.filter(n => inB.has(n)));
    expect([...subtract(x, y)]).toEqual(a.filter(n => !inB.has(n)));
    expect([...unite(x, y)]).toEqual([...new Set([...a, ...b])].sort((p, q) => p - q));
    expect([...uniteAll([x, y, z])]).toEqual([...new Set([...a, ...b, ...c])].sort((p, q) => p - q));
  }
});
