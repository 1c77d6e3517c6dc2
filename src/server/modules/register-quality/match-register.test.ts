import { expect, test } from 'vitest';
import { pick, type Random, randomOf } from '#shared/random.ts';
import { judgeByNumbers, lookForPairs, meetings, RegisterColumns, recordsToOpen } from './match-register.ts';
import { joinPairs } from './matching/blocking.ts';

type Person = { name: string; sex: '男' | '女'; born: string; home: string; number: string; phone: string | null };

const SURNAMES = [...'王李张刘陈杨赵黄周吴'];
const GIVEN = { 男: [...'建国志强文德明永福生'], 女: [...'秀英桂兰玉珍淑芬凤霞'] };
const PEOPLE = 20_000;
const COMPOUNDS = 100;

/** Neighbours were registered at one station: their numbers begin alike and end close together; names tell the sex. */
function stranger(r: Random, serials: Map<string, number>): Person {
  const sex = r.below(2) ? '男' : '女';
  const home = r.below(COMPOUNDS);
  const born = `${1940 + r.below(4)}${String(1 + r.below(12)).padStart(2, '0')}${String(1 + r.below(28)).padStart(2, '0')}`;
  const day = `${home} ${born} ${sex}`;
  const serial = serials.get(day) ?? 0;
  serials.set(day, serial + 1);
  return {
    ...{ sex, born, home: `第${home}小区` },
    name: `${pick(r, SURNAMES)}${pick(r, GIVEN[sex])}${pick(r, GIVEN[sex])}`,
    number: `11${String(1000 + home * 7)}${born}${String(serial * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0')}X`,
    phone: r.next() < 0.8 ? `138${String(r.below(1e8)).padStart(8, '0')}` : null,
  };
}

/** The same person at another station, by another clerk. */
const again = (person: Person, r: Random): Person => ({
  ...person,
  name: r.next() < 0.3 ? `${person.name.slice(0, 2)}${pick(r, GIVEN[person.sex])}` : person.name,
  home: r.next() < 0.3 ? `第${r.below(COMPOUNDS)}小区` : person.home,
  number: `${person.number.slice(0, 14)}${String(100 + r.below(800))}X`,
  phone: r.next() < 0.85 ? person.phone : `138${String(r.below(1e8)).padStart(8, '0')}`,
});

const tail = (text: string): string =>
  [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2 ** 44, 7).toString(16);

function check(people: readonly Person[]) {
  const columns = new RegisterColumns();
  for (const [at, one] of people.entries())
    columns.add([
      ...([String(at), '110101001001', one.name, one.sex, one.born, null, one.home] as const),
      ...([tail(one.number.slice(-4)), one.phone && tail(one.phone)] as const),
    ]);
  const all = columns.close();
  const look = lookForPairs(all, joinPairs([...meetings(all)].map(one => one.met)));
  const wanted = recordsToOpen(look);
  const numbers = new Map(
    wanted.records.map(at => [String(at), { identityNumber: people[at]!.number, phone: people[at]!.phone }]),
  );
  return { found: judgeByNumbers(look, { ...wanted, ids: columns.ids, numbers }), opened: wanted.records.length };
}

test('neighbours with like names and numbers are no pair: what depends on one thing counts once', () => {
  const r = randomOf(5, 'strangers');
  const serials = new Map<string, number>();
  const { found } = check(Array.from({ length: PEOPLE }, () => stranger(r, serials)));
  expect(found.length).toBeLessThanOrEqual(2);
});

test('a pair said to be one person with so much certainty is one so often', () => {
  const r = randomOf(6, 'twice');
  const serials = new Map<string, number>();
  const once = Array.from({ length: PEOPLE }, () => stranger(r, serials));
  const twice = once.slice(0, 600).map(person => again(person, r));
  const { found } = check([...once, ...twice]);
  const isRight = ({ a, b }: { a: number; b: number }) => Math.abs(b - a) === PEOPLE;
  expect(found.filter(isRight).length / twice.length).toBeGreaterThan(0.8);
  const said = found.reduce((sum, pair) => sum + pair.probability, 0);
  expect(Math.abs(said - found.filter(isRight).length)).toBeLessThan(0.05 * found.length);
  const unsure = found.filter(pair => pair.probability < 0.95);
  const wrong = unsure.reduce((sum, pair) => sum + 1 - pair.probability, 0);
  expect(Math.abs(wrong - unsure.filter(pair => !isRight(pair)).length)).toBeLessThan(0.2 * unsure.length + 5);
  expect(found.filter(pair => pair.probability >= 0.9999 && !isRight(pair))).toEqual([]);
});
