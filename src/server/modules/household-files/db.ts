import type pg from 'pg';
import type {
  FileGap,
  HouseholdCounts,
  MeasureKind,
  MeasureSource,
  MeasureStatus,
} from '#contracts/household-files.ts';
import type { Context } from '#platform/http/context.ts';

export type FileRow = {
  household_id: string;
  area_code: string;
  responsible_name: string;
  responsible_unit: string;
  responsible_account: string | null;
  set_by: string;
  set_at: string;
};
export type MeasureRow = {
  elder_id: string;
  measure_id: string;
  area_code: string;
  elder_name: string;
  kind: MeasureKind;
  what: string;
  status: MeasureStatus;
  due_on: string;
  source: MeasureSource;
  note: string | null;
  made_by: string;
  made_at: string;
  stepped_by: string | null;
  stepped_at: string | null;
};
type Range = { from: string; to: string };

/** Allowances determined for this month or the last one, money of a recognition, and home beds in service: they run without an entry here. */
const RUNNING = `(select d.elder_id, d.scheme || ' ' || d.amount_fen as what from benefits_v_determinations d
     where d.month >= $3 and d.amount_fen > 0
       and not exists (select 1 from benefits_v_determinations l where l.elder_id = d.elder_id and l.scheme = d.scheme and l.month > d.month)
   union all
   select g.elder_id, g.scheme || ' ' || g.amount_fen from relief_v_grants g where g.to_month is null
   union all
   select elder_id, 'bed' from home_care_beds_v_facts where in_service_on is not null and ended_on is null)`;

/** Households with somebody in hardship who is on the register, with what each has. */
const FILES = `with poor as (
     select h.household_id, min(t.area_code) as area_code
     from elders_v_tags t
     join elders_v_brief e on e.elder_id = t.elder_id and e.status in ('registered', 'verified', 'active')
     join elders_v_households h on h.elder_id = t.elder_id
     where t.code = 'hardship' and t.area_code >= $1 and t.area_code < $2
     group by h.household_id),
   own as (
     select h.household_id, count(*)::int as n from household_measures m join elders_v_households h on h.elder_id = m.elder_id
     where m.area_code >= $1 and m.area_code < $2 and m.status <> 'stopped' group by 1),
   runs as (
     select h.household_id, count(*)::int as n from poor p join elders_v_households h on h.household_id = p.household_id
     join ${RUNNING} r on r.elder_id = h.elder_id group by 1),
   files as (
     select p.household_id, p.area_code, f.responsible_name, coalesce(own.n, 0) as measures, coalesce(runs.n, 0) as running,
       coalesce(own.n, runs.n) is null as no_measure, f.household_id is null as no_person
     from poor p left join household_files f on f.household_id = p.household_id
     left join own on own.household_id = p.household_id left join runs on runs.household_id = p.household_id)`;

const GAPS = { measure: 'no_measure', person: 'no_person', none: 'not no_measure and not no_person' } as const;
const where = (gap: FileGap | undefined) => (gap ? GAPS[gap] : 'true');
/** Without a measure first, then without a person: one text to page by. */
const PLACE = "(case when no_measure then '0' else '1' end || case when no_person then '0' else '1' end || area_code)";

export type ListedRow = {
  household_id: string;
  area_code: string;
  responsible_name: string | null;
  measures: number;
  running: number;
  place: string;
};
type Asked = { range: Range; gap?: FileGap | undefined; since: string };

