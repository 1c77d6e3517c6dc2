/**
 * Row A: a whole month of the three allowances, from reading the register to storing what changed, against COPY of the same
 * input columns out of the same PostgreSQL and of the rows that changed into a table with the same indexes. Needs a city made
 * by `yinian demo --elders N`: `YINIAN_DATA=<its folder> node bench/month.ts [runs]`. Counts processor time, Node's and
 * PostgreSQL's together: others may share the machine. Takes out again what it stores.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/server/config.ts';
import { determineMonth } from '../src/server/modules/benefits/cli-determine.ts';
import { connectDatabase } from '../src/server/platform/database/connect.ts';
import { copyPieces } from '../src/server/platform/database/copy-in.ts';
import { jobTools } from '../src/server/platform/jobs/worker.ts';
import { productKeys } from '../src/server/product-keys.ts';
import { handOver, type Line, median, printLines, rounded } from './lines.ts';

const RUNS = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 3);
const CITY = '110000000000';
/** A month that the demo has determined for nobody. */
const MONTH = '2025-07';
const CHANGED = 1_000;

const config = readConfig();
const database = await connectDatabase(config, { mayShare: true });
const tools = jobTools(database.pool, await productKeys(config, database.pool));
const admin = new pg.Client({ connectionString: database.ownerUrl ?? database.appUrl });
await admin.connect();

/** Seconds of all processes of this PostgreSQL; they stand in /proc. */
function postgresSeconds(): number {
  const file = join(config.dataDir, 'postgres/data/postmaster.pid');
  if (!existsSync(file)) return Number.NaN;
  const postmaster = readFileSync(file, 'utf8').split('\n')[0] ?? '';
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || !existsSync(`/proc/${entry}/stat`)) continue;
    const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [user = 0, system = 0, ended = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
    if (entry === postmaster) ticks += user + system + ended + endedSystem;
    else if (fields[1] === postmaster) ticks += user + system;
  }
  return ticks / 100;
}

type Seconds = { node: number; postgres: number; wall: number };
const sumOf = ({ node, postgres }: Seconds): number => node + postgres;

async function time(work: () => Promise<unknown>): Promise<Seconds> {
  const [node, postgres, wall] = [process.cpuUsage(), postgresSeconds(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(node);
  return {
    node: (user + system) / 1e6,
    postgres: postgresSeconds() - postgres,
    wall: (performance.now() - wall) / 1000,
  };
}

/** The columns a determination reads, table by table; the bytes are thrown away. */
const INPUT = [
  `select elder_id, area_code, hukou_area_code, born_on, hukou_in_beijing, hukou_left_on, economic_class, family_planning_special,
     disabilities, multiple_disability, died_on, ability_level from elders`,
  'select elder_id, level, assessed_on, published_on, status from assessments_v_facts',
  'select elder_id, other_benefits, imprisoned_on, released_on, declared_missing_on, by_scheme from benefit_facts',
  'select elder_id, scheme, applied_on, status from benefit_applications',
];

type Wire = { query(text: string): void };
const copyOut = (sql: string, keep?: Buffer[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const query = {
      submit: (wire: Wire) => wire.query(`copy (${sql}) to stdout`),
      handleCopyData: (message: { chunk: Buffer }) => {
        keep?.push(Buffer.from(message.chunk));
      },
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    };
    admin.query(query as unknown as pg.Submittable);
  });

const forget = async () => {
  await admin.query('delete from benefit_determinations where month = $1', [MONTH]);
  await admin.query('delete from benefit_batches where month = $1', [MONTH]);
  await admin.query('vacuum (analyze) benefit_determinations');
};

async function copies(): Promise<void> {
  for (const sql of INPUT) await copyOut(sql);
}

/** What the month stored, as COPY writes it, and an empty table with the same indexes to take it. */
async function changedRows(): Promise<Buffer[]> {
  const rows: Buffer[] = [];
  await copyOut(`select * from benefit_determinations where month = '${MONTH}'`, rows);
  await admin.query('drop table if exists bench_determinations');
  await admin.query('create table bench_determinations (like benefit_determinations including all)');
  return rows;
}

async function copyBack(rows: readonly Buffer[]): Promise<void> {
  await admin.query('truncate bench_determinations');
  await copyPieces(admin, 'bench_determinations', [Buffer.concat(rows)]);
}

const tell = (what: string, { node, postgres, wall }: Seconds) =>
  console.log(`${what}: Node ${node.toFixed(2)} s, PostgreSQL ${postgres.toFixed(2)} s, wall ${wall.toFixed(2)} s`);

const determine = (changed: boolean) => determineMonth(tools, { month: MONTH, area: CITY, changed });

/** Transaction ids count for the whole server: until everything begun before now is over, a change may have been missed. */
async function markSome(): Promise<void> {
  await admin.query(
    `insert into benefit_changes (elder_id, area_code, changed_xid, because, changed_at)
     select elder_id, area_code, pg_current_xact_id()::text::bigint, 'bench', now() from elders order by elder_id limit ${CHANGED}
     on conflict (elder_id) do update set changed_xid = excluded.changed_xid`,
  );
}

type Round = {
  first: Seconds;
  again: Seconds;
  some: Seconds;
  out: Seconds;
  in: Seconds;
  people: number;
  stored: number;
};

async function round(): Promise<Round> {
  await forget();
  let people = 0;
  const first = await time(async () => {
    people = (await determine(false)).people;
  });
  const again = await time(() => determine(false));
  await markSome();
  const some = await time(() => determine(true));
  const rows = await changedRows();
  const out = await time(copies);
  const back = await time(() => copyBack(rows));
  for (const [what, seconds] of Object.entries({ first, again, some, 'copy out': out, 'copy in': back }))
    tell(what, seconds);
  return { first, again, some, out, in: back, people, stored: rows.length };
}

try {
  await copies();
  const rounds: Round[] = [];
  for (let run = 0; run < RUNS; run++) rounds.push(await round());
  const mid = (of: (one: Round) => number) => rounded(median(rounds.map(of)));
  const { people = 0, stored = 0 } = rounds[0] ?? {};
  const line = (job: string, of: { ours: number; limit: number; most: number; goal: string }): Line => {
    const ratio = rounded(of.ours / of.limit);
    const { ours, limit, goal } = of;
    return { row: 'A', job, unit: 's processor', ours, limit, peer: null, ratio, goal, met: ratio <= of.most };
  };
  const [first, again, some] = [mid(r => sumOf(r.first)), mid(r => sumOf(r.again)), mid(r => sumOf(r.some))];
  const [out, both] = [mid(r => sumOf(r.out)), mid(r => sumOf(r.out) + sumOf(r.in))];
  const whole = `month of ${people.toLocaleString('en')} people, ${stored.toLocaleString('en')} rows stored`;
  const lines = [
    line(whole, { ours: first, limit: both, most: 2, goal: '≤ 2 × COPY out and in' }),
    line('the same again, nothing changed', { ours: again, limit: out, most: 2, goal: '≤ 2 × COPY out' }),
    line(`only ${CHANGED.toLocaleString('en')} changed people`, {
      ...{ ours: some, limit: rounded((first * CHANGED) / people) },
      ...{ most: 10, goal: 'in proportion to people changed (≤ 10 ×: a run has a price of its own)' },
    }),
  ];
  printLines(lines);
  handOver(lines);
} finally {
  await forget();
  await admin.query("drop table if exists bench_determinations; delete from benefit_changes where because = 'bench'");
  await admin.end();
  await database.close();
}
