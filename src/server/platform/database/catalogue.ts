import type pg from 'pg';

type Column = { table: string; column: string; type: string; nullable: boolean; defaulted: boolean; text: string };

const TYPES: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  bytea: 'Buffer',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  timestamptz: 'string',
  jsonb: 'Json',
};

async function readColumns(client: pg.ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, t.typname as type,
      not a.attnotnull and c.relkind <> 'v' as nullable,
      a.atthasdef or a.attidentity <> '' as defaulted,
      format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when co.collname is not null and co.collname <> 'default' then ' collate "' || co.collname || '"' else '' end,
        case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), case a.attidentity when 'a' then ' generated always as identity' else '' end)) as text
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_collation co on co.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v') and not c.relispartition
    order by c.relname collate "C", a.attnum`);
  return rows;
}

function tsType(type: string): string {
  return type.startsWith('_') ? `${TYPES[type.slice(1)] ?? 'unknown'}[]` : (TYPES[type] ?? 'unknown');
}

const pascal = (name: string): string => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** TypeScript table types for Kysely, one interface a table or published view. */
export async function tableTypes(client: pg.ClientBase): Promise<string> {
  const byTable = Map.groupBy(await readColumns(client), column => column.table);
  const interfaces = [...byTable].map(([table, columns]) => {
    const lines = columns.map(c => {
      const base = `${tsType(c.type)}${c.nullable ? ' | null' : ''}`;
      return `  ${c.column}: ${c.defaulted ? `Generated<${base}>` : base};`;
    });
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}`;
  });
  const names = [...byTable.keys()].map(table => `  ${table}: ${pascal(table)};`).join('\n');
  const head =
    "// Written by `npm run generate` from the database's own catalogue. Do not edit.\nimport type { ColumnType, Generated as Given } from 'kysely';\n\n";
  const kinds =
    'type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Given<T>;\n\n';
  const json =
    '/** Any JSON; written as text or object, checked by zod where it is read. */\nexport type Json = ColumnType<unknown, unknown, unknown>;\n\n';
  return `${head}${json}${kinds}${interfaces.join('\n\n')}\n\nexport interface Tables {\n${names}\n}\n`;
}

/** Readable schema: tables, constraints, indexes, row rules and grants, in a stable order; a view of the catalogue, not a script to run. */
export async function schemaSql(client: pg.ClientBase): Promise<string> {
  const columns = Map.groupBy(await readColumns(client), column => column.table);
  const list = async (sql: string) => (await client.query<{ table: string; line: string }>(sql)).rows;
  const constraints = Map.groupBy(
    await list(`select conrelid::regclass::text as table, format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' order by conname collate "C"`),
    row => row.table,
  );
  const indexes = Map.groupBy(
    await list(
      `select tablename as table, indexdef || ';' as line from pg_indexes where schemaname = 'public' order by indexname collate "C"`,
    ),
    row => row.table,
  );
  const policies = Map.groupBy(
    await list(`select tablename as table, format('-- %s %s: %s', array_to_string(roles, ','), lower(cmd), coalesce(qual, with_check)) as line
      from pg_policies where schemaname = 'public' order by policyname collate "C"`),
    row => row.table,
  );
  const parts = [...columns].map(([table, cols]) => {
    const body = [...cols.map(c => c.text), ...(constraints.get(table) ?? []).map(c => c.line)].map(
      line => `  ${line}`,
    );
    const after = [...(indexes.get(table) ?? []), ...(policies.get(table) ?? [])].map(row => row.line);
    return `table ${table} (\n${body.join(',\n')}\n)\n${after.join('\n')}`;
  });
  return `-- Written by \`npm run generate\` from the database's own catalogue. Do not edit.\n\n${parts.join('\n\n')}\n`;
}
