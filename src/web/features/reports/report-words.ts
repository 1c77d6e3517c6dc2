import type { Report, Segment } from '#contracts/publications.ts';

export type Check = Report['checks'][number];

const QUARTERS = '一二三四';

/** 2025-Q2 → 2025年二季度. */
export const periodWords = (period: string): string =>
  `${period.slice(0, 4)}年${QUARTERS[Number(period.slice(-1)) - 1]}季度`;

/** The current quarter and the five before it, newest first. */
export function periodOptions(today: string): { value: string; label: string }[] {
  if (!today) return [];
  const now = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: 6 }, (_, back) => {
    const value = `${Math.floor((now - back) / 4)}-Q${((now - back) % 4) + 1}`;
    return { value, label: periodWords(value) };
  });
}

/** 一是、二是 stand as 1. 2. in the source; a single item carries no number. */
export const itemNumber = (items: readonly unknown[], index: number): string =>
  items.length > 1 ? `${index + 1}. ` : '';

type Figure = NonNullable<Segment['figure']>;

/** Every place of the report where this indicator stands. */
export function placesOf(report: Report, code: string): { row: number; text: string; figure: Figure }[] {
  return report.rows.flatMap(row =>
    row.items.flatMap(item =>
      item.segments.flatMap(({ text, figure }) => (figure?.code === code ? [{ row: row.number, text, figure }] : [])),
    ),
  );
}

export const checksOfRow = (report: Report, row: number): Check[] =>
  report.checks.filter(check => check.rows.includes(row));

/** Words and units off a check's sum: 完成108个 + 在施30个 = 138个 → 108 + 30 = 138. */
const bare = (sum: string): string => sum.replace(/[^\d.万%+−÷= ]/g, '');

export type Equation = { words: string; parts: { label: string; value: number }[] };

/** The sum a figure stands in, as its row's checks write it (108 + 30 + 62 = 200); sums before shares. */
export function equationOf(checks: readonly Check[], text: string): Equation | null {
  const found = checks
    .map(check => (check.description.split('：')[1] ?? check.description).split('，')[0] ?? '')
    .filter(sum => sum.includes(' = '));
  const own = found.filter(sum => bare(sum).split(/[ %]+/).includes(text.replace('%', '')));
  const sum = own.find(one => one.includes(' + ')) ?? own[0];
  return sum === undefined ? null : { words: bare(sum), parts: partsOf(sum) };
}

/** 已完工108个 + 在施30个 + 未开工62个 → the parts that the bar draws; none where the check is no sum. */
function partsOf(sum: string): Equation['parts'] {
  const terms = (sum.split(' = ')[0] ?? '').split(' + ');
  if (terms.length < 2) return [];
  return terms.flatMap(term => {
    const [, label, value] = /^(\D+)([\d.]+)/.exec(term) ?? [];
    return label && value ? [{ label, value: Number(value) }] : [];
  });
}

/** 3 项核对全部通过 or 34 项核对，1 处对不上. */
export function checksWords(checks: readonly Check[]): string {
  const wrong = checks.filter(check => !check.ok).length;
  if (checks.length === 0) return '没有可以核对的算式';
  return wrong === 0 ? `${checks.length}项算术核对全部通过` : `${checks.length}项算术核对，${wrong}处对不上`;
}

/** Which drawer the URL opens. */
export type Shown =
  | { kind: 'figure'; code: string; row: number }
  | { kind: 'checks' }
  | { kind: 'history' }
  | { kind: 'nothing' };

export function shownIn(params: URLSearchParams): Shown {
  const code = params.get('figure');
  if (code) return { kind: 'figure', code, row: Number(params.get('row')) };
  const show = params.get('show');
  return show === 'checks' || show === 'history' ? { kind: show } : { kind: 'nothing' };
}
