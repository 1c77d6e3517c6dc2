import type { MatchField } from '#contracts/register-quality/lifecycle.ts';
import type { PersonToMatch } from '#modules/elders/index.ts';
import { findPairs, type Pairs } from './matching/blocking.ts';
import { type Column, ColumnBuilder, type Columns, type FieldKind, NumberedColumnBuilder } from './matching/columns.ts';
import { judgePairs, type Match } from './matching/find-duplicates.ts';

/** Numbers are opened from this probability on: below it even equal numbers would not make a pair. */
const WORTH_OPENING = 0.001;
/** From here on a person is asked. */
const LEAST = 0.5;
/** Records drawn for what strangers' numbers have in common. */
const DRAWN = 4_000;
/** A community of some hundred people teaches little: the first guess counts as so many pairs. */
const GUESSED = 40;

type Numbers = ReadonlyMap<string, { identityNumber: string; phone: string | null }>;
export type RegisterMatch = {
  a: number;
  b: number;
  probability: number;
  levels: { field: MatchField; level: string }[];
};

/** The people of an area as columns, collected page by page: some forty bytes a person and each distinct text once. */
export class RegisterColumns {
  readonly ids: string[] = [];
  readonly areas: string[] = [];
  readonly #texts = (
    [
      ['name', 'text'],
      ['sex', 'code'],
      ['bornOn', 'date'],
      ['road', 'code'],
      ['compound', 'code'],
    ] as const satisfies readonly (readonly [MatchField, FieldKind])[]
  ).map(([name, kind]) => new ColumnBuilder(name, kind));
  readonly #tail = new NumberedColumnBuilder('identityNumber');
  readonly #phone = new NumberedColumnBuilder('phone');
  readonly #codes = new Map<string, string>();

  add([elderId, areaCode, name, sex, bornOn, road, compound, tail, phone]: PersonToMatch): void {
    this.ids.push(elderId);
    // One text for all people of a community.
    const area = this.#codes.get(areaCode) ?? areaCode;
    this.#codes.set(areaCode, area);
    this.areas.push(area);
    for (const [at, value] of [name, sex, bornOn, road, compound].entries()) this.#texts[at]?.add(value);
    this.#tail.add(Number.parseInt(tail, 16));
    this.#phone.add(phone ? Number.parseInt(phone, 16) : 0);
  }

  close(): Columns {
    const columns = [...this.#texts, this.#tail, this.#phone].map(builder => builder.close());
    return { size: this.ids.length, columns };
  }
}

export type FirstLook = { all: Columns; pairs: Match[]; compared: number };

/** First by what stands in clear and by equal numbers: at most three comparisons a person. */
export function lookForPairs(all: Columns): FirstLook {
  if (all.size < 2) return { all, pairs: [], compared: 0 };
  const found = findPairs(all, () => true);
  const judged = { possible: (all.size * (all.size - 1)) / 2, least: WORTH_OPENING, guessed: GUESSED };
  return { all, pairs: judgePairs(all, found, judged), compared: found.count };
}

/** Records whose numbers the second look needs: those in doubt, after some drawn evenly from all. */
export function recordsToOpen({ all, pairs }: FirstLook): { records: number[]; drawn: number } {
  if (pairs.length === 0) return { records: [], drawn: 0 };
  const step = Math.max(1, Math.floor(all.size / DRAWN));
  const drawn = Array.from({ length: Math.min(DRAWN, Math.floor(all.size / step)) }, (_, i) => i * step);
  const records = new Set(drawn);
  for (const { a, b } of pairs) records.add(a).add(b);
  return { records: [...records], drawn: drawn.length };
}

/** Then by the numbers themselves, sign by sign, with weights learned anew from these pairs. */
export function judgeByNumbers(
  look: FirstLook,
  opened: { records: readonly number[]; drawn: number; ids: readonly string[]; numbers: Numbers },
): RegisterMatch[] {
  const { records, drawn, ids, numbers } = opened;
  const placeOf = new Map(records.map((record, place) => [record, place]));
  const codes = Int32Array.from(records);
  const clear = look.all.columns
    .filter(column => column.name !== 'identityNumber' && column.name !== 'phone')
    .map((column): Column => ({ ...column, codes: codes.map(record => column.codes[record] ?? 0) }));
  const identity = new ColumnBuilder('identityNumber', 'digits');
  const phone = new ColumnBuilder('phone', 'digits');
  for (const record of records) {
    const own = numbers.get(ids[record] ?? '');
    identity.add(own?.identityNumber);
    phone.add(own?.phone);
  }
  // Counted in part of the register: as rare as in the whole of it.
  const whole = (builder: ColumnBuilder): Column => ({ ...builder.close(), given: look.all.size });
  const columns = [...clear, whole(identity), whole(phone)];
  const pairs: Pairs = {
    count: look.pairs.length,
    left: Int32Array.from(look.pairs, pair => placeOf.get(pair.a) ?? 0),
    right: Int32Array.from(look.pairs, pair => placeOf.get(pair.b) ?? 0),
  };
  const possible = (look.all.size * (look.all.size - 1)) / 2;
  const matches = judgePairs({ size: records.length, columns }, pairs, {
    possible,
    least: LEAST,
    guessed: GUESSED,
    drawn,
  });
  return matches.map(({ a, b, probability, levels }) => ({
    ...{ a: records[a] ?? 0, b: records[b] ?? 0, probability },
    levels: columns.map((column, at) => ({ field: column.name as MatchField, level: levels[at] ?? 'missing' })),
  }));
}
