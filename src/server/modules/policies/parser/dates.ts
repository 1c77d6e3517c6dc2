import { chineseNumber } from './characters.ts';

/** A date phrase found in a sentence (offsets within it). kind: by = deadline, asOf = state on a day, period = a year. */
export type DatePhrase = {
  kind: 'by' | 'asOf' | 'period' | 'now';
  date: string | null;
  start: number;
  end: number;
  doubt: string | null;
};

const pad = (n: number): string => String(n).padStart(2, '0');

export function lastDayOf(year: number, month: number): string {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

const civil = (year: number, month: number, day: number): string | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= Number(lastDayOf(year, month).slice(8))
    ? `${year}-${pad(month)}-${pad(day)}`
    : null;

/** 十五五 → 2026–2030: five-year plans have run without a gap since 1953 (the sixth began in 1981). */
const planEnd = (word: string): number | null => {
  const tens = chineseNumber(word.slice(0, -1));
  return tens === undefined || word.at(-1) !== '五' ? null : 1955 + tens * 5;
};

/** Whole dates such as 2021年3月8日, 2021-03-08, 二〇二一年三月八日; null when the text is none. */
export function civilDateOf(text: string): string | null {
  const arabic = /(\d{4})\s*(?:年|-|\/|\.)\s*(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})\s*日?/.exec(text);
  if (arabic) return civil(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
  const han = /([〇零○Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(
    text,
  );
  if (!han) return null;
  const year = chineseNumber((han[1] ?? '').replace(/[○Ｏ]/g, '〇'));
  return civil(year ?? 0, chineseNumber(han[2] ?? '') ?? 0, chineseNumber(han[3] ?? '') ?? 0);
}

const YEAR = String.raw`(?:(?<year>\d{4})\s*年?度?|(?<rel>今年|本年度?|明年|当年|年))?`;
const POINT = String.raw`(?:(?<month>\d{1,2})\s*月份?(?:\s*(?<day>\d{1,2})\s*日)?(?<third>上旬|中旬|下旬)?|第?(?<quarter>[一二三四1-4])季度|(?<half>上半年|下半年))?`;
const PHRASE = new RegExp(
  String.raw`(?<lead>截至|截止到?|预计到?|力争到?|争取到?|计划到?|拟于|确保到?|到|至|在|于)?\s*(?:“(?<plan>[一二三四五六七八九十]{1,3}五)”(?<span>时期|期间|规划期?)?|${YEAR}\s*${POINT})(?<edge>年?底|年?末|内|期间)?(?<before>之前|以前|前)?(?<after>以来)?`,
  'g',
);
const NOW = /截至目前|截止目前|截至(?:现在|今日)|目前/g;

type Groups = Record<string, string | undefined>;

function yearOf(g: Groups, reference: number | null): number | null {
  if (g.year) return Number(g.year);
  if (g.rel === '明年') return reference === null ? null : reference + 1;
  return reference;
}

function dayOf(g: Groups, year: number): string | null {
  if (g.month) {
    const month = Number(g.month);
    if (month < 1 || month > 12) return null;
    if (g.day) return civil(year, month, Number(g.day));
    if (g.third === '上旬') return civil(year, month, 10);
    if (g.third === '中旬') return civil(year, month, 20);
    // "6月前" is before the month begins; "6月底前" is its end.
    if (g.before && !g.edge && !g.third) return month === 1 ? `${year - 1}-12-31` : lastDayOf(year, month - 1);
    return lastDayOf(year, month);
  }
  if (g.quarter)
    return lastDayOf(year, 3 * (/\d/.test(g.quarter) ? Number(g.quarter) : (chineseNumber(g.quarter) ?? 4)));
  if (g.half) return g.half === '上半年' ? `${year}-06-30` : `${year}-12-31`;
  // "2026年前" is before that year begins; "2026年底前" is its end.
  return g.before && !g.edge ? `${year - 1}-12-31` : `${year}-12-31`;
}

function kindOf(g: Groups): DatePhrase['kind'] | null {
  const lead = g.lead ?? '';
  const pointed = Boolean(g.month || g.quarter || g.half);
  if (g.after) return 'now';
  if (lead.startsWith('截')) return 'asOf';
  if (g.before) return 'by';
  const aims = /到|至|预计|力争|争取|计划|拟于|确保/.test(lead);
  if (aims && (g.year || g.rel || g.plan || pointed)) return 'by';
  if (g.edge && g.edge !== '期间' && (g.year || pointed || g.rel)) return 'by';
  return g.year && !pointed ? 'period' : null;
}

function phraseOf(match: RegExpMatchArray, reference: number | null): DatePhrase | null {
  const g: Groups = match.groups ?? {};
  const start = match.index ?? 0;
  const place = { start, end: start + match[0].length };
  const kind = kindOf(g);
  if (kind === null && !g.plan) return null;
  // "年底前" alone is this year; a bare 年 or 内 is no date.
  // "三年内" is a length of time, not this year.
  if (g.rel === '年' && (!g.edge || /[\d一二两三四五六七八九十百几]/.test(match.input?.[start - 1] ?? ''))) return null;
  if (g.plan) {
    const end = planEnd(g.plan);
    return end && (g.edge || g.lead || g.span === '期间')
      ? { kind: 'by', date: `${end}-12-31`, ...place, doubt: null }
      : null;
  }
  if (kind === null || (!g.year && !g.rel && !g.month && !g.quarter && !g.half)) return null;
  if (g.year && (Number(g.year) < 1949 || Number(g.year) > 2100 || !/年/.test(match[0]))) return null;
  const year = yearOf(g, reference);
  if (year === null) return { kind, date: null, ...place, doubt: '日期没有写明年份' };
  if (kind === 'now') return { kind, date: null, ...place, doubt: null };
  if (kind === 'period') return { kind, date: String(year), ...place, doubt: null };
  return { kind, date: dayOf(g, year), ...place, doubt: g.year ? null : `年份按上下文取${year}年` };
}

/** All date phrases of one sentence's shadow, in order; `reference` is the year of the document. */
export function findDates(shadow: string, reference: number | null): DatePhrase[] {
  const found: DatePhrase[] = [];
  let year = reference;
  for (const match of shadow.matchAll(PHRASE)) {
    if (match[0] === '') continue;
    const phrase = phraseOf(match, year);
    if (phrase) found.push(phrase);
    if (match.groups?.year && /年/.test(match[0]) && Number(match.groups.year) > 1949) year = Number(match.groups.year);
  }
  for (const match of shadow.matchAll(NOW)) {
    const start = match.index;
    found.push({ kind: 'now', date: null, start, end: start + match[0].length, doubt: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The year figures without a year belong to: the issue year, else the year the text names most. */
export function referenceYear(shadow: string, issuedOn: string | null): number | null {
  if (issuedOn) return Number(issuedOn.slice(0, 4));
  const counts = new Map<number, number>();
  for (const match of shadow.matchAll(/(20\d{2})\s*年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? best[0] : null;
}
