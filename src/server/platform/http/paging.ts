import { DomainError } from '#contracts/errors.ts';

/** Opaque keyset cursor of two sort columns. */
export const cursorOf = (sort: string, id: string): string =>
  Buffer.from(JSON.stringify([sort, id])).toString('base64url');

export function readCursor(text: string | undefined): { sort: string; id: string } | undefined {
  if (!text) return undefined;
  try {
    const [sort, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    if (typeof sort === 'string' && typeof id === 'string') return { sort, id };
  } catch {
    // falls through to the one sentence
  }
  throw new DomainError('platform.invalid-input', '翻页位置不对，请从第一页重新打开');
}

/** Cuts the look-ahead row off and names where the next page starts. */
export function pageOf<R>(rows: R[], limit: number, key: (row: R) => [string, string]) {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { kept, nextCursor: rows.length > limit && last ? cursorOf(...key(last)) : null };
}
