import type { Endpoint } from '#contracts/endpoint.ts';
import { EXPORT_FORMAT_LABELS, EXPORT_FORMATS, exportPathOf } from '#contracts/exports.ts';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { urlOf } from './api-address.ts';
import type { FileLink } from './ui/files-menu.tsx';

/** The files of a list as it is asked for; none when it has none, or when it was asked by the number of a person. */
export function filesOf(list: Endpoint, input: { params?: unknown; query?: unknown }): FileLink[] {
  const { limit: _page, ...query } = (input.query ?? {}) as Record<string, unknown>;
  if (!list.savedAs || holdsPersonNumber(String(query.q ?? ''))) return [];
  const of = { path: exportPathOf(list), asks: 'address' } as const;
  return EXPORT_FORMATS.map(format => ({
    label: EXPORT_FORMAT_LABELS[format],
    href: urlOf(of, { ...input, query: { ...query, format } }),
  }));
}
