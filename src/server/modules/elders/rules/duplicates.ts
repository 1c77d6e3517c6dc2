import { addDays, type CivilDate, daysBetween, isCivilDate } from '#shared/dates.ts';
import { syllablesOf, tidyName } from './grams.ts';

/** Two people beside each other: what is typed, and a record of the area. */
export type Likeness = {
  name: string;
  bornOn: CivilDate | null;
  compound: string | null;
  hasPhone: boolean;
};
export type Known = { name: string; bornOn: CivilDate; compound: string | null; samePhone: boolean };

/** Characters clerks exchange: simplified, traditional and look-alike forms seen in names. */
const VARIANTS = [
  '兰蘭',
  '珍珎',
  '凤鳳',
  '云雲',
  '国國',
  '华華',
  '英瑛',
  '闫阎',
  '付傅',
  '肖萧',
  '代戴',
  '于於',
] as const;
const CANONICAL = new Map(VARIANTS.flatMap(group => [...group].map(letter => [letter, group.charAt(0)] as const)));
const canonical = (name: string): string => [...name].map(letter => CANONICAL.get(letter) ?? letter).join('');

/** A name with more exchanged characters than this is taken as it stands: each doubles the ways to write it. */
const MOST_EXCHANGED = 4;

/** Every way to write a name that differs in exchanged characters only, the name itself and without its dots among them. */
export function writtenAlike(name: string): string[] {
  return [...new Set([name, tidyName(name)])].flatMap(one => {
    const ways = [...one].map(letter => [...(VARIANTS.find(group => group.includes(letter)) ?? letter)]);
    if (ways.filter(letters => letters.length > 1).length > MOST_EXCHANGED) return [one];
    return ways.reduce<string[]>((heads, letters) => heads.flatMap(head => letters.map(letter => head + letter)), ['']);
  });
}

/** Characters by their sound, collected once: 20,992 of them in a tenth of a second. */
let bySound: Map<string, string> | undefined;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

function collectSounds(): Map<string, string> {
  const letters = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) => String.fromCodePoint(FIRST_HAN + i));
  const groups = Map.groupBy(letters, letter => syllablesOf(letter)[0] ?? '');
  return new Map([...groups].map(([sound, group]) => [sound, group.join('')]));
}

/** For each of the first three places of a name the characters that are heard like what stands there; '' where none does. */
export function heardAlike(name: string): [first: string, second: string, third: string] {
  bySound ??= collectSounds();
  const tidy = tidyName(name);
  const syllables = syllablesOf(tidy);
  const [first = '', second = '', third = ''] = [...tidy].map(
    (letter, at) => letter + (bySound?.get(syllables[at] ?? '') ?? ''),
  );
  return [first, second, third];
}

/** Names of one surname stand between it and the next letter: a range that the index serves under the row rules. */
export function surnameOf(name: string): { head: string; behind: string } {
  const head = [...name][0] ?? '';
  const next = (head.codePointAt(0) ?? 0) + 1;
  return { head, behind: String.fromCodePoint(next === 0xd800 ? 0xe000 : next) };
}

/** How two names agree, in words; undefined when they do not. */
export function nameLikeness(a: string, b: string): { score: number; reason: string } | undefined {
  const [one, two] = [tidyName(a), tidyName(b)];
  if (one === '' || two === '') return undefined;
  if (one === two) return { score: 45, reason: '姓名相同' };
  if (canonical(one) === canonical(two)) return { score: 40, reason: `姓名只差异体或形近字（${b}）` };
  if (syllablesOf(one).join(' ') === syllablesOf(two).join(' ')) return { score: 36, reason: `姓名读音相同（${b}）` };
  if ([...one].length >= 3 && differsByOne(one, two)) return { score: 28, reason: `姓名只差一个字（${b}）` };
  return undefined;
}

function differsByOne(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]];
  if (x.length !== y.length || x[0] !== y[0]) return false;
  return x.filter((letter, i) => letter !== y[i]).length === 1;
}

/** A month or ten years mistyped. */
const NEAR_DAYS = 31;
const NEAR_YEARS = 10;

/** Every birth date that agrees with this one: the same or with month and day exchanged, and those near it. */
export function birthsAlike(bornOn: CivilDate): { same: CivilDate[]; near: CivilDate[] } {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const swapped = Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
  const days = Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, i) => addDays(bornOn, i - NEAR_DAYS));
  const years = Array.from({ length: 2 * NEAR_YEARS + 1 }, (_, i) => Number(year) + i - NEAR_YEARS);
  const ofYears = years.map(one => `${one}-${month}-${day}`).filter(isCivilDate);
  const same = [...new Set([bornOn, ...swapped])];
  return { same, near: [...new Set([...days, ...ofYears])].filter(date => !same.includes(date)) };
}

function birthLikeness(a: CivilDate, b: CivilDate): { score: number; reason: string } | undefined {
  if (a === b) return { score: 45, reason: '出生日期相同' };
  const [ya, ma, da] = a.split('-');
  const [yb, mb, db] = b.split('-');
  if (ya === yb && ma === db && da === mb) return { score: 32, reason: '出生月、日颠倒' };
  const days = Math.abs(daysBetween(a, b));
  if (days <= NEAR_DAYS) return { score: 30, reason: `出生日期相差${days}天` };
  if (ma === mb && da === db && Math.abs(Number(ya) - Number(yb)) <= NEAR_YEARS) {
    return { score: 30, reason: `出生月、日相同，年份相差${Math.abs(Number(ya) - Number(yb))}年` };
  }
  return undefined;
}

/** A pair is worth an officer's look from here on: one strong sign with a weaker one, or the same phone and a name. */
export const PROBABLE = 70;

/** Reasons and score why the two may be one person; undefined below `PROBABLE`. */
export function likenessOf(typed: Likeness, known: Known): { score: number; reasons: string[] } | undefined {
  const signs: { score: number; reason: string }[] = [];
  const name = nameLikeness(typed.name, known.name);
  if (name) signs.push(name);
  const birth = typed.bornOn && birthLikeness(typed.bornOn, known.bornOn);
  if (birth) signs.push(birth);
  if (known.samePhone) signs.push({ score: 35, reason: '手机号相同' });
  if (typed.compound && typed.compound === known.compound) signs.push({ score: 10, reason: '住同一小区' });
  const score = Math.min(
    99,
    signs.reduce((sum, sign) => sum + sign.score, 0),
  );
  return score >= PROBABLE && name ? { score, reasons: signs.map(sign => sign.reason) } : undefined;
}
