import type { FactState } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { areasOf, type Sides } from './applications.ts';

export type MemberRow = {
  elder_id: string;
  application_id: string;
  area_code: string;
  name: string;
  relation: string;
  correction_id: string | null;
  fact: FactState | null;
};
export type Member = Pick<MemberRow, 'elder_id' | 'name' | 'relation'>;
type Entered = Pick<MemberRow, 'correction_id' | 'fact'>;

/** An elder of the household, at each of the areas that see the application. */
export async function insertMember(
  ctx: Context,
  of: Sides & { application_id: string },
  row: Member & Entered,
): Promise<void> {
  await ctx.client.query(
    `insert into relief_household_members (elder_id, application_id, area_code, name, relation, correction_id, fact)
     select $1, $2, area, $4, $5, $6, $7 from unnest($3::text[]) area`,
    [row.elder_id, of.application_id, areasOf(of), row.name, row.relation, row.correction_id, row.fact],
  );
}

/** Each once, whatever sides the caller reaches. */
export async function listMembers(ctx: Context, applicationId: string): Promise<MemberRow[]> {
  const { rows } = await ctx.client.query<MemberRow>(
    'select distinct on (name, elder_id) * from relief_household_members where application_id = $1 order by name, elder_id',
    [applicationId],
  );
  return rows;
}

export async function setMember(ctx: Context, of: { id: string; elderId: string }, to: Entered): Promise<void> {
  await ctx.client.query(
    'update relief_household_members set correction_id = $3, fact = $4 where application_id = $1 and elder_id = $2',
    [of.id, of.elderId, to.correction_id, to.fact],
  );
}

export async function findMemberByCorrection(ctx: Context, correctionId: string): Promise<MemberRow | undefined> {
  const { rows } = await ctx.client.query<MemberRow>(
    'select * from relief_household_members where correction_id = $1 limit 1',
    [correctionId],
  );
  return rows[0];
}

/** A household that lost a member is looked at again at once: what it is paid counts him. */
export async function askForReviewOf(ctx: Context, memberId: string): Promise<void> {
  await ctx.client.query(
    `update relief_applications a set review_on = least(a.review_on, $2) where a.status = 'approved'
       and exists (select from relief_household_members m where m.application_id = a.application_id and m.elder_id = $1)`,
    [memberId, ctx.today],
  );
}

type Elsewhere = { number: string; elder_name: string; who: string };

/**
 * A recognition that stands and already counts one of these people: any of them as a member of another household, or a
 * member of this one with a recognition of his own (the applicant's own former one gives way).
 */
export async function findElsewhere(
  ctx: Context,
  of: { applicationId: string; applicant: string; members: readonly string[] },
): Promise<Elsewhere | undefined> {
  const { rows } = await ctx.client.query<Elsewhere>(
    `select a.number, a.elder_name, coalesce(m.name, a.elder_name) as who from relief_applications a
     left join lateral (select name from relief_household_members x where x.application_id = a.application_id
       and x.elder_id = any($2::uuid[]) limit 1) m on true
     where a.responsible and a.status = 'approved' and a.kind <> 'temporaryRelief' and a.application_id <> $1
       and (m.name is not null or a.elder_id = any($3::uuid[]))
     order by a.applied_at limit 1`,
    [of.applicationId, [of.applicant, ...of.members], of.members],
  );
  return rows[0];
}
