import type { OutcomeLine } from '#contracts/benefits/catalogue.ts';
import type { StatementStatus, SubsidyScheme, UseKind } from '#contracts/subsidy-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type StatementRecord = {
  statement_id: string;
  scheme: SubsidyScheme;
  facility_id: string;
  facility_name: string;
  organisation_id: string | null;
  payee_name: string;
  area_code: string;
  month: string;
  status: StatementStatus;
  amount_fen: number;
  people: number;
  lines: OutcomeLine[];
  fingerprint: string;
  version: string;
  computed_by: string;
  computed_by_name: string;
  computed_at: string;
  approved_by_name: string | null;
  paid_on: string | null;
  note: string | null;
  round: number;
  former_fen: number;
  stars: number | null;
  recovery_id: string | null;
};

type Filter = { month: string | null; scheme: string | null; status: string | null };
const WHERE =
  '($1::text is null or month = $1) and ($2::text is null or scheme = $2) and ($3::text is null or status = $3)';
const valuesOf = (f: Filter) => [f.month, f.scheme, f.status];

export type Due = { due_on: string | null; provisional: boolean | null };
const OPEN_DUTY = 'select due_on, provisional from due_items where subject_id';

export async function dueOf(ctx: Context, id: string): Promise<Due> {
  const { rows } = await ctx.client.query<Due>(
    `${OPEN_DUTY} = $1 and closed_at is null order by due_on nulls last limit 1`,
    [id],
  );
  return rows[0] ?? { due_on: null, provisional: null };
}

