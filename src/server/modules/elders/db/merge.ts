import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';
import { forgetNotDuplicates } from './duplicates.ts';

/**
 * The register's own rows of the record that goes: contacts, events and looks go over, scopes, household and sealed
 * record of the person who stays stand, and the row of `elders` itself goes. What refers to it keeps the database from
 * removing it, so that no module can be forgotten.
 */
export async function takeOverRecord(ctx: Context, merge: Merge): Promise<void> {
  const { elderId, fromElderId } = merge;
  for (const table of ['elder_identities', 'elder_grams', 'elder_tags'])
    await ctx.client.query(`delete from ${table} where elder_id = $1`, [fromElderId]);
  await forgetNotDuplicates(ctx, elderId, fromElderId);
  await takeOver(ctx, merge, [
    { table: 'elder_sealed', unless: [] },
    { table: 'elder_scopes', unless: [] },
    { table: 'household_members', unless: [] },
    {
      table: 'elder_contacts',
      unless: ['phone_index', 'removed_at'],
      sealed: { column: 'sealed', key: 'contact_id' },
      set: 'position = position + 100',
    },
    { table: 'elder_not_duplicates', unless: ['other_elder_id'] },
    { table: 'elder_reveals' },
    { table: 'elder_life_events', sealed: { column: 'sealed', key: 'event_id' } },
    { table: 'elder_handovers' },
    { table: 'elder_import_people', area: 'stays', unless: ['import_id'] },
  ]);
  await ctx.client.query('delete from elders where elder_id = $1', [fromElderId]);
}

export async function hasOpenHandover(ctx: Context, { elderId, fromElderId }: Merge): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    "select from elder_handovers where elder_id in ($1, $2) and status = 'offered'",
    [elderId, fromElderId],
  );
  return rowCount !== 0;
}
