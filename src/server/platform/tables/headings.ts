import type { Cell, Row } from './table-file.ts';

/** 姓 名（必填）* → 姓名: blanks, stars, what stands in brackets, line ends. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[\s*:：、/_.-]|必填|选填/g, '');

/** What headings mean in one kind of table: plain heading → field. Words that stand first win. */
export type Vocabulary<F extends string = string> = ReadonlyMap<string, F>;

export function vocabularyOf<F extends string>(words: readonly (readonly [F, readonly string[]])[]): Vocabulary<F> {
  const known = new Map<string, F>();
  for (const [field, list] of words) {
    for (const plain of list.map(plainHeading)) if (!known.has(plain)) known.set(plain, field);
  }
  return known;
}

/** By column, from the left: the field it holds, or null = not read. */
export type Mapping<F extends string = string> = (F | null)[];
export type Remembered<F extends string = string> = ReadonlyMap<string, F | null>;

/** What the headings are; `remembered` (a sender's own choices) goes before the synonyms. A field is taken once. */
export function mapHeadings<F extends string>(
  known: Vocabulary<F>,
  headings: readonly string[],
  remembered: Remembered<F>,
): Mapping<F> {
  const taken = new Set<F>();
  const fields = headings.map(heading => {
    const plain = plainHeading(heading);
    return remembered.has(plain) ? (remembered.get(plain) ?? null) : (known.get(plain) ?? null);
  });
  return fields.map(field => {
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

export type FoundHeadings = { headings: string[]; headingRow: number; notes: string[] };

/** How far down the headings are looked for: titles, notes and dates of printing stand above them. */
export const HEADING_SEARCH = 15;

const text = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cell.text.trim() : '');
const knownIn = (known: Vocabulary, row: Row | undefined): number[] =>
  (row?.cells ?? []).flatMap((cell, i) => (known.has(plainHeading(text(cell))) ? [i] : []));

/**
 * Finds the row of headings among the first rows: the one with the most known words. A second row under merged
 * headings (紧急联系人 → 姓名、电话) is joined to it. Without any known word the first filled row is taken.
 */
export function findHeadings(
  known: Vocabulary,
  rows: readonly Row[],
  extra: (heading: string) => boolean = () => false,
): FoundHeadings {
  const top = rows.slice(0, HEADING_SEARCH);
  let at = -1;
  let most = 0;
  for (const [i, row] of top.entries()) {
    const count = knownIn(known, row).length + row.cells.filter(cell => extra(plainHeading(text(cell)))).length;
    if (count > most) [at, most] = [i, count];
  }
  if (at < 0) {
    const first = top.findIndex(row => row.cells.filter(cell => text(cell) !== '').length >= 2);
    const row = top[Math.max(0, first)];
    return {
      headings: (row?.cells ?? []).map(text),
      headingRow: row?.number ?? 1,
      notes: ['没有认出表头，请逐列选它是什么'],
    };
  }
  return joined(known, top, at);
}

function joined(known: Vocabulary, top: readonly Row[], at: number): FoundHeadings {
  const own = top[at] as Row;
  const notes = own.number > 1 ? [`表头在第 ${own.number} 行，上面的标题没有读`] : [];
  const below = top[at + 1];
  const above = top[at - 1];
  if (below && isSubHeading(known, own, below)) {
    return {
      headings: twoRows(known, own, below),
      headingRow: below.number,
      notes: [`第 ${own.number}、${below.number} 行合起来是表头`],
    };
  }
  if (above && isSubHeading(known, above, own)) {
    return {
      headings: twoRows(known, above, own),
      headingRow: own.number,
      notes: [`第 ${above.number}、${own.number} 行合起来是表头`],
    };
  }
  return { headings: trimmed(own.cells.map(text)), headingRow: own.number, notes };
}

/** A second row of headings: only words, no figures, and something known where the row above has a gap. */
function isSubHeading(known: Vocabulary, upper: Row, lower: Row): boolean {
  const filled = lower.cells.filter(cell => cell !== undefined && cell.text.trim() !== '');
  if (filled.length === 0 || filled.some(cell => cell?.kind !== 'text' || /\d{4,}/.test(cell.text))) return false;
  const spans = upper.cells.filter(cell => text(cell) !== '').length;
  if (spans < 2) return false;
  return knownIn(known, lower).some(i => !known.has(plainHeading(text(upper.cells[i]))));
}

/** 紧急联系人 over 姓名 and 电话: the two words together first, then the lower alone, then the upper. */
function twoRows(known: Vocabulary, upper: Row, lower: Row): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  return trimmed(
    Array.from({ length: width }, (_, i) => {
      const over = text(upper.cells[i]);
      if (over !== '') group = over;
      const under = text(lower.cells[i]);
      if (under === '') return over;
      const both = `${group}${under}`;
      return known.has(plainHeading(both)) || !known.has(plainHeading(under)) ? both : under;
    }),
  );
}

function trimmed(headings: string[]): string[] {
  const last = headings.findLastIndex(heading => heading !== '');
  return headings.slice(0, last + 1);
}