export async function listStatements(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<(StatementRecord & Due)[]> {
  const { rows } = await ctx.client.query<StatementRecord & Due>(
    `select s.*, d.due_on, d.provisional from subsidy_statements s left join lateral (${OPEN_DUTY} = s.statement_id
       and closed_at is null order by due_on nulls last limit 1) d on true
     where ${WHERE} and ($4::timestamptz is null or (computed_at, statement_id) < ($4, $5::uuid))
     order by computed_at desc, statement_id desc limit $6`,
    [...valuesOf(filter), filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function sumStatements(ctx: Context, filter: Filter): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    `select count(*)::int as n, coalesce(sum(amount_fen - former_fen) filter (where status <> 'cancelled'), 0)::bigint as fen
     from subsidy_statements where ${WHERE}`,
    valuesOf(filter),
  );
  return rows[0] ?? { n: 0, fen: 0 };
}

export async function findStatement(ctx: Context, id: string, lock = false): Promise<StatementRecord | undefined> {
  const { rows } = await ctx.client.query<StatementRecord>(
    `select * from subsidy_statements where statement_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

/** Places with any record in the month and no living statement of the scheme. */
export type Open = { facility_id: string; facility_name: string; kind: UseKind };
export async function listOpen(ctx: Context, month: string): Promise<Open[]> {
  const { rows } = await ctx.client.query<Open>(
    `select distinct u.facility_id, u.facility_name, u.kind from place_uses u
     where u.withdrawn_at is null and u.from_on < ($1 || '-01')::date + interval '1 month' and (u.to_on is null or u.to_on >= ($1 || '-01')::date)
       and not exists (select from subsidy_statements s where s.facility_id = u.facility_id and s.month = $1 and s.status <> 'cancelled'
         and s.scheme = case u.kind when 'agreement' then 'station' when 'stay' then 'institutionOperating' else 'meal' end)
     order by u.facility_name, u.kind`,
    [month],
  );
  return rows;
}

/** Dated facts of a person that a past month is computed from again. */
export type KeptFacts = Omit<
  UsedBy,
  'elder_id' | 'elder_name' | 'from_on' | 'to_on' | 'bill_fen' | 'died_on' | 'elsewhere'
>;

/** A use with what the subsidies look at in its person. */
export type UsedBy = {
  elder_id: string;
  elder_name: string;
  from_on: string;
  to_on: string | null;
  bill_fen: number | null;
  born_on: string;
  died_on: string | null;
  hukou_in_beijing: boolean;
  economic_class: string;
  family_planning_special: boolean;
  ability_level: number | null;
  ability_valid_to: string | null;
  dementia: boolean;
  disabilities: { kind: string; grade: number }[];
  living: string;
  /** Another place that counts the person for this month. */
  elsewhere: string | null;
};

export async function listUsedBy(
  ctx: Context,
  of: { facilityId: string; kind: UseKind; scheme: SubsidyScheme; month: string },
): Promise<UsedBy[]> {
  const { rows } = await ctx.client.query<UsedBy>(
    `select u.elder_id, u.elder_name, u.from_on, u.to_on, u.bill_fen, e.born_on, e.died_on, e.hukou_in_beijing, e.economic_class,
       e.family_planning_special, e.ability_level, e.ability_valid_to, e.dementia, e.disabilities, e.living,
       (select min(s.facility_name) from subsidy_people p join subsidy_statements s on s.statement_id = p.statement_id
         where p.elder_id = u.elder_id and p.scheme = $3 and p.month = $4 and p.counted and p.holds
           and s.facility_id <> u.facility_id) as elsewhere
     from place_uses u join elders_v_brief e on e.elder_id = u.elder_id
     where u.facility_id = $1 and u.kind = $2 and u.withdrawn_at is null and u.from_on < ($4 || '-01')::date + interval '1 month'
       and (u.to_on is null or u.to_on >= ($4 || '-01')::date)
     order by u.elder_name, u.elder_id, u.from_on`,
    [of.facilityId, of.kind, of.scheme, of.month],
  );
  return rows;
}

export type PersonRecord = {
  elder_id: string;
  elder_name: string;
  days: number;
  diner_days: number | null;
  ability_level: number | null;
  counted: boolean;
  because: string;
  amount_fen: number;
  former_fen?: number | null;
  /** What was looked at in the person. */
  facts?: KeptFacts | null;
};

type NewStatement = Pick<
  StatementRecord,
  | 'statement_id'
  | 'scheme'
  | 'facility_id'
  | 'facility_name'
  | 'organisation_id'
  | 'payee_name'
  | 'area_code'
  | 'month'
  | 'amount_fen'
  | 'people'
  | 'lines'
  | 'fingerprint'
  | 'version'
  | 'round'
  | 'former_fen'
  | 'stars'
>;

export async function insertStatement(ctx: Context, row: NewStatement, people: readonly PersonRecord[]): Promise<void> {
  await ctx.client.query(
    `insert into subsidy_statements (statement_id, scheme, facility_id, facility_name, organisation_id, payee_name, area_code,
       month, status, amount_fen, people, lines, fingerprint, version, computed_by, computed_by_name, computed_at, round,
       former_fen, stars)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'computed', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[row.statement_id, row.scheme, row.facility_id, row.facility_name, row.organisation_id, row.payee_name],
      ...[
        row.area_code,
        row.month,
        row.amount_fen,
        row.people,
        JSON.stringify(row.lines),
        row.fingerprint,
        row.version,
      ],
      ...[ctx.actor.accountId, ctx.actor.name, ctx.now, row.round, row.former_fen, row.stars],
    ],
  );
  await ctx.client.query(
    `insert into subsidy_people (statement_id, elder_id, elder_name, area_code, organisation_id, scheme, month, days, diner_days,
       ability_level, counted, because, amount_fen, former_fen, facts)
     select $1, p.elder_id, p.elder_name, $2, $3, $4, $5, p.days, p.diner_days, p.ability_level, p.counted, p.because, p.amount_fen,
       p.former_fen, p.facts
     from jsonb_to_recordset($6::jsonb) as p (elder_id uuid, elder_name text, days int, diner_days int, ability_level int,
       counted boolean, because text, amount_fen bigint, former_fen bigint, facts jsonb)`,
    [row.statement_id, row.area_code, row.organisation_id, row.scheme, row.month, JSON.stringify(people)],
  );
}

export async function listPeople(
  ctx: Context,
  of: { id: string; counted: boolean | null; after: { sort: string; id: string } | undefined; limit: number },
): Promise<PersonRecord[]> {
  const { rows } = await ctx.client.query<PersonRecord>(
    `select * from subsidy_people where statement_id = $1 and ($2::boolean is null or counted = $2)
       and ($3::text is null or (elder_name, elder_id) > ($3, $4::uuid)) order by elder_name, elder_id limit $5`,
    [of.id, of.counted, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countPeople(ctx: Context, id: string, counted: boolean | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from subsidy_people where statement_id = $1 and ($2::boolean is null or counted = $2)',
    [id, counted],
  );
  return rows[0]?.n ?? 0;
}

type Change = {
  status: StatementStatus;
  note?: string | null;
  paid_on?: string;
  approved?: boolean;
  recoveryId?: string | null;
};

export async function setStatement(ctx: Context, id: string, change: Change): Promise<void> {
  await ctx.client.query(
    `update subsidy_statements set status = $2, note = coalesce($3, note), paid_on = coalesce($4, paid_on),
       approved_by = case when $5 then $6::uuid else approved_by end, approved_by_name = case when $5 then $7 else approved_by_name end,
       approved_at = case when $5 then $8::timestamptz else approved_at end, recovery_id = coalesce($9, recovery_id) where statement_id = $1`,
    [
      ...[id, change.status, change.note ?? null, change.paid_on ?? null, change.approved ?? false],
      ...[ctx.actor.accountId, ctx.actor.name, ctx.now, change.recoveryId ?? null],
    ],
  );
  if (change.status === 'cancelled')
    await ctx.client.query('update subsidy_people set holds = false where statement_id = $1', [id]);
}