export async function listFiles(
  ctx: Context,
  { range, gap, since }: Asked,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<ListedRow[]> {
  const { rows } = await ctx.client.query<ListedRow>(
    `${FILES} select *, ${PLACE} as place from files where ${where(gap)} and ($4::text is null or (${PLACE}, household_id) > ($4, $5::uuid))
     order by ${PLACE}, household_id limit $6`,
    [range.from, range.to, since, page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countFiles(ctx: Context, { range, gap, since }: Asked): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `${FILES} select count(*)::int as n from files where ${where(gap)}`,
    [range.from, range.to, since],
  );
  return rows[0]?.n ?? 0;
}

/** By the first digits of the area; the row without a prefix counts them all for itself. */
export async function sumFiles(
  ctx: Context,
  { range, since, digits }: { range: Range; since: string; digits: number },
): Promise<(HouseholdCounts & { prefix: string | null })[]> {
  const { rows } = await ctx.client.query<HouseholdCounts & { prefix: string | null }>(
    `${FILES} select substr(area_code, 1, $4) as prefix, count(*)::int as households,
       count(*) filter (where no_measure)::int as "noMeasure", count(*) filter (where no_person)::int as "noPerson",
       count(*) filter (where not no_measure and not no_person)::int as complete
     from files group by grouping sets ((1), ())`,
    [range.from, range.to, since, digits],
  );
  return rows;
}

export async function listRunning(
  ctx: Context,
  of: { elderIds: readonly string[]; since: string },
): Promise<{ elder_id: string; what: string }[]> {
  const { rows } = await ctx.client.query<{ elder_id: string; what: string }>(
    `select r.elder_id, r.what from ${RUNNING.replaceAll('$3', '$2')} r where r.elder_id = any ($1)`,
    [of.elderIds, of.since],
  );
  return rows;
}

export async function findFile(ctx: Context, householdId: string): Promise<FileRow | undefined> {
  const { rows } = await ctx.client.query<FileRow>('select * from household_files where household_id = $1', [
    householdId,
  ]);
  return rows[0];
}

export async function putFile(ctx: Context, row: Omit<FileRow, 'set_by' | 'set_at'>): Promise<void> {
  await ctx.client.query(
    `insert into household_files (household_id, area_code, responsible_name, responsible_unit, responsible_account, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (household_id) do update set responsible_name = excluded.responsible_name,
       responsible_unit = excluded.responsible_unit, responsible_account = excluded.responsible_account, set_by = excluded.set_by,
       set_at = excluded.set_at`,
    [
      ...[row.household_id, row.area_code, row.responsible_name, row.responsible_unit, row.responsible_account],
      ...[ctx.actor.name, ctx.now],
    ],
  );
}

export async function listMeasures(ctx: Context, elderIds: readonly string[]): Promise<MeasureRow[]> {
  const { rows } = await ctx.client.query<MeasureRow>(
    "select * from household_measures where elder_id = any ($1) order by status in ('done', 'stopped'), due_on, measure_id",
    [elderIds],
  );
  return rows;
}

export async function lockMeasure(ctx: Context, id: string): Promise<MeasureRow | undefined> {
  const { rows } = await ctx.client.query<MeasureRow>(
    'select * from household_measures where measure_id = $1 for update',
    [id],
  );
  return rows[0];
}

export async function openMeasuresOf(ctx: Context, elderId: string): Promise<MeasureRow[]> {
  const { rows } = await ctx.client.query<MeasureRow>(
    "select * from household_measures where elder_id = $1 and status in ('planned', 'doing') for update",
    [elderId],
  );
  return rows;
}

/** False when it is there already: money that arrived is told once more after a lost answer. */
export async function insertMeasure(ctx: Context, row: MeasureRow): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into household_measures select * from jsonb_populate_record(null::household_measures, $1::jsonb) on conflict do nothing`,
    [row],
  );
  return rowCount === 1;
}

export async function setMeasure(
  ctx: Context,
  id: string,
  { status, note }: { status: MeasureStatus; note: string },
): Promise<MeasureRow> {
  const { rows } = await ctx.client.query<MeasureRow>(
    'update household_measures set status = $2, note = $3, stepped_by = $4, stepped_at = $5 where measure_id = $1 returning *',
    [id, status, note, ctx.actor.name, ctx.now],
  );
  const row = rows[0];
  if (!row) throw new Error('update returning answers the locked row');
  return row;
}

export async function moveMeasures(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update household_measures set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);
}

/** For loaders, as batch. */
export async function insertFiles(
  client: pg.ClientBase,
  { files, measures }: { files: readonly FileRow[]; measures: readonly MeasureRow[] },
): Promise<void> {
  for (const [table, rows] of [
    ['household_files', files],
    ['household_measures', measures],
  ] as const)
    await client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
      [JSON.stringify(rows)],
    );
}
