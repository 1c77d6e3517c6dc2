import type pg from 'pg';
import { newId } from '#shared/ids.ts';

/** A month of one point; `to` is the month's last day, or the cut-off of a month that runs still. */
export type MealCountToInsert = {
  facilityId: string;
  facilityName: string;
  areaCode: string;
  organisationId: string | null;
  from: string;
  to: string;
  personTimes: number;
};

const CHUNK = 5000;

/** Puts counts into the table as the batch role, in the caller's transaction. Answers their number. */
export async function insertMealCounts(
  client: pg.ClientBase,
  rows: readonly MealCountToInsert[],
  entered: { at: string; by: string },
): Promise<number> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    const part = rows.slice(i, i + CHUNK);
    await client.query(
      `insert into meal_counts (count_id, facility_id, facility_name, area_code, organisation_id, from_on, to_on, person_times, entered_at, entered_by)
       select t.*, $9::timestamptz, $10 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::date[], $7::date[], $8::int[]) t`,
      [
        ...[
          part.map(() => newId()),
          part.map(c => c.facilityId),
          part.map(c => c.facilityName),
          part.map(c => c.areaCode),
        ],
        ...[part.map(c => c.organisationId), part.map(c => c.from), part.map(c => c.to), part.map(c => c.personTimes)],
        ...[entered.at, entered.by],
      ],
    );
  }
  return rows.length;
}
