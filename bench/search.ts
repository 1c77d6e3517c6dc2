/**
 * Job F of the goals: search on the register of a whole city under the row rules. Needs a city that `yinian demo --elders`
 * has made: `YINIAN_DATA=<its folder> node bench/search.ts [searches a kind] [figures of a smaller city.json]`.
 * The limit is one btree probe in a transaction of its own; the peer is pg_trgm without row rules on the same people.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/server/config.ts';
import { findElders } from '../src/server/modules/elders/index.ts';
import { syllablesOf } from '../src/server/modules/elders/rules/grams.ts';
import { connectDatabase } from '../src/server/platform/database/connect.ts';
import { inTransaction } from '../src/server/platform/database/transaction.ts';
import { batchContext, type Context } from '../src/server/platform/http/context.ts';
import { open } from '../src/server/platform/secrets/seal.ts';
import { productKeys } from '../src/server/product-keys.ts';
import { areaAt, areaRange } from '../src/shared/area-codes.ts';
import { newId } from '../src/shared/ids.ts';
import { randomOf } from '../src/shared/random.ts';
import { handOver, type Line, printLines } from './lines.ts';

const ROUNDS = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 40);
const SMALLER = process.argv.find(arg => /bench-search.*\.json$/.test(arg));
const LEVELS = ['community', 'street', 'district', 'city'] as const;
type Level = (typeof LEVELS)[number];
type Person = {
  elderId: string;
  areaCode: string;
  name: string;
  compound: string | null;
  identity: string;
  phone: string | null;
};

const config = readConfig();
const database = await connectDatabase(config, { mayShare: true });
const keys = await productKeys(config, database.pool);
const admin = new pg.Client({ connectionString: database.ownerUrl ?? database.appUrl });
await admin.connect();

const today = '2025-06-20';
const under = <T>(areaCode: string, work: (ctx: Context) => Promise<T>): Promise<T> => {
  const { from: areaFrom, to: areaTo } = areaRange(areaCode);
  const scope = { way: 'area' as const, areaFrom, areaTo };
  return inTransaction(database.pool, { scope, readOnly: true }, async tx => {
    const clock = { today, now: `${today}T02:00:00.000Z`, demo: true };
    const ctx = batchContext(tx, { clock, scope, keys, requestId: newId() });
    return work({ ...ctx, actor: { ...ctx.actor, areaCode } });
  });
};

/** People drawn over the whole city, with the numbers that somebody would type. */
async function sample(many: number): Promise<Person[]> {
  const { rows } = await admin.query<{
    elder_id: string;
    area_code: string;
    name: string;
    compound: string | null;
    sealed: Buffer;
  }>(
    `select e.elder_id, e.area_code, e.name, e.compound, s.sealed
     from elders e tablesample system (0.4) repeatable (7) join elder_sealed s using (elder_id) limit $1`,
    [30_000],
  );
  const r = randomOf(7, 'bench-search');
  return Array.from({ length: many }, () => rows[r.below(rows.length)] as (typeof rows)[number]).map(row => {
    const sealed = open(keys, { table: 'elder_sealed', elderId: row.elder_id }, row.sealed) as {
      identityNumber: string;
      phone: string | null;
    };
    return {
      elderId: row.elder_id,
      areaCode: row.area_code,
      name: row.name,
      compound: row.compound,
      identity: sealed.identityNumber,
      phone: sealed.phone,
    };
  });
}

const initials = (p: Person) =>
  syllablesOf(p.name)
    .map(s => s.charAt(0))
    .join('');
const ADDRESS = (p: Person) => (p.compound ?? p.name).slice(0, 2);
const KINDS: Record<string, (p: Person) => string> = {
  'name, two characters': p => p.name.slice(-2),
  'name, one character': p => p.name.slice(0, 1),
  'whole name': p => p.name,
  'pinyin initials': initials,
  'identity number': p => p.identity,
  'identity last four': p => p.identity.slice(-4),
  phone: p => p.phone ?? p.identity,
  'phone last four': p => (p.phone ?? p.identity).slice(-4),
  'address, two characters': ADDRESS,
  'name + address': p => `${p.name.slice(-2)} ${ADDRESS(p)}`,
  'initials + address': p => `${initials(p)} ${ADDRESS(p)}`,
  'surname + initials': p => `${p.name.slice(0, 1)} ${initials(p)}`,
  'name + last four': p => `${p.name.slice(0, 2)} ${p.identity.slice(-4)}`,
  'initials + phone': p => `${initials(p)} ${(p.phone ?? p.identity).slice(-4)}`,
  'common name + common initials': () => '建国 wjg',
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (ms: number) => Math.round(ms * 100) / 100;
const figures = (times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: round(at(sorted, 0.5)), p99: round(at(sorted, 0.99)), worst: round(sorted.at(-1) ?? 0) };
};

const search = (areaCode: string, q: string) => under(areaCode, ctx => findElders(ctx, { q, limit: 50 } as never));

async function measure(people: readonly Person[]) {
  const byLevel: Record<string, ReturnType<typeof figures>> = {};
  const byKind: Record<string, ReturnType<typeof figures>> = {};
  const kinds = new Map(Object.keys(KINDS).map(kind => [kind, [] as number[]]));
  for (const level of LEVELS) {
    const times: number[] = [];
    for (const person of people) {
      const area = areaAt(person.areaCode, level as Level);
      for (const [kind, typed] of Object.entries(KINDS)) {
        let found: Awaited<ReturnType<typeof search>> | undefined;
        // The pages of 20 GB are not all in memory after a load: once to bring them there, then the one that counts.
        await search(area, typed(person));
        const ms = await timed(async () => {
          found = await search(area, typed(person));
        });
        if (kind === 'identity number' && found?.rows[0]?.elderId !== person.elderId)
          throw new Error(`not found: ${kind}`);
        times.push(ms);
        if (level === 'city') kinds.get(kind)?.push(ms);
      }
    }
    byLevel[level] = figures(times);
  }
  for (const [kind, times] of kinds) byKind[kind] = figures(times);
  return { byLevel, byKind };
}

