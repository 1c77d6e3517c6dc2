import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/confidence.ts';
import { CivilDateText } from '#contracts/nouns.ts';
import { RATING_REGIONS, RATING_SCALES, type RecognisedRating } from '#contracts/recognised-ratings.ts';
import type { CivilDate } from '#shared/dates.ts';

const File = z.strictObject({
  equivalences: z.array(
    z.strictObject({
      scale: z.enum(RATING_SCALES),
      regions: z.array(z.enum(RATING_REGIONS)),
      from: CivilDateText,
      to: CivilDateText.nullable(),
      /** Grade there → star here; null = no document says so. */
      stars: z.record(z.coerce.number(), z.int().min(1).max(5)).nullable(),
      document: z.string(),
      confidence: Confidence,
      note: z.string().nullable(),
    }),
  ),
});
const FILE = File.parse(parse(readFileSync(new URL('./equivalences.yaml', import.meta.url), 'utf8')));

type Rated = Pick<RecognisedRating, 'region' | 'scale' | 'grade'>;

/** What a grade of another region is worth here on a day; null before anything was recognised. */
export function equivalenceOf({ region, scale, grade }: Rated, on: CivilDate): RecognisedRating['equivalence'] {
  const found = FILE.equivalences.find(
    each => each.scale === scale && each.regions.includes(region) && each.from <= on && on <= (each.to ?? '9999-12-31'),
  );
  if (!found) return null;
  const { document, confidence, note, from, stars } = found;
  return { star: stars?.[grade] ?? null, document, confidence, note, fromOn: from };
}
