import { DomainError } from '#contracts/errors.ts';
import type { BedArea, BedEffect, BedPlace, BedResident } from '#contracts/rehearsals/beds.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import type { RehearsalRecord } from './db/drafts.ts';
import * as db from './db/places.ts';
import { getRehearsal } from './read-rehearsal.ts';
import { bedValues } from './rules/assumptions.ts';
import { monthByYear, type Share, sharesOf } from './rules/bed-change.ts';

const sharesIn = (row: RehearsalRecord): Share[] =>
  sharesOf({ startsMonth: row.starts_month, months: row.months }, bedValues(row.changes));

async function getBeds(ctx: Context, id: string): Promise<RehearsalRecord> {
  const row = await getRehearsal(ctx, id);
  if (row.kind !== 'beds') throw new DomainError('platform.not-found', '这份草案不是补床头改补人头，没有机构的结果');
  return row;
}

function sumOf(areaCode: string, places: readonly db.PlaceRow[], shares: readonly Share[]): BedArea {
  const sum = (of: (place: db.PlaceRow) => number) => places.reduce((all, place) => all + of(place), 0);
  return {
    ...{ areaCode, areaName: areaName(areaCode), places: places.length },
    morePlaces: places.filter(each => effectOf(each) === 'more').length,
    lessPlaces: places.filter(each => effectOf(each) === 'less').length,
    ...{ beds: sum(each => each.beds), residents: sum(each => each.residents), counted: sum(each => each.counted) },
    unassessed: sum(each => each.unassessed),
    ...{ bedFen: sum(each => each.bed_fen), personFen: sum(each => each.person_fen) },
    yearFen: monthByYear(places, shares),
  };
}

const effectOf = ({ bed_fen: bed, person_fen: person }: db.PlaceRow): BedEffect =>
  person > bed ? 'more' : person < bed ? 'less' : 'same';

/** Districts of the city or streets of a district: each the sum of its institutions. */
export async function readBedAreas(ctx: Context, id: string, asked: { area?: string | undefined }) {
  const row = await getBeds(ctx, id);
  const area = asked.area ?? row.area_code;
  const level = areaLevel(area) === 'city' ? 'district' : 'street';
  const [places, shares] = [await db.listAllPlaces(ctx, id, { area }), sharesIn(row)];
  const rows = [...Map.groupBy(places, place => areaAt(place.area_code, level))].map(([code, own]) =>
    sumOf(code, own, shares),
  );
  return { rows, total: sumOf(area, places, shares) };
}

type Paging = { cursor?: string | undefined; limit: number; area?: string | undefined };

export async function listBedPlaces(ctx: Context, id: string, asked: Paging & { effect?: BedEffect | undefined }) {
  const shares = sharesIn(await getBeds(ctx, id));
  const of = { area: asked.area, effect: asked.effect, after: readCursor(asked.cursor), limit: asked.limit + 1 };
  const { rows: found, total } = await db.listPlaces(ctx, id, of);
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.area_code, row.facility_id]);
  const rows = kept.map((row): BedPlace => {
    const { beds, residents, counted, unassessed } = row;
    return {
      ...{ facilityId: row.facility_id, facilityName: row.facility_name, areaCode: row.area_code },
      ...{ areaName: areaName(row.area_code), effect: effectOf(row), beds, residents, counted, unassessed },
      ...{ bedFen: row.bed_fen, personFen: row.person_fen, yearFen: monthByYear([row], shares) },
    };
  });
  return { rows, nextCursor, total, totalIsApproximate: false };
}

type AskedResidents = Paging & { facilityId?: string | undefined; standing?: db.Standing | undefined };

export async function listBedResidents(ctx: Context, id: string, { cursor, limit, ...asked }: AskedResidents) {
  await getBeds(ctx, id);
  const of = { ...asked, after: readCursor(cursor), limit: limit + 1 };
  const { rows: found, total } = await db.listResidents(ctx, id, of);
  const { kept, nextCursor } = pageOf(found, limit, row => [row.facility_id, row.elder_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const rows = kept.map(
    (row): BedResident => ({
      ...{ elderId: row.elder_id, elderName: row.elder_name, facilityId: row.facility_id },
      ...{ facilityName: row.facility_name, days: row.days, abilityLevel: row.ability_level },
      ...{ validTo: row.ability_valid_to, counted: row.counted, because: row.because, personFen: row.person_fen },
    }),
  );
  return { rows, nextCursor, total, totalIsApproximate: false };
}