/** One row by its key, in a transaction under the same rules: nothing that asks the database can be quicker. */
async function probe(people: readonly Person[]) {
  const times: number[] = [];
  for (const { elderId, areaCode } of people) {
    times.push(
      await timed(() =>
        under(areaAt(areaCode, 'city'), ctx => ctx.client.query('select 1 from elders where elder_id = $1', [elderId])),
      ),
    );
  }
  return figures(times);
}

/** pg_trgm over the same names and addresses, as superuser: row rules would keep it from its index altogether. */
async function peer(people: readonly Person[]) {
  await admin.query('create extension if not exists pg_trgm; create schema if not exists bench');
  await admin.query(`create unlogged table if not exists bench.people as
    select elder_id, area_code, name, coalesce(road, '') || coalesce(compound, '') as address from elders`);
  await admin.query('create index if not exists people_name on bench.people using gin (name gin_trgm_ops)');
  await admin.query('create index if not exists people_address on bench.people using gin (address gin_trgm_ops)');
  await admin.query('analyze bench.people');
  const like = async (column: string, text: (p: Person) => string) => {
    const times: number[] = [];
    for (const person of people.slice(0, 12)) {
      const sql = `select * from bench.people where ${column} like $1 order by area_code, name, elder_id limit 50`;
      times.push(await timed(() => admin.query(sql, [`%${text(person)}%`])));
    }
    return figures(times);
  };
  const made = {
    name: await like('name', p => p.name.slice(-2)),
    address: await like('address', p => (p.compound ?? '').slice(0, 4)),
  };
  await admin.query('drop schema bench cascade');
  return made;
}

/** Bytes a person of everything that only the search needs: rolls, postings, grams, blind indexes and what indexes them. */
async function bytes(): Promise<{ people: number; bytesAPerson: number; parts: Record<string, number> }> {
  const { rows } = await admin.query<{ people: number; part: string; size: number }>(
    `select (select count(*) from elders)::int as people, part, sum(size)::bigint as size from (
       select c.relname as part, pg_total_relation_size(c.oid) as size from pg_class c
         where c.relname in ('elder_rolls', 'elder_postings', 'elder_roll_gaps', 'elder_grams')
       union all select c.relname, pg_relation_size(c.oid) from pg_class c
         where c.relname in ('elder_sealed_identity', 'elder_sealed_identity_last4', 'elder_sealed_phone', 'elder_sealed_phone_last4')
       union all select 'columns of elder_sealed', sum(pg_column_size(identity_index) + pg_column_size(identity_last4_index)
         + coalesce(pg_column_size(phone_index), 0) + coalesce(pg_column_size(phone_last4_index), 0)) from elder_sealed) s
     group by 1, 2 order by 3 desc`,
  );
  const people = rows[0]?.people ?? 1;
  const parts = Object.fromEntries(rows.map(row => [row.part, round(Number(row.size) / people)]));
  return { people, bytesAPerson: round(Object.values(parts).reduce((a, b) => a + b, 0)), parts };
}

const people = await sample(ROUNDS);
await measure(people.slice(0, 3));
const limit = await probe(people);
const ours = await measure(people);
const size = await bytes();
const trgm = process.env.YINIAN_BENCH_PEER === 'no' ? undefined : await peer(people);
const before = SMALLER ? (JSON.parse(readFileSync(SMALLER, 'utf8')) as { ours: typeof ours }) : undefined;

console.log(`${size.people} people, ${ROUNDS * Object.keys(KINDS).length} searches a level, milliseconds`);
console.table({
  ...ours.byLevel,
  'limit: one btree probe': limit,
  ...(trgm ? { 'peer: pg_trgm two characters': trgm.name, 'peer: pg_trgm address': trgm.address } : {}),
});
console.log('city level by kind');
console.table(ours.byKind);
console.log('bytes a person', JSON.stringify(size.parts));
const levels = Object.values(ours.byLevel);
const goalOf = (goal: string, value: number, most: number): Line => ({
  ...{
    row: 'F',
    job: `search among ${size.people.toLocaleString('en')} people`,
    unit: goal.includes('bytes') ? 'B' : 'ms',
  },
  ...{
    ours: value,
    limit: goal.includes('p99') ? limit.p99 : null,
    peer: goal.includes('p99') ? (trgm?.name.p99 ?? null) : null,
  },
  ...{ ratio: round(value / most), goal, met: value <= most },
  ...(goal.includes('p99') && !trgm ? { notRun: ['pg_trgm (YINIAN_BENCH_PEER=no)'] } : {}),
});
const smaller = round((ours.byLevel.city?.p50 ?? 0) / (before?.ours.byLevel.city?.p50 ?? Number.NaN));
const lines = [
  goalOf('p99 ≤ 20 ms at every level', Math.max(...levels.map(l => l.p99)), 20),
  goalOf('worst ≤ 100 ms', Math.max(...levels.map(l => l.worst)), 100),
  goalOf('structures ≤ 600 bytes a person', size.bytesAPerson, 600),
  ...(before ? [{ ...goalOf('p50 ≤ 1.3 × the smaller city', smaller, 1.3), unit: '×' }] : []),
];
printLines(lines);
handOver(lines);
writeFileSync(join(config.dataDir, 'bench-search.json'), JSON.stringify({ ours, limit, trgm, size }));
await admin.end();
await database.close();
