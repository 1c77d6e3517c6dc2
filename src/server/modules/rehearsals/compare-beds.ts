import { createHash } from 'node:crypto';
import { type JudgedPlace, judgeStays } from '#modules/subsidies/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { addMonths, monthOf } from '#shared/dates.ts';
import type { RehearsalRecord } from './db/drafts.ts';
import { type PlaceRow, type ResidentRow, storePlaces, storeResidents } from './db/places.ts';
import { bedParameterOf, bedValues } from './rules/assumptions.ts';
import { mixOf, type Share, sharesOf } from './rules/bed-change.ts';
import { type Series, Tally } from './rules/tally.ts';

export const OPERATING = 'operating';

/** As the schemes' own fingerprint: everything the answer rests on, 53 bits. */
const markOf = (of: object): number =>
  Number.parseInt(createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 13), 16);

/** The last month that is over: its stays are recorded. */
export const recordsMonth = (today: string): string => monthOf(addMonths(`${monthOf(today)}-01`, -1));

/**
 * 补床头 → 补人头: today each bed is paid, under the draft year by year less for beds and more for residents. Every
 * institution is kept with its residents of the last whole month, so that the figures of a street or a district are the
 * sum of institutions, and each of these opens its people.
 */
export async function compareBeds(
  ctx: Context,
  row: RehearsalRecord,
  part: { from: string; to: string; seen: (people: number) => Promise<void> },
): Promise<Tally> {
  const values = bedValues(row.changes);
  const set = new Map(row.changes.set.map(each => [each.field, each.value]));
  const instead = Object.fromEntries(
    [...set].flatMap(([field, value]) => {
      const parameter = bedParameterOf(field);
      return parameter && typeof value === 'number' ? [[parameter, value]] : [];
    }),
  );
  const month = recordsMonth(ctx.today);
  const of = { month, from: part.from, to: part.to, instead, anyHukou: values.get('beds.hukouOnly') === false };
  const { places, unplaced } = await judgeStays(ctx, of);
  // A draft's own value, else what the district pays for a bed, else the example's.
  const perBed = (place: JudgedPlace) => Number(set.get('beds.perBed') ?? place.perBedFen ?? values.get('beds.perBed'));
  const rows = places.map(place => placeRow(place, { month, perBedFen: perBed(place) }));
  await storePlaces(ctx, row.rehearsal_id, rows);
  await storeResidents(ctx, row.rehearsal_id, places.flatMap(residentRows));
  const tally = new Tally(row.starts_month, row.months);
  const shares = sharesOf({ startsMonth: row.starts_month, months: row.months }, values);
  for (const each of rows) addPlace(tally, each, shares);
  for (const each of places) tally.addMark(markOf(each));
  const people = places.flatMap(place => place.residents);
  tally.people = new Set(people.map(each => each.elderId)).size;
  tally.changed = people.filter(each => each.counted).length;
  tally.problems = unplaced;
  await part.seen(tally.people);
  return tally;
}

function placeRow(place: JudgedPlace, { month, perBedFen }: { month: string; perBedFen: number }): PlaceRow {
  const counted = place.residents.filter(each => each.counted);
  return {
    ...{ facility_id: place.facilityId, facility_name: place.name, area_code: place.areaCode, month },
    ...{ beds: place.beds, residents: place.residents.length, counted: counted.length },
    unassessed: counted.filter(each => each.abilityLevel === null).length,
    bed_fen: place.beds * perBedFen,
    person_fen: counted.reduce((sum, each) => sum + each.fen, 0),
  };
}

const residentRows = (place: JudgedPlace): ResidentRow[] =>
  place.residents.map(each => ({
    ...{ elder_id: each.elderId, elder_name: each.elderName, facility_id: place.facilityId },
    ...{ facility_name: place.name, area_code: place.areaCode, days: each.days, ability_level: each.abilityLevel },
    ...{ ability_valid_to: each.validTo, counted: each.counted, because: each.because, person_fen: each.fen },
  }));

function addPlace(tally: Tally, place: PlaceRow, shares: readonly Share[]): void {
  const district = areaAt(place.area_code, 'district');
  const now = tally.seriesOf(district, OPERATING, 'old');
  const then = tally.seriesOf(district, OPERATING, 'new');
  for (const share of shares) {
    const { bedFen, personFen } = mixOf(place, share);
    for (let at = (share.year - 1) * 12; at < (share.year - 1) * 12 + share.months; at++) {
      add(now, at, { fen: place.bed_fen, units: place.beds });
      add(then, at, { fen: bedFen + personFen, units: place.counted });
    }
  }
}

function add(series: Series, at: number, { fen, units }: { fen: number; units: number }): void {
  series.fen[at] = (series.fen[at] ?? 0) + fen;
  series.expected[at] = (series.expected[at] ?? 0) + fen;
  series.people[at] = (series.people[at] ?? 0) + units;
}
