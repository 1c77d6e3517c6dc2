import { type Selectable, sql } from 'kysely';
import type pg from 'pg';
import type {
  HomeCareBedPauses,
  HomeCareBeds,
  HomeCareContracts,
  HomeCareContractTraces,
} from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';

export type BedRecord = Selectable<HomeCareBeds>;
export type PauseRecord = Selectable<HomeCareBedPauses>;
export type ContractRecord = Selectable<HomeCareContracts>;
export type TraceRecord = Selectable<HomeCareContractTraces>;

export type Filter = {
  status?: string | undefined;
  elderId?: string | undefined;
  providerId?: string | undefined;
  name?: string | undefined;
  due?: 'overdue' | 'today' | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Omit<Filter, 'limit'>) {
  let query = ctx.db.selectFrom('home_care_beds');
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.elderId) query = query.where('elder_id', '=', filter.elderId);
  if (filter.providerId) query = query.where('provider_id', '=', filter.providerId);
  if (filter.name) query = query.where('elder_name', '=', filter.name);
  if (filter.due) query = query.where('next_due_on', filter.due === 'overdue' ? '<' : '=', ctx.today);
  return query;
}

export async function listBeds(ctx: Context, filter: Filter): Promise<BedRecord[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after) query = query.where(eb => eb(eb.refTuple('applied_on', 'bed_id'), '<', eb.tuple(after.sort, after.id)));
  return query
    .orderBy('applied_on', 'desc')
    .orderBy('bed_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Counts by status under all filters but the status, and how many count as 建成. */
export async function countBeds(ctx: Context, filter: Filter) {
  const yearStart = `${ctx.today.slice(0, 4)}-01-01`;
  const rows = await filtered(ctx, { ...filter, status: undefined })
    .select(eb => [
      'status',
      eb.fn.countAll<number>().as('n'),
      sql<number>`count(accepted_on)`.as('built'),
      sql<number>`count(*) filter (where accepted_on >= ${yearStart})`.as('built_this_year'),
    ])
    .groupBy('status')
    .execute();
  const counts = Object.fromEntries(rows.map(row => [row.status, Number(row.n)]));
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + Number(pick(row)), 0);
  const total = filter.status ? (counts[filter.status] ?? 0) : sum(row => row.n);
  return { counts, total, built: sum(row => row.built), builtThisYear: sum(row => row.built_this_year) };
}

export const findBed = (ctx: Context, id: string): Promise<BedRecord | undefined> =>
  ctx.db.selectFrom('home_care_beds').selectAll().where('bed_id', '=', id).executeTakeFirst();

/** For a write: the row stays locked until the step is taken, so that two clerks cannot take it twice. */
export const lockBed = (ctx: Context, id: string): Promise<BedRecord | undefined> =>
  ctx.db.selectFrom('home_care_beds').selectAll().where('bed_id', '=', id).forUpdate().executeTakeFirst();

export const findOpenBed = (ctx: Context, elderId: string): Promise<BedRecord | undefined> =>
  ctx.db
    .selectFrom('home_care_beds')
    .selectAll()
    .where('elder_id', '=', elderId)
    .where('status', 'not in', ['ended', 'rejected'])
    .executeTakeFirst();

/** The bed that ended last for exactly this reason, and the status it had before. */
export async function findEndedBed(ctx: Context, elderId: string, reason: string) {
  const bed = await ctx.db
    .selectFrom('home_care_beds')
    .selectAll()
    .where('elder_id', '=', elderId)
    .where('status', 'in', ['ended', 'rejected'])
    .where('end_reason', '=', reason)
    .orderBy('changed_at', 'desc')
    .executeTakeFirst();
  if (!bed) return undefined;
  const last = await ctx.db
    .selectFrom('lifecycle_steps')
    .select('from_status')
    .where('subject_id', '=', bed.bed_id)
    .where('to_status', '=', bed.status)
    .orderBy('at', 'desc')
    .orderBy('step_id', 'desc')
    .executeTakeFirst();
  return last?.from_status ? { bed, former: last.from_status } : undefined;
}

export async function insertBed(ctx: Context, row: BedRecord): Promise<void> {
  await ctx.db.insertInto('home_care_beds').values(row).execute();
}

export async function updateBed(ctx: Context, id: string, set: Partial<BedRecord>): Promise<void> {
  await ctx.db
    .updateTable('home_care_beds')
    .set({ ...set, changed_at: ctx.now })
    .where('bed_id', '=', id)
    .execute();
}

/** Beds, pauses, contracts and traces follow the person; an open bed takes the new name and street. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of [
    'home_care_beds',
    'home_care_bed_pauses',
    'home_care_contracts',
    'home_care_contract_traces',
  ] as const) {
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
  }
  await ctx.client.query(
    `update home_care_beds b set elder_name = e.name, road = e.road, compound = e.compound
     from elders_v_brief e where e.elder_id = b.elder_id and b.elder_id = $1 and b.status not in ('ended', 'rejected')`,
    [to.elderId],
  );
}

export const listPauses = (ctx: Context, bedId: string): Promise<PauseRecord[]> =>
  ctx.db
    .selectFrom('home_care_bed_pauses')
    .selectAll()
    .where('bed_id', '=', bedId)
    .orderBy('from_on', 'desc')
    .execute();

export const pausesOfElder = (ctx: Context, elderId: string): Promise<PauseRecord[]> =>
  ctx.db.selectFrom('home_care_bed_pauses').selectAll().where('elder_id', '=', elderId).execute();

export async function insertPause(ctx: Context, row: PauseRecord): Promise<void> {
  await ctx.db.insertInto('home_care_bed_pauses').values(row).execute();
}

export async function closePause(ctx: Context, bedId: string, toOn: string): Promise<void> {
  await ctx.db
    .updateTable('home_care_bed_pauses')
    .set({ to_on: sql<string>`greatest(from_on, ${toOn}::date)` })
    .where('bed_id', '=', bedId)
    .where('to_on', 'is', null)
    .execute();
}

export const findContract = (ctx: Context, bedId: string): Promise<ContractRecord | undefined> =>
  ctx.db.selectFrom('home_care_contracts').selectAll().where('bed_id', '=', bedId).executeTakeFirst();

export async function insertContract(ctx: Context, row: ContractRecord): Promise<void> {
  await ctx.db.insertInto('home_care_contracts').values(row).execute();
}

export async function updateContract(ctx: Context, id: string, set: Partial<ContractRecord>): Promise<void> {
  await ctx.db.updateTable('home_care_contracts').set(set).where('contract_id', '=', id).execute();
}

export const listTraces = (ctx: Context, contractId: string): Promise<TraceRecord[]> =>
  ctx.db
    .selectFrom('home_care_contract_traces')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('at')
    .orderBy('trace_id')
    .execute();

export async function insertTrace(ctx: Context, row: TraceRecord): Promise<void> {
  await ctx.db.insertInto('home_care_contract_traces').values(row).execute();
}

/** Brief of a person in the actor's reach (published view of elders). */
export const findElder = (ctx: Context, elderId: string) =>
  ctx.db.selectFrom('elders_v_brief').selectAll().where('elder_id', '=', elderId).executeTakeFirst();

/** Bulk load in the batch role. */
export async function insertBeds(client: pg.ClientBase, rows: readonly BedRecord[]): Promise<void> {
  await client.query(
    'insert into home_care_beds select * from jsonb_populate_recordset(null::home_care_beds, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
