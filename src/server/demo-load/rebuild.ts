import type pg from 'pg';

/**
 * Tables that hold a row or more for everybody of the city: their indexes and keys are taken down before the load and put
 * up again after it, because adding to an index entry by entry is what makes the last million people slow.
 */
export const PERSON_SIZED = [
  'elders',
  'elder_sealed',
  'elder_identities',
  'elder_scopes',
  'households',
  'household_members',
  'elder_contacts',
  'elder_tags',
  'elder_rolls',
  'elder_postings',
  'benefit_applications',
] as const;

type Part = { name: string; drop: string; statement: string };

const CONSTRAINTS = `
  select c.conname as name, c.contype as kind, c.conrelid::regclass::text as table, i.relname as index,
    pg_get_constraintdef(c.oid) as definition, pg_get_indexdef(c.conindid) as index_definition
  from pg_constraint c left join pg_class i on i.oid = c.conindid
  where c.contype in ('f', 'p', 'u') and (c.conrelid = any ($1::regclass[]) or c.confrelid = any ($1::regclass[]))
  order by c.contype <> 'f', 1`;

const INDEXES = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
  where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by 1`;

type Constraint = {
  name: string;
  kind: 'f' | 'p' | 'u';
  table: string;
  index: string | null;
  definition: string;
  index_definition: string | null;
};

/**
 * Takes indexes and keys of the person-sized tables down and writes into demo_rebuild how to put them
 * up again, all in the caller's transaction: whoever is killed finds either everything standing or the list.
 */
export async function takeDown(client: pg.ClientBase): Promise<number> {
  const tables = [...PERSON_SIZED];
  const constraints = (await client.query<Constraint>(CONSTRAINTS, [tables])).rows;
  const indexes = (await client.query<{ name: string; definition: string }>(INDEXES, [tables])).rows;
  const parts = [...keysOf(constraints), ...indexes.map(plainIndex), ...foreignKeysOf(constraints)];
  for (const [i, { name, statement }] of parts.entries()) {
    await client.query('insert into demo_rebuild (position, name, statement) values ($1, $2, $3)', [
      i,
      name,
      statement,
    ]);
  }
  // Foreign keys first: they stand on the keys.
  const last = (part: Part) => Number(!part.drop.includes('/*f*/'));
  for (const { drop } of parts.toSorted((a, b) => last(a) - last(b))) await client.query(drop);
  return parts.length;
}

const quoted = (name: string) => `"${name}"`;

/** A key comes back in two statements: the index as any other, then the constraint on it, which is quick. */
function keysOf(constraints: readonly Constraint[]): Part[] {
  return constraints
    .filter(c => c.kind !== 'f')
    .map(c => {
      const kind = c.kind === 'p' ? 'primary key' : 'unique';
      const key = `alter table ${c.table} add constraint ${quoted(c.name)} ${kind} using index ${quoted(c.index ?? '')}`;
      const drop = `alter table ${c.table} drop constraint ${quoted(c.name)}`;
      return { name: `index:${c.name}`, drop, statement: `${c.index_definition}; ${key}` };
    });
}

const plainIndex = ({ name, definition }: { name: string; definition: string }): Part => ({
  name: `index:${name}`,
  drop: `drop index ${name}`,
  statement: definition,
});

function foreignKeysOf(constraints: readonly Constraint[]): Part[] {
  return constraints
    .filter(c => c.kind === 'f')
    .map(c => {
      const name = quoted(c.name);
      const statement = `alter table ${c.table} add constraint ${name} ${c.definition}`;
      return {
        name: `key:${c.table}.${c.name}`,
        drop: `/*f*/ alter table ${c.table} drop constraint ${name}`,
        statement,
      };
    });
}

/** Puts one part up again and crosses it off, in the caller's transaction. A part done before is passed over. */
export async function putUp(client: pg.ClientBase, name: string): Promise<number> {
  const { rows } = await client.query<{ statement: string }>(
    'delete from demo_rebuild where name = $1 returning statement',
    [name],
  );
  if (!rows[0]) return 0;
  await client.query(rows[0].statement);
  return 1;
}

/** What is still down, in order of putting up. */
export async function stillDown(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from demo_rebuild order by position');
  return rows.map(row => row.name);
}
