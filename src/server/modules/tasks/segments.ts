import type { CivilDate } from '#shared/dates.ts';
import type { RecognisedFigure } from './types.ts';

/** A piece of a progress sentence: words; a slot for an indicator in its written style; or a slot for the cut-off date. */
export type StoredSegment =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; code: string; style: FigureStyle; written: string }
  | { kind: 'as-of'; written: string };

/** How the document writes the number: 1234, 12.3456万 (decimals never rounded), 九成. */
export type FigureStyle = 'plain' | 'ten-thousands' | 'tenths';

const TENTHS = '零一二三四五六七八九十';
const AS_OF = /截至(?:\d{4}年)?\d{1,2}月(?:底|末|\d{1,2}日)/g;

/** Cuts a sentence at its figures and cut-off dates. `figures` carry the quote and value that the parser found in it. */
export function cutSentence(item: string, figures: readonly RecognisedFigure[]): StoredSegment[] {
  const slots = [...figureSlots(item, figures), ...asOfSlots(item)].sort((a, b) => a.start - b.start);
  const segments: StoredSegment[] = [];
  let at = 0;
  for (const slot of slots) {
    if (slot.start < at) continue;
    if (slot.start > at) segments.push({ kind: 'text', text: item.slice(at, slot.start) });
    segments.push(slot.segment);
    at = slot.end;
  }
  if (at < item.length) segments.push({ kind: 'text', text: item.slice(at) });
  return segments;
}

type Slot = { start: number; end: number; segment: StoredSegment };

function figureSlots(item: string, figures: readonly RecognisedFigure[]): Slot[] {
  return figures.flatMap(figure => {
    const from = item.indexOf(figure.quote);
    if (from < 0) return [];
    const token = findNumber(figure.quote, figure.value);
    if (!token) return [];
    const { style, written } = token;
    const start = from + token.start;
    return [
      { start, end: start + written.length, segment: { kind: 'figure' as const, code: figure.code, style, written } },
    ];
  });
}

const asOfSlots = (item: string): Slot[] =>
  [...item.matchAll(AS_OF)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
    segment: { kind: 'as-of', written: m[0] },
  }));

function findNumber(quote: string, value: number): { start: number; written: string; style: FigureStyle } | undefined {
  for (const m of quote.matchAll(/(\d+(?:\.\d+)?)(万)?/g)) {
    const shown = m[2] ? Math.round(Number(m[1]) * 10_000) : Number(m[1]);
    if (shown === value) return { start: m.index, written: m[0], style: m[2] ? 'ten-thousands' : 'plain' };
  }
  const tenths = /([一二三四五六七八九十])成/.exec(quote);
  if (tenths && TENTHS.indexOf(tenths[1] ?? '') * 10 === value)
    return { start: tenths.index, written: tenths[0], style: 'tenths' };
  return undefined;
}

/** Writes a computed value the way the document writes it; a share in tenths is rounded to the nearest 成. */
export function writeFigure(value: number, style: FigureStyle): string {
  if (style === 'ten-thousands') return `${trimZeros((value / 10_000).toFixed(4))}万`;
  if (style === 'tenths') return `${TENTHS[Math.round(value / 10)] ?? value}成`;
  return String(value);
}

const trimZeros = (text: string): string => text.replace(/\.?0+$/, '');

/** 截至5月底 for the last day of a month, 截至6月20日 otherwise. */
export function writeAsOf(asOf: CivilDate): string {
  const [year, month, day] = asOf.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === lastDay ? `截至${month}月底` : `截至${month}月${day}日`;
}
