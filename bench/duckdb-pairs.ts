/** The peer of row I where it is installed: block and score the same people in DuckDB, in this process. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { copyOut } from '../src/server/platform/database/copy-out.ts';

export const DUCKDB = '@duckdb/node-api';
type Connection = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
};
type Duckdb = { DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> } };

/** What the register's first look compares, by blind index where a number is sealed. */
const PEOPLE = `select e.elder_id, e.name, e.sex, e.born_on, coalesce(e.road, '') || coalesce(e.compound, '') as home,
    encode(substr(s.identity_last4_index, 1, 6), 'hex') as tail, encode(substr(s.phone_index, 1, 6), 'hex') as phone
  from elders e join elder_sealed s using (elder_id)`;

const ON = ['a.name = b.name and a.born = b.born', 'a.phone = b.phone', 'a.born = b.born and a.home = b.home'];
const SCORE = `(jaro_winkler_similarity(a.name, b.name) > 0.8)::int + (a.born = b.born)::int * 2 + (a.sex = b.sex)::int
  + (a.home = b.home)::int + (a.tail = b.tail)::int * 2 + coalesce((a.phone = b.phone)::int, 0) * 2`;

/** Processor seconds of loading, blocking and scoring, and the pairs at or above the score; undefined = not installed. */
export async function duckdbPairs(databaseUrl: string): Promise<{ seconds: number; pairs: number } | undefined> {
  const loaded = await import(DUCKDB).then(
    (module: Duckdb) => module,
    () => undefined,
  );
  if (!loaded) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'yinian-bench-duckdb-'));
  try {
    const file = join(folder, 'people.tsv');
    await writePeople(databaseUrl, file);
    const connection = await (await loaded.DuckDBInstance.create(':memory:')).connect();
    const began = process.cpuUsage();
    const names = ['id', 'name', 'sex', 'born', 'home', 'tail', 'phone'];
    const types = `{${names.map(name => `'${name}': 'VARCHAR'`).join(', ')}}`;
    await connection.run(
      `create table people as select row_number() over () as n, * from read_csv('${file}', delim='\t', header=false, nullstr='\\N', columns=${types})`,
    );
    const blocks = ON.map(on => `select a.n as a, b.n as b from people a join people b on ${on} and a.n < b.n`);
    const scored = await connection.runAndReadAll(
      `select count(*)::integer from (${blocks.join(' union ')}) p join people a on a.n = p.a join people b on b.n = p.b where ${SCORE} >= 6`,
    );
    const { user, system } = process.cpuUsage(began);
    return { seconds: (user + system) / 1e6, pairs: Number(scored.getRows()[0]?.[0] ?? 0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writePeople(databaseUrl: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const out = createWriteStream(file);
  for await (const { bytes, starts, count } of copyOut(client, PEOPLE, [])) out.write(bytes.subarray(0, starts[count]));
  out.end();
  await finished(out);
  await client.end();
}
