import type { Context } from '#platform/http/context.ts';

export type StationFacts = { rural: boolean; basis: string };

export async function findStation(ctx: Context, facilityId: string): Promise<StationFacts | undefined> {
  const { rows } = await ctx.client.query<StationFacts>(
    'select rural, basis from station_facts where facility_id = $1',
    [facilityId],
  );
  return rows[0];
}

export async function saveStation(
  ctx: Context,
  of: { facilityId: string; areaCode: string } & StationFacts,
): Promise<void> {
  await ctx.client.query(
    `insert into station_facts (facility_id, area_code, rural, basis, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (facility_id) do update set rural = $3, basis = $4, set_by = $5, set_at = $6`,
    [of.facilityId, of.areaCode, of.rural, of.basis, ctx.actor.name, ctx.now],
  );
}

/** What a meal point reported without names in the month; null = nothing. */
export async function sumReported(ctx: Context, facilityId: string, month: string): Promise<number | null> {
  const { rows } = await ctx.client.query<{ times: number | null }>(
    'select sum(person_times)::int as times from meals_v_counts where facility_id = $1 and month = $2',
    [facilityId, month],
  );
  return rows[0]?.times ?? null;
}
