import type pg from 'pg';
import { arrayParameter } from '#platform/database/array-parameter.ts';
import { copyRows } from '#platform/database/copy-rows.ts';
import type { Rows } from '../prepare-people.ts';

/** Columns with their array types, in the order prepare-people.ts writes them. */
const TABLES = {
  elders: [
    'elder_id uuid',
    'area_code text',
    'name text',
    'sex text',
    'born_on date',
    'nation text',
    'marital_status text',
    'hukou_area_code text',
    'hukou_in_beijing boolean',
    'road text',
    'compound text',
    'lon float8',
    'lat float8',
    'living text',
    'left_behind boolean',
    'economic_class text',
    'family_planning_special boolean',
    'military_family boolean',
    'ability_level smallint',
    'ability_valid_to date',
    'dementia boolean',
    'disabilities jsonb',
    'multiple_disability boolean',
    'diseases jsonb',
    'wish_for_visits boolean',
    'service_mode text',
    'status text',
    'source text',
    'registered_at timestamptz',
    'verified_at timestamptz',
    'confirmed_on date',
    'confirmed_by text',
    'updated_at timestamptz',
    'updated_by text',
  ],
  elder_identities: ['identity_index bytea', 'elder_id uuid', 'area_code text'],
  elder_sealed: [
    'area_code text',
    'name text',
    'elder_id uuid',
    'sealed bytea',
    'identity_index bytea',
    'identity_last4_index bytea',
    'phone_index bytea',
    'phone_last4_index bytea',
  ],
  elder_scopes: [
    'elder_id uuid',
    'scope_id uuid',
    'area_code text',
    'kind text',
    'scope_area_code text',
    'from_on date',
  ],
  households: [
    'household_id uuid',
    'area_code text',
    'road text',
    'compound text',
    'door_index bytea',
    'made_at timestamptz',
  ],
  household_members: ['elder_id uuid', 'household_id uuid', 'area_code text', 'relation text', 'since_on date'],
  elder_contacts: [
    'elder_id uuid',
    'contact_id uuid',
    'area_code text',
    'name text',
    'relation text',
    'sealed bytea',
    'phone_index bytea',
    'phone_last4 text',
    'is_emergency boolean',
    'lives_together boolean',
    'position smallint',
  ],
  elder_tags: [
    'elder_id uuid',
    'code text',
    'area_code text',
    'name text',
    'family text',
    'value text',
    'reason text',
    'source_kind text',
    'source_id text',
    'computed_at timestamptz',
    'valid_from date',
    'valid_to date',
  ],
  elder_grams: ['gram text', 'area_code text', 'name text', 'elder_id uuid'],
} as const satisfies Record<string, readonly string[]>;
export type InsertTable = keyof typeof TABLES;

/** The order in which foreign keys are satisfied. A request may not write elder_identities: it claims the number. */
const ORDER = Object.keys(TABLES) as InsertTable[];

/** Inserts rows of many people, one statement a table; people already there (same ids) are an error. */
export async function insertRows(client: pg.ClientBase, rows: Rows, skip: readonly InsertTable[] = []): Promise<void> {
  for (const table of ORDER) {
    const lines = rows[table] ?? [];
    if (lines.length > 0 && !skip.includes(table)) await insertInto(client, table, lines);
  }
}

/** The same by COPY, for a client above the row rules; everything has to be new, households given once. */
export async function copyTables(client: pg.ClientBase, rows: Rows): Promise<void> {
  for (const table of ORDER) {
    const columns = TABLES[table].map(c => c.split(' ')[0] ?? '');
    const lines = rows[table] ?? [];
    if (lines.length > 0) await copyRows(client, { table, columns }, lines);
  }
}

async function insertInto(client: pg.ClientBase, table: InsertTable, lines: readonly unknown[][]): Promise<void> {
  const columns = TABLES[table].map(c => c.split(' ') as [string, string]);
  const names = columns.map(([name]) => name).join(', ');
  const lists = columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ');
  const values = columns.map(([, type], i) =>
    arrayParameter(
      lines.map(line => line[i]),
      type,
    ),
  );
  // People of one household come with the same household.
  const again = table === 'households' || table === 'elder_grams' ? ' on conflict do nothing' : '';
  await client.query({
    name: `insert-${table}`,
    text: `insert into ${table} (${names}) select * from unnest(${lists})${again}`,
    values,
  });
}
