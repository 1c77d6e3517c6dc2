import type { ApplicationStatus } from '#contracts/benefits/lifecycle.ts';
import type { FormAnswers } from '#contracts/benefits/one-form.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { Step } from '#contracts/nouns.ts';
import type { Context } from '#platform/http/context.ts';
import type { Keyset } from '../rules/keyset.ts';

export type ApplicationRecord = {
  application_id: string;
  elder_id: string;
  area_code: string;
  scheme: Scheme;
  status: ApplicationStatus;
  applied_on: string;
  applied_at: string;
  applied_by: string;
  applied_by_name: string;
  note: string | null;
  checked_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
  answers: FormAnswers | null;
};
export type ListedApplication = ApplicationRecord & { elder_name: string; due_on: string | null };

const LISTED = `select a.*, e.name as elder_name,
    (select min(d.due_on) from due_items d where d.subject_id = a.application_id and d.closed_at is null) as due_on
  from benefit_applications a join elders_v_brief e on e.elder_id = a.elder_id`;

export async function findApplication(ctx: Context, id: string): Promise<ListedApplication | undefined> {
  const { rows } = await ctx.client.query<ListedApplication>(`${LISTED} where a.application_id = $1 for update of a`, [
    id,
  ]);
  return rows[0];
}

export async function getListed(ctx: Context, id: string): Promise<ListedApplication | undefined> {
  const { rows } = await ctx.client.query<ListedApplication>(`${LISTED} where a.application_id = $1`, [id]);
  return rows[0];
}

type Filter = { status: string | null; scheme: string | null; elderId: string | null };

export async function listApplications(
  ctx: Context,
  filter: Filter & { before: Keyset | null; limit: number },
): Promise<ListedApplication[]> {
  const { rows } = await ctx.client.query<ListedApplication>(
    `${LISTED} where ($1::text is null or a.status = $1) and ($2::text is null or a.scheme = $2) and ($3::uuid is null or a.elder_id = $3)
       and ($4::timestamptz is null or (a.applied_at, a.application_id) < ($4, $5::uuid))
     order by a.applied_at desc, a.application_id desc limit $6`,
    [filter.status, filter.scheme, filter.elderId, filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countApplications(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from benefit_applications where ($1::text is null or status = $1)
       and ($2::text is null or scheme = $2) and ($3::uuid is null or elder_id = $3) limit 10000) c`,
    [filter.status, filter.scheme, filter.elderId],
  );
  return rows[0]?.n ?? 0;
}

/** The newest application of each scheme, whatever became of it. */
export async function listOfElder(ctx: Context, elderId: string): Promise<ApplicationRecord[]> {
  const { rows } = await ctx.client.query<ApplicationRecord>(
    'select distinct on (scheme) * from benefit_applications where elder_id = $1 order by scheme, applied_at desc',
    [elderId],
  );
  return rows;
}

type New = {
  id: string;
  elderId: string;
  areaCode: string;
  scheme: Scheme;
  note: string | null;
  answers: FormAnswers | null;
};

/** False when one is open or granted already (unique index), also when two windows apply at the same moment. */
export async function insertApplication(ctx: Context, row: New): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into benefit_applications (elder_id, application_id, area_code, happened_area, scheme, status, applied_on, applied_at, applied_by, applied_by_name, note, answers)
     values ($1, $2, $3, $3, $4, 'applied', $5, $6, $7, $8, $9, $10)
     on conflict (elder_id, scheme) where status in ('applied', 'disputed', 'granted') do nothing`,
    [
      ...[row.elderId, row.id, row.areaCode, row.scheme, ctx.today, ctx.now, ctx.actor.accountId],
      ...[ctx.actor.name, row.note, row.answers],
    ],
  );
  return rowCount === 1;
}

export async function setDecision(
  ctx: Context,
  row: ApplicationRecord,
  given: { status: ApplicationStatus; note: string | null },
) {
  const final = given.status === 'granted' || given.status === 'refused';
  await ctx.client.query(
    `update benefit_applications set status = $3, decision_note = $4, checked_by = coalesce(checked_by, $5),
       decided_by = case when $6 then $5::uuid end, decided_by_name = case when $6 then $7 end, decided_at = case when $6 then $8::timestamptz end
     where elder_id = $1 and application_id = $2`,
    [row.elder_id, row.application_id, given.status, given.note, ctx.actor.accountId, final, ctx.actor.name, ctx.now],
  );
}

export async function listSteps(ctx: Context, id: string): Promise<Step[]> {
  const { rows } = await ctx.client.query<Step>(
    `select at, actor_name as actor, action, case when from_status is null then '提出申请' else label end as label, from_status as "from", to_status as "to", note
     from lifecycle_steps where subject_id = $1 order by at desc, step_id desc`,
    [id],
  );
  return rows;
}

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
const FOLLOWING = [
  'benefit_facts',
  'benefit_insurances',
  'benefit_applications',
  'benefit_offers',
  'benefit_determinations',
  'benefit_changes',
  'funeral_claims',
];

export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of FOLLOWING)
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
