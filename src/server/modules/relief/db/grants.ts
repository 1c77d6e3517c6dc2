import type { GRANT_CAUSES } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import type { CivilDate } from '#shared/dates.ts';

export type GrantRow = {
  elder_id: string;
  grant_id: string;
  application_id: string;
  area_code: string;
  number: string;
  elder_name: string;
  scheme: 'minimumLiving' | 'destituteSupport';
  from_month: string;
  to_month: string | null;
  amount_fen: number;
  cause: (typeof GRANT_CAUSES)[number];
  rated_on: CivilDate;
  why: string;
  ended_why: string | null;
};

export async function insertGrant(ctx: Context, row: Omit<GrantRow, 'to_month' | 'ended_why'>): Promise<void> {
  await ctx.client.query(
    `insert into relief_grants (elder_id, grant_id, application_id, area_code, number, elder_name, scheme, from_month, amount_fen, cause,
       rated_on, why, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[row.elder_id, row.grant_id, row.application_id, row.area_code, row.number, row.elder_name, row.scheme],
      ...[row.from_month, row.amount_fen, row.cause, row.rated_on, row.why, ctx.actor.name, ctx.now],
    ],
  );
}

/** All of an application, the newest first. */
export async function listGrants(ctx: Context, applicationId: string): Promise<GrantRow[]> {
  const { rows } = await ctx.client.query<GrantRow>(
    'select * from relief_grants where application_id = $1 order by made_at desc, from_month desc, grant_id desc',
    [applicationId],
  );
  return rows;
}

/** Ends a grant with the month given; a later month of an earlier end does not lengthen it. */
export async function endGrant(ctx: Context, id: string, of: { toMonth: string; why: string }): Promise<void> {
  await ctx.client.query(
    'update relief_grants set to_month = $2, ended_why = $3 where grant_id = $1 and to_month is null',
    [id, of.toMonth, of.why],
  );
}

/** Cuts whatever of an application reaches beyond a month: from there on it was wrong. */
export async function cutGrants(ctx: Context, applicationId: string, toMonth: string): Promise<void> {
  await ctx.client.query('update relief_grants set to_month = $2 where application_id = $1 and to_month > $2', [
    applicationId,
    toMonth,
  ]);
}

/** The end was a mistake: each row reaches up to the next again, the last goes on. */
export async function reopenGrants(ctx: Context, applicationId: string): Promise<void> {
  await ctx.client.query(
    `update relief_grants g set to_month = n.until, ended_why = case when n.until is not null then g.ended_why end
     from (select grant_id, to_char((lead(from_month) over (order by from_month, made_at) || '-01')::date - interval '1 month', 'YYYY-MM') as until
       from relief_grants where application_id = $1) n where n.grant_id = g.grant_id`,
    [applicationId],
  );
}

export async function setRated(ctx: Context, id: string, on: CivilDate): Promise<void> {
  await ctx.client.query('update relief_grants set rated_on = $2 where grant_id = $1', [id, on]);
}

/** What was worked out by a law that has changed since is looked at again at once. */
export async function askForReview(ctx: Context, of: { kind: string; changedOn: CivilDate }): Promise<void> {
  await ctx.client.query(
    `update relief_applications a set review_on = least(a.review_on, $3) where a.kind = $1 and a.status = 'approved'
       and exists (select from relief_grants g where g.application_id = a.application_id and g.to_month is null and g.rated_on < $2)`,
    [of.kind, of.changedOn, ctx.today],
  );
}
