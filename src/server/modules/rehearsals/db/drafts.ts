import type { Draft } from '#contracts/rehearsals/draft.ts';
import type { RehearsalKind, RehearsalStatus, ResultStatus } from '#contracts/rehearsals/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type RehearsalRecord = {
  rehearsal_id: string;
  area_code: string;
  kind: RehearsalKind;
  name: string;
  purpose: string;
  basis: string;
  starts_month: string;
  months: number;
  reassessed: boolean;
  changes: Draft['changes'];
  status: RehearsalStatus;
  made_by: string;
  made_by_name: string;
  made_at: string;
  submitted_by: string | null;
  submitted_by_name: string | null;
  signed_by_name: string | null;
  signed_at: string | null;
  decision: string | null;
  result_status: ResultStatus;
  run_id: string | null;
  after_area: string | null;
  law_mark: string | null;
  through_xid: number | null;
  people: number;
  problems: number;
  changed_people: number;
  total: number;
  mark_high: number;
  mark_low: number;
  result_mark: string | null;
  ran_at: string | null;
  error: string | null;
};

export type ListedRehearsal = RehearsalRecord & { due_on: string | null; difference_fen: number | null };

const DUE = `(select min(i.due_on) from due_items i where i.subject_id = r.rehearsal_id and i.closed_at is null) as due_on`;
const DIFFERENCE = `(select sum(case m.law when 'new' then m.fen else -m.fen end)::bigint from rehearsal_months m
   where m.rehearsal_id = r.rehearsal_id) as difference_fen`;

export async function findRehearsal(ctx: Context, id: string, lock = false): Promise<RehearsalRecord | undefined> {
  const { rows } = await ctx.client.query<RehearsalRecord>(
    `select * from rehearsals where rehearsal_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function findListed(ctx: Context, id: string): Promise<ListedRehearsal | undefined> {
  const { rows } = await ctx.client.query<ListedRehearsal>(
    `select r.*, ${DUE}, ${DIFFERENCE} from rehearsals r where r.rehearsal_id = $1`,
    [id],
  );
  return rows[0];
}

type Filter = { status: string | null };

export async function listRehearsals(
  ctx: Context,
  filter: Filter & { after: { at: string; id: string } | null; limit: number },
): Promise<ListedRehearsal[]> {
  const { rows } = await ctx.client.query<ListedRehearsal>(
    `select r.*, ${DUE}, ${DIFFERENCE} from rehearsals r where r.kind <> 'forecast' and ($1::text is null or r.status = $1)
       and ($2::timestamptz is null or (r.made_at, r.rehearsal_id) < ($2, $3::uuid))
     order by r.made_at desc, r.rehearsal_id desc limit $4`,
    [filter.status, filter.after?.at ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countRehearsals(ctx: Context, { status }: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from rehearsals where kind <> 'forecast' and ($1::text is null or status = $1)`,
    [status],
  );
  return rows[0]?.n ?? 0;
}

export async function insertRehearsal(ctx: Context, id: string, draft: Draft): Promise<void> {
  await ctx.client.query(
    `insert into rehearsals (rehearsal_id, area_code, kind, name, purpose, basis, starts_month, months, reassessed, changes,
       status, made_by, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'drafting', $11, $12, $13)`,
    [
      ...[id, ctx.actor.areaCode, draft.kind, draft.name, draft.purpose, draft.basis, draft.startsMonth, draft.months],
      ...[draft.reassessed, draft.changes, ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
}

/** The draft's own words and values; whatever was computed on the former ones is forgotten. */
export async function updateDraft(ctx: Context, id: string, draft: Draft): Promise<void> {
  await ctx.client.query(
    `update rehearsals set name = $2, purpose = $3, basis = $4, starts_month = $5, months = $6, reassessed = $7, changes = $8,
       result_status = 'none', run_id = null, after_area = null, ran_at = null, result_mark = null where rehearsal_id = $1`,
    [...[id, draft.name, draft.purpose, draft.basis, draft.startsMonth, draft.months, draft.reassessed], draft.changes],
  );
}

/** Sets what a step knows; the columns are named here and nowhere else. */
export async function setRehearsal(
  ctx: Context,
  id: string,
  set: Partial<RehearsalRecord> & { signed_by?: string; submitted_at?: string },
): Promise<void> {
  const entries = Object.entries(set);
  const sql = entries.map(([name], at) => `${name} = $${at + 2}`).join(', ');
  await ctx.client.query(`update rehearsals set ${sql} where rehearsal_id = $1`, [id, ...entries.map(each => each[1])]);
}

/** The newest forecast of an area, done or not. */
export async function findForecast(
  ctx: Context,
  areaCode: string,
  done: boolean,
): Promise<RehearsalRecord | undefined> {
  const { rows } = await ctx.client.query<RehearsalRecord>(
    `select * from rehearsals where kind = 'forecast' and area_code = $1 and (not $2 or result_status = 'done')
     order by made_at desc, rehearsal_id desc limit 1`,
    [areaCode, done],
  );
  return rows[0];
}
