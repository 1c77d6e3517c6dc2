import { DomainError } from '#contracts/errors.ts';
import type { Letter } from '#contracts/letters.ts';
import type { Context } from '#platform/http/context.ts';
import { issueLetter } from './issue-letter.ts';
import { getLetter, readLetter, whyNotReissue } from './read-letters.ts';

/** A new version from the records as they stand now; the one before stays as it was, marked as replaced. */
export async function reissueLetter(ctx: Context, id: string, reason: string): Promise<Letter> {
  const row = await getLetter(ctx, id);
  const because = whyNotReissue(ctx, row);
  if (because) throw new DomainError(row.newest > row.version ? 'letters.replaced' : 'letters.not-issuer', because);
  const subject = { kind: row.subject_kind, id: row.subject_id };
  const matter = { kind: row.kind, elderId: row.elder_id, areaCode: row.area_code, subject };
  const made = await issueLetter(ctx, matter, reason);
  if (!made) throw new DomainError('platform.not-found', '没有找到这位老人的档案');
  return readLetter(ctx, made);
}
