import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';
import { forgetNotDuplicates } from './duplicates.ts';

/**
 * The register's own rows of the record that goes: contacts, events and looks go over, scopes, household and sealed
 * record of the person who stays stand, and the row of `elders` itself goes. What refers to it keeps the database from
 * removing it, so that no module can be forgotten.
 */
export async function takeOverRecord(ctx: Context, merge: Merge & { fields: readonly string[] }): Promise<void> {
  const { elderId, fromElderId, fields } = merge;
  for (const table of ['elder_identities', 'elder_grams', 'elder_tags'])
    await ctx.client.query(`delete from ${table} where elder_id = $1`, [fromElderId]);
  await forgetNotDuplicates(ctx, elderId, fromElderId);
  // A value taken over brings its source along; of two cards of a kind in use the survivor's is kept.
  await ctx.client.query(
    `delete from elder_field_sources s using elder_field_sources l
     where s.elder_id = $1 and l.elder_id = $2 and l.field = s.field and s.field = any ($3)`,
    [elderId, fromElderId, fields],
  );
  await ctx.client.query(
    `update elder_cards l set status = 'ended' from elder_cards s
     where l.elder_id = $2 and s.elder_id = $1 and s.kind = l.kind and s.status <> 'ended' and l.status <> 'ended'`,
    [elderId, fromElderId],
  );
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
    { table: 'elder_corrections', sealed: { column: 'sealed', key: 'correction_id' } },
    { table: 'elder_field_sources', unless: ['field'] },
    { table: 'elder_outside_looks' },
    { table: 'elder_cards', sealed: { column: 'sealed', key: 'card_id' } },
    { table: 'elder_import_people', area: 'stays', unless: ['import_id'] },
  ]);
  await ctx.client.query('delete from elders where elder_id = $1', [fromElderId]);
}

/** A move offered to another street, or a correction nobody has decided yet: it speaks of one of the two records. */
export async function hasOpenDecision(ctx: Context, { elderId, fromElderId }: Merge): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `select from elder_handovers where elder_id in ($1, $2) and status = 'offered'
     union all select from elder_corrections where elder_id in ($1, $2) and status = 'proposed'`,
    [elderId, fromElderId],
  );
  return rowCount !== 0;
}
