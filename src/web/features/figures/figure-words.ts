import type { Figure } from '#contracts/indicators.ts';
import { countWords, dateWords, wanWords } from '../../ui/words.ts';

/** A person-times figure above ten thousand is written as the documents write it (12.3456万人次); null is a dash. */
export function valueWords({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return '—';
  return value >= 10_000 && unit === '人次' ? wanWords(value) : countWords(value);
}

/** 截至 5月31日, or 1月1日至5月31日 where the figure counts a period. */
export function timeWords(figure: Pick<Figure, 'asOf' | 'from'>, today = ''): string {
  const asOf = dateWords(figure.asOf, today);
  return figure.from ? `${dateWords(figure.from, today)}至${asOf}` : `截至${asOf}`;
}

type Scope = { area?: string | null; asOf?: string | null; from?: string | null };

/** The page of one figure in the same scope and time, so that a drill-down never changes what is counted. */
export function figurePath(code: string, scope: Scope = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(scope)) if (value) query.set(name, value);
  return `/desk/figures/${encodeURIComponent(code)}${query.size > 0 ? `?${query}` : ''}`;
}
