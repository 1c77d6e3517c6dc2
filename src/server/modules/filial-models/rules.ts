import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence, isSure } from '#contracts/confidence.ts';
import { AreaCode, CivilDateText } from '#contracts/nouns.ts';
import type { CivilDate } from '#shared/dates.ts';

const Places = z.strictObject({ places: z.int().positive(), document: z.string(), confidence: Confidence });
const File = z.strictObject({
  districts: z.array(Places.extend({ district: AreaCode, from: CivilDateText })),
  default: Places,
});
const FILE = File.parse(parse(readFileSync(new URL('./places.yaml', import.meta.url), 'utf8')));

export type YearPlaces = { places: number; basis: string; confidence: Confidence };

/** How many a district may honour in a year, by its own document in force on the day, else our default. */
export function placesOf(district: string, on: CivilDate): YearPlaces {
  const own = FILE.districts.filter(each => each.district === district && each.from <= on).at(-1) ?? FILE.default;
  return { places: own.places, basis: own.document, confidence: own.confidence };
}

/** Why a year may not be opened so; null when it may. Only what a document says is a ceiling. */
export function refusePlaces(wanted: number, law: YearPlaces): string | null {
  return isSure(law.confidence) && wanted > law.places
    ? `文件规定每年最多${law.places}名（${law.basis}），不能开${wanted}名`
    : null;
}

/** The places as the district says them are its own; as proposed they keep what we know of them. */
export const confidenceOf = (given: { places: number; basis: string }, law: YearPlaces): Confidence =>
  given.places === law.places && given.basis === law.basis
    ? law.confidence
    : isSure(law.confidence)
      ? 'found'
      : 'uncertain';
