import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, MonthText, PageQuery, page } from '../nouns.ts';

/** What the full change does to an institution: a month by its residents against a month by its beds. */
export const BED_EFFECTS = ['more', 'less', 'same'] as const;
export const BedEffect = z.enum(BED_EFFECTS, { error: '请选变多、变少或不变' });
export type BedEffect = z.infer<typeof BedEffect>;
export const BED_EFFECT_LABELS = {
  more: '变多',
  less: '变少',
  same: '不变',
} as const satisfies Record<BedEffect, string>;

/** One year of the change, the whole area; money of all its months. */
export const BedYear = z.object({
  /** 1 = the first twelve months. */
  year: z.int(),
  from: MonthText,
  to: MonthText,
  months: z.int(),
  /** How much of the full rate is paid by bed, and by resident; per cent. */
  bedPercent: z.int(),
  personPercent: z.int(),
  bedFen: Fen,
  personFen: Fen,
  /** Had nothing been changed. */
  nowFen: Fen,
  /** Persons' part of what is paid, tenths of a percent; null where nothing is. */
  personPerMille: z.int().nullable(),
});
export type BedYear = z.infer<typeof BedYear>;

/** The change as it was worked out from the stays of one month. */
export const BedChange = z.object({
  /** Null = no institution in the area. */
  month: MonthText.nullable(),
  /** Live in an institution by their file, but no institution has recorded their stay. */
  unplaced: z.int(),
  years: z.array(BedYear),
});
export type BedChange = z.infer<typeof BedChange>;

/** Money is of one month: in full by beds, in full by residents, and the mix of each year. */
const BedSums = {
  beds: z.int(),
  /** With a stay recorded in the month. */
  residents: z.int(),
  /** Of them those whom the scheme counts. */
  counted: z.int(),
  /** Of the counted those without a valid assessment: they are paid the least, so they come first. */
  unassessed: z.int(),
  bedFen: Fen,
  personFen: Fen,
  yearFen: z.array(Fen),
};
export const BedArea = z.object({
  areaCode: AreaCode,
  areaName: z.string(),
  places: z.int(),
  morePlaces: z.int(),
  lessPlaces: z.int(),
  ...BedSums,
});
export type BedArea = z.infer<typeof BedArea>;

const ById = z.object({ id: Id });

export const readBedAreas = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id/bed-areas',
  summary: '补床头改补人头：各区（或一个区的各街道）现在和以后每月多少，几家变多几家变少',
  params: ById,
  query: z.object({ area: AreaCode.optional() }),
  response: z.object({ rows: z.array(BedArea), total: BedArea }),
  errors: ['platform.not-found'],
});

export const BedPlace = z.object({
  facilityId: Id,
  facilityName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  effect: BedEffect,
  ...BedSums,
});
export type BedPlace = z.infer<typeof BedPlace>;

export const listBedPlaces = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id/places',
  savedAs: '补床头改补人头各机构',
  summary: '补床头改补人头：每家机构的床位、住的人、两种办法各多少',
  params: ById,
  query: PageQuery.extend({ area: AreaCode.optional(), effect: BedEffect.optional() }),
  response: page(BedPlace),
  errors: ['platform.not-found'],
});

export const BedResident = z.object({
  elderId: Id,
  elderName: z.string(),
  facilityId: Id,
  facilityName: z.string(),
  days: z.int(),
  /** Of a valid assessment; null = none. */
  abilityLevel: z.int().nullable(),
  validTo: CivilDateText.nullable(),
  counted: z.boolean(),
  because: z.string(),
  personFen: Fen,
});
export type BedResident = z.infer<typeof BedResident>;

export const listBedResidents = endpoint({
  method: 'GET',
  path: '/api/rehearsals/:id/residents',
  savedAs: '补人头涉及的老年人',
  summary: '补床头改补人头：住在哪一家、住了几天、什么等级、计不计入和为什么',
  params: ById,
  query: PageQuery.extend({
    area: AreaCode.optional(),
    facilityId: Id.optional(),
    standing: z.enum(['counted', 'left-out', 'unassessed'], { error: '请选计入、没有计入或没有有效评估' }).optional(),
  }),
  response: page(BedResident),
  errors: ['platform.not-found'],
});
