import { DomainError } from '#contracts/errors.ts';

/** Where the next page starts: newest first by instant, then id. */
export type Keyset = { at: string; id: string };

export const writeCursor = (last: Keyset): string => Buffer.from(`${last.at} ${last.id}`).toString('base64url');

/** Throws platform.invalid-input on a cursor that this server did not write. */
export function readCursor(cursor: string | undefined): Keyset | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isWhole = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id);
  if (!isWhole) throw new DomainError('platform.invalid-input', '翻页位置不对，请回到第一页');
  return { at, id };
}

/** Cuts the one row too many that tells whether there is a next page. */
export function pageOf<T, R>(
  found: readonly T[],
  given: { limit: number; total: number; key: (row: T) => Keyset; show: (row: T) => R },
) {
  const rows = found.slice(0, given.limit);
  const last = found.length > given.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(given.show),
    nextCursor: last ? writeCursor(given.key(last)) : null,
    total: given.total,
    totalIsApproximate: given.total === 10_000,
  };
}
