import { pinyin } from 'pinyin-pro';
import type { CivilDate } from '#shared/dates.ts';

/**
 * Exact grams by which people are found: under the row rules an index serves only =, <, ≥, so every way of typing a
 * name or an address is written down once as a text that is compared for equality (ARCHITECTURE, search).
 * n: part of the name · p: pinyin initials · y: pinyin · a: two characters of road or 小区 · b: birth year · l: living ·
 * s: status · t: tag · *: anybody alive
 */
export type GramFacts = {
  name: string;
  road: string | null;
  compound: string | null;
  bornOn: CivilDate;
  living: string;
  leftBehind: boolean;
  status: string;
};

/** Grams of somebody who has died stand apart under this mark, so that ordinary searches pass them by. */
export const DEAD_MARK = '†';
export const ANYBODY = '*';
const LONGEST_PART = 4;

export function gramsOf(person: GramFacts): string[] {
  const grams = new Set(nameGrams(tidyName(person.name)));
  for (const place of [person.road, person.compound]) for (const two of bigrams(place ?? '')) grams.add(`a:${two}`);
  grams.add(`b:${person.bornOn.slice(0, 4)}`);
  grams.add(`l:${person.living}`);
  if (person.leftBehind) grams.add('l:留守');
  if (person.status !== 'active') grams.add(`s:${person.status}`);
  const all = [...grams];
  return person.status === 'deceased' ? all.map(gram => DEAD_MARK + gram) : all;
}

/** What somebody is found by: facts, tags, and 「anybody」 unless dead. */
export const searchGrams = (person: GramFacts, tagCodes: readonly string[]): string[] =>
  person.status === 'deceased' ? gramsOf(person) : [ANYBODY, ...gramsOf(person), ...tagCodes.map(code => `t:${code}`)];

/** Whether the person stands under the gram, without making all the others: what a look at one person after the other asks. */
export function hasGram(person: GramFacts, tagCodes: readonly string[], gram: string): boolean {
  const dead = gram.startsWith(DEAD_MARK);
  if (dead !== (person.status === 'deceased')) return false;
  const plain = dead ? gram.slice(DEAD_MARK.length) : gram;
  const text = plain.slice(2);
  switch (plain.slice(0, 2)) {
    case 'n:':
    case 'p:':
    case 'y:':
      return nameHas(person.name, plain);
    case 'a:':
      return [person.road, person.compound].some(place => place !== null && bigrams(place).includes(text));
    case 'b:':
      return person.bornOn.startsWith(text);
    case 'l:':
      return person.living === text || (person.leftBehind && text === '留守');
    case 's:':
      return text !== 'active' && person.status === text;
    case 't:':
      return !dead && tagCodes.includes(text);
    default:
      return plain === ANYBODY && !dead;
  }
}

/** The part of hasGram that only a name can answer: n:, p: and y:. */
export function nameHas(name: string, gram: string): boolean {
  const text = gram.slice(2);
  if (gram.startsWith('n:')) return [...text].length <= LONGEST_PART && tidyName(name).includes(text);
  const syllables = knownSyllables(tidyName(name));
  if (gram.startsWith('p:'))
    return (
      text.length > 1 &&
      syllables
        .map(s => s.charAt(0))
        .join('')
        .startsWith(text)
    );
  return text !== '' && syllables.some((_, i) => syllables.slice(0, i + 1).join('') === text);
}

/** Names repeat a great deal in a city: their pinyin is made once. Bounded, because names are open-ended. */
const known = new Map<string, readonly string[]>();

function knownSyllables(tidy: string): readonly string[] {
  const before = known.get(tidy);
  if (before) return before;
  const syllables = syllablesOf(tidy);
  if (known.size > 100_000) known.clear();
  known.set(tidy, syllables);
  return syllables;
}

function nameGrams(name: string): string[] {
  const letters = [...name];
  const grams = new Set<string>();
  for (let from = 0; from < letters.length; from++) {
    for (let length = 1; length <= LONGEST_PART && from + length <= letters.length; length++) {
      grams.add(`n:${letters.slice(from, from + length).join('')}`);
    }
  }
  const syllables = knownSyllables(name);
  for (let count = 2; count <= syllables.length; count++) {
    const head = syllables.slice(0, count);
    grams.add(`p:${head.map(s => s.charAt(0)).join('')}`);
    grams.add(`y:${head.join('')}`);
  }
  if (syllables[0]) grams.add(`y:${syllables[0]}`);
  return [...grams];
}

/** Surname mode reads 单 as shan and 曾 as zeng, as the people themselves do. */
export const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed', v: true }).map(s =>
    s.toLowerCase(),
  );

export const tidyName = (name: string): string => name.normalize('NFKC').replace(/[\s·•．.・]/g, '');

function bigrams(text: string): string[] {
  const letters = [...text.normalize('NFKC').replace(/\s/g, '')];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

/** One word that somebody typed: any of `alternatives` fits, and each alternative needs all of its grams. */
export type Word =
  | { kind: 'grams'; alternatives: string[][] }
  | { kind: 'last-four'; value: string }
  | { kind: 'identity-number'; value: string }
  | { kind: 'phone'; value: string };

/** Splits what stands in the search box. Answers [] for an empty box. */
export function wordsOf(typed: string): Word[] {
  const parts = typed.normalize('NFKC').trim().split(/\s+/).filter(Boolean).slice(0, 4);
  return parts.map(wordOf);
}

function wordOf(part: string): Word {
  if (/^\d{17}[\dXx]$/.test(part)) return { kind: 'identity-number', value: part.toUpperCase() };
  if (/^1\d{10}$/.test(part)) return { kind: 'phone', value: part };
  if (/^(\d{4}|\d{3}[Xx])$/.test(part)) return { kind: 'last-four', value: part.toUpperCase() };
  if (/^[a-z]+$/i.test(part)) {
    const letters = part.toLowerCase();
    return { kind: 'grams', alternatives: [[`p:${letters}`], [`y:${letters}`]] };
  }
  const name = tidyName(part);
  const letters = [...name];
  const whole = letters.length <= LONGEST_PART ? [`n:${name}`] : overlapping(letters);
  const places = bigrams(part).map(two => `a:${two}`);
  return { kind: 'grams', alternatives: places.length > 0 ? [whole, places] : [whole] };
}

/** A name longer than the longest part: every run of four has to be there. */
const overlapping = (letters: string[]): string[] =>
  letters.slice(LONGEST_PART - 1).map((_, i) => `n:${letters.slice(i, i + LONGEST_PART).join('')}`);

/** Birth-year grams of everybody who is between `from` and `to` years old today; the edge years need the date too. */
export function birthYears(age: { from: number; to: number }, today: CivilDate): string[] {
  const year = Number(today.slice(0, 4));
  const years: string[] = [];
  for (let y = year - age.to - 1; y <= year - age.from; y++) years.push(`b:${y}`);
  return years;
}
