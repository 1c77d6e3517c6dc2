import type { MatchField } from '#contracts/register-quality/lifecycle.ts';
import type { PersonToMatch } from '#modules/elders/index.ts';
import { type Done, type Pairs, rounds } from './matching/blocking.ts';
import { type Column, ColumnBuilder, type Columns, type FieldKind, NumberedColumnBuilder } from './matching/columns.ts';
import { conceivablePairs, judgePairs, type Match } from './matching/find-duplicates.ts';
import { LEVELS, SAME } from './matching/similarity.ts';
import { type Alike, alikePairs } from './matching/strangers.ts';

/** Numbers are opened from this probability on: below it even equal numbers would not make a pair. */
const WORTH_OPENING = 0.001;
/** From here on a person is asked. */
const LEAST = 0.5;
/** Records drawn for what strangers' numbers have in common, */
const DRAWN = 3_000;
/** and blocks of ten for what numbers of namesakes, of one birth date and of neighbours have. */
const BLOCKS = 80;
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
    // One field: who shares the compound shares the road.
    const home = `${road ?? ''}${compound ?? ''}`;
    for (const [at, value] of [name, sex, bornOn, home].entries()) this.#texts[at]?.add(value);
    this.#tail.add(Number.parseInt(tail, 16));
    this.#phone.add(phone ? Number.parseInt(phone, 16) : 0);
  }

  close(): Columns {
    const columns = [...this.#texts, this.#tail, this.#phone].map(builder => builder.close());
    return { size: this.ids.length, columns };
  }
}

/** Place and serial number: the birth date has a field of its own, and the check digit says nothing more (GB 11643—1999). */
const withoutBirth = (number: string): string =>
  number.length === 18 ? `${number.slice(0, 6)}${number.slice(14, 17)}` : number;

/** Places of the columns, in both looks. */
const NAME = 0;
const BORN = 2;
const PHONE = 5;
const FAR = LEVELS.indexOf('far');

/**
 * One person's two records agree, more or less, in two of name, birth date and phone: a number of two people from one
 * place, or one address, makes no pair.
 */
function conceivable(levels: Uint8Array, at: number): boolean {
  const born = levels[at + BORN] ?? 0;
  const samePhone = levels[at + PHONE] === SAME;
  return (levels[at + NAME] ?? 0) >= FAR ? born >= FAR || samePhone : born === SAME && samePhone;
}

export type FirstLook = { all: Columns; pairs: Match[] };

/** Round after round, what is worth judging; at most three comparisons a person in all. */
export function* meetings(all: Columns, done?: Done): Generator<{ name: string; compared: number; met: Pairs }> {
  if (all.size < 2) return;
  for (const { name, pairs } of rounds(all, () => true, done))
    yield { name, compared: pairs.count, met: conceivablePairs(all, pairs, conceivable) };
}

/** First by what stands in clear and by equal numbers. */
export function lookForPairs(all: Columns, met: Pairs): FirstLook {
  if (all.size < 2) return { all, pairs: [] };
  const judged = { possible: (all.size * (all.size - 1)) / 2, least: WORTH_OPENING, guessed: GUESSED, conceivable };
  return { all, pairs: judgePairs(all, met, judged) };
}

/** Record numbers; the first `drawn` evenly from all. */
export type ToOpen = { records: readonly number[]; drawn: number; alike: readonly Alike[] };

/** Records whose numbers the second look needs: those in doubt, after some for what strangers have in common. */
export function recordsToOpen({ all, pairs }: FirstLook): ToOpen {
  if (pairs.length === 0) return { records: [], drawn: 0, alike: [] };
  const step = Math.max(1, Math.floor(all.size / DRAWN));
  const drawn = Array.from({ length: Math.min(DRAWN, Math.floor(all.size / step)) }, (_, i) => i * step);
  const records = new Set(drawn);
  const alike = alikePairs(all.columns.filter(inClear), BLOCKS);
  for (const { pairs: some } of alike) for (const record of [...some.left, ...some.right]) records.add(record);
  for (const { a, b } of pairs) records.add(a).add(b);
  return { records: [...records], drawn: drawn.length, alike };
}

const inClear = (column: Column): boolean => column.name !== 'identityNumber' && column.name !== 'phone';

/** Then by the numbers themselves, sign by sign, with weights learned anew from these pairs. */
export function judgeByNumbers(
  look: FirstLook,
  opened: ToOpen & { ids: readonly string[]; numbers: Numbers },
): RegisterMatch[] {
  const { records, drawn, ids, numbers } = opened;
  const placeOf = new Map(records.map((record, place) => [record, place]));
  const codes = Int32Array.from(records);
  const clear = look.all.columns
    .filter(inClear)
    .map((column): Column => ({ ...column, codes: codes.map(record => column.codes[record] ?? 0) }));
  const identity = new ColumnBuilder('identityNumber', 'digits');
  const phone = new ColumnBuilder('phone', 'digits');
  for (const record of records) {
    const own = numbers.get(ids[record] ?? '');
    identity.add(own && withoutBirth(own.identityNumber));
    phone.add(own?.phone);
  }
  // A phone is as rare in the whole register as here; place and serial number are judged by those drawn.
  const columns = [...clear, identity.close(), { ...phone.close(), given: look.all.size }];
  const placed = (left: Iterable<number>, right: Iterable<number>): Pairs => {
    const [a, b] = [left, right].map(side => Int32Array.from(side, record => placeOf.get(record) ?? 0));
    return { count: a?.length ?? 0, left: a ?? new Int32Array(), right: b ?? new Int32Array() };
  };
  const pairs = placed(
    look.pairs.map(pair => pair.a),
    look.pairs.map(pair => pair.b),
  );
  const alike = opened.alike.map(one => ({ field: one.field, pairs: placed(one.pairs.left, one.pairs.right) }));
  const possible = (look.all.size * (look.all.size - 1)) / 2;
  const matches = judgePairs({ size: records.length, columns }, pairs, {
    possible,
    least: LEAST,
    guessed: GUESSED,
    drawn,
    alike,
  });
  return matches.map(({ a, b, probability, levels }) => ({
    ...{ a: records[a] ?? 0, b: records[b] ?? 0, probability },
    levels: columns.map((column, at) => ({ field: column.name as MatchField, level: levels[at] ?? 'missing' })),
  }));
}
