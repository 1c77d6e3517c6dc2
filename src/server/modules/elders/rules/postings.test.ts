import { expect, test } from 'vitest';
import { randomOf } from '#shared/random.ts';
import { DEAD_MARK, hasGram, searchGrams } from './grams.ts';
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

test('asked for one gram, a person answers as the list of all of them would', () => {
  const places = ['清源大街', '枣园东里', '建国里', null];
  const people = Array.from({ length: 60 }, () => ({
    name: ['王建国', '单秀兰', '欧阳德海', '阿依古丽·买买提', '𠮷文'][r.below(5)] ?? '',
    road: places[r.below(4)] ?? null,
    compound: places[r.below(4)] ?? null,
    bornOn: `${1935 + r.below(4)}-03-04`,
    living: ['独居', '空巢'][r.below(2)] ?? '',
    leftBehind: r.next() < 0.3,
    status: ['active', 'registered', 'deceased'][r.below(3)] ?? '',
  }));
  const tags = [['alone'], [], ['oldest-old', 'dementia']];
  const asked = new Set(people.flatMap((p, i) => searchGrams(p, tags[i % 3] ?? [])));
  for (const gram of [...asked]) asked.add(DEAD_MARK + gram);
  for (const [i, person] of people.entries()) {
    const own = new Set(searchGrams(person, tags[i % 3] ?? []));
    for (const gram of asked) expect([gram, hasGram(person, tags[i % 3] ?? [], gram)]).toEqual([gram, own.has(gram)]);
  }
});
