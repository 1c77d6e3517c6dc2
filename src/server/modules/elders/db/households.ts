import type { Context } from '#platform/http/context.ts';
import { ageOn } from '#shared/dates.ts';

/** The household behind a door, if somebody of it is registered already. */
export async function findHousehold(ctx: Context, doorIndex: Buffer): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('households')
    .select('household_id')
    .where('door_index', '=', doorIndex)
    .orderBy('household_id')
    .executeTakeFirst();
  return row?.household_id;
}

/** Registered people of the same household, the person first. */
export async function readHousehold(ctx: Context, elderId: string) {
  const { rows } = await ctx.client.query<{
    household_id: string;
    elder_id: string;
    relation: string;
    name: string;
    born_on: string;
  }>(
    `select m.household_id, m.elder_id, m.relation, e.name, e.born_on
     from household_members own
     join household_members m on m.household_id = own.household_id
     join elders e on e.elder_id = m.elder_id and e.died_on is null
     where own.elder_id = $1
     order by (m.elder_id = $1) desc, e.born_on limit 20`,
    [elderId],
  );
  const members = rows.map(row => ({
    elderId: row.elder_id,
    name: row.name,
    age: ageOn(row.born_on, ctx.today),
    relation: row.elder_id === elderId ? '本人' : '同住',
  }));
  return { householdId: rows[0]?.household_id ?? elderId, members };
}
