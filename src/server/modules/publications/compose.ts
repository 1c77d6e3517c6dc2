import type { ReportRow, Segment } from '#contracts/publications.ts';
import { type StoredSegment, writeAsOf, writeFigure } from '#modules/tasks/index.ts';

export type StoredItem = { sortNo: number; task: string; number: number; segments: StoredSegment[] };
export type FigureValues = ReadonlyMap<string, number | null>;

/**
 * Writes the table's rows from stored sentences and computed figures. Pure: the same figures give the same text, and a
 * figure that changes touches exactly the sentences that hold it. A figure that cannot be computed keeps its written form.
 */
export function composeRows(items: readonly StoredItem[], values: FigureValues, asOf: string): ReportRow[] {
  const rows = Map.groupBy(items, item => item.sortNo);
  return [...rows].map(([number, own]) => ({
    number,
    task: own[0]?.task ?? '',
    items: own.map(item => ({
      number: item.number,
      segments: item.segments.map(segment => write(segment, values, asOf)),
    })),
  }));
}

function write(segment: StoredSegment, values: FigureValues, asOf: string): Segment {
  if (segment.kind === 'text') return { text: segment.text, figure: null };
  if (segment.kind === 'as-of') return { text: writeAsOf(asOf), figure: null };
  const value = values.get(segment.code);
  if (value === null || value === undefined) return { text: segment.written, figure: null };
  const text = writeFigure(value, segment.style);
  const changedFrom = text === segment.written ? null : segment.written;
  return { text, figure: { code: segment.code, value, asOf, changedFrom } };
}

export const itemText = (segments: readonly Segment[]): string => segments.map(segment => segment.text).join('');

/** One cell of 进展情况: numbered only where there is more than one item, as the document does. */
export function progressText(row: ReportRow): string {
  const texts = row.items.map(item => itemText(item.segments));
  return texts.length < 2 ? (texts[0] ?? '') : texts.map((text, i) => `${i + 1}.${text}`).join(' ');
}

/** The same paragraphs, one line an item: for Word, Excel and the screen. */
export function progressLines(row: ReportRow): string[] {
  const texts = row.items.map(item => itemText(item.segments));
  return texts.length < 2 ? texts : texts.map((text, i) => `${i + 1}.${text}`);
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** 2025-Q2 → 二季度进展情况, the heading of the third column. */
export const headingOf = (period: string): string => `${QUARTERS[Number(period.slice(-1)) - 1]}季度进展情况`;
