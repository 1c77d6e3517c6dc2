import type { AccountState, HeldPost } from '#contracts/account-administration.ts';
import type { OrganisationKind } from '#contracts/organisations.ts';
import type { Role } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';

const HEAD = '110000000000';
const like = (text: string): string => `%${text.replace(/[%_\\]/g, '\\$&')}%`;

type PostRow = {
  post_id: string;
  role: Role;
  title: string;
  area_code: string;
  organisation_name: string | null;
  from_on: string;
  to_on: string | null;
};
export type AccountRow = {
  account_id: string;
  login: string;
  name: string;
  has_password: boolean;
  suspended: boolean;
  posts: PostRow[];
};

export const heldPost = (today: string, row: PostRow): HeldPost => ({
  id: row.post_id,
  role: row.role,
  title: row.title,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  organisationName: row.organisation_name,
  fromOn: row.from_on,
  toOn: row.to_on,
  inForce: row.from_on <= today && (row.to_on === null || row.to_on >= today),
});

export function accountOf(today: string, row: AccountRow) {
  const posts = row.posts.map(post => heldPost(today, post));
  const state: AccountState = row.suspended
    ? 'suspended'
    : !posts.some(post => post.inForce)
      ? 'no-post'
      : row.has_password
        ? 'active'
        : 'no-password';
  return { id: row.account_id, login: row.login, name: row.name, state, posts };
}

/** $1–$2 the caller's area, $3 today: an account is in an area by any of its posts; the city sees those without. */
const ACCOUNTS = `
  select a.account_id, a.login, a.name, a.password_hash is not null has_password, a.disabled_at is not null suspended,
    coalesce((select json_agg(json_build_object('post_id', p.post_id, 'role', p.role, 'title', p.title,
        'area_code', p.area_code, 'organisation_name', o.name, 'from_on', p.from_on, 'to_on', p.to_on) order by p.from_on, p.post_id)
      from posts p left join organisations o using (organisation_id) where p.account_id = a.account_id), '[]') posts
  from accounts a
  where (exists (select 1 from posts p where p.account_id = a.account_id and p.area_code >= $1 and p.area_code < $2)
    or $1 = '${HEAD}')`;
const IN_FORCE = `exists (select 1 from posts p where p.account_id = a.account_id and p.from_on <= $3
  and (p.to_on is null or p.to_on >= $3))`;
const STATES = {
  suspended: 'a.disabled_at is not null',
  'no-post': `a.disabled_at is null and not ${IN_FORCE}`,
  'no-password': `a.disabled_at is null and a.password_hash is null and ${IN_FORCE}`,
  active: `a.disabled_at is null and a.password_hash is not null and ${IN_FORCE}`,
} as const satisfies Record<AccountState, string>;

type Filter = {
  q?: string | undefined;
  role?: Role | undefined;
  state?: AccountState | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Filter): { sql: string; values: unknown[] } {
  const values: unknown[] = [ctx.actor.areaFrom, ctx.actor.areaTo, ctx.today];
  let sql = `${ACCOUNTS} and $3::date is not null`;
  if (filter.q) {
    values.push(like(filter.q));
    const n = `$${values.length}`;
    sql += ` and (a.login ilike ${n} or a.name ilike ${n} or exists (select 1 from posts p
      left join organisations o using (organisation_id) where p.account_id = a.account_id and (p.title ilike ${n} or o.name ilike ${n})))`;
  }
  if (filter.role) {
    values.push(filter.role);
    sql += ` and exists (select 1 from posts p where p.account_id = a.account_id and p.role = $${values.length})`;
  }
  if (filter.state) sql += ` and ${STATES[filter.state]}`;
  return { sql, values };
}

/** One row more than the page, by login. */
export async function listAccounts(ctx: Context, filter: Filter): Promise<{ found: AccountRow[]; total: number }> {
  const { sql, values } = filtered(ctx, filter);
  const counted = await ctx.client.query<{ n: number }>(`select count(*)::int n from (${sql}) all_of_them`, values);
  const after = readCursor(filter.cursor);
  if (after) values.push(after.sort);
  const beyond = after ? ` and a.login > $${values.length}` : '';
  const { rows } = await ctx.client.query<AccountRow>(
    `${sql}${beyond} order by a.login limit ${filter.limit + 1}`,
    values,
  );
  return { found: rows, total: counted.rows[0]?.n ?? 0 };
}

export async function findAccount(ctx: Context, id: string): Promise<AccountRow | undefined> {
  const values = [ctx.actor.areaFrom, ctx.actor.areaTo, ctx.today, id];
  const sql = `${ACCOUNTS} and $3::date is not null and a.account_id = $4`;
  const { rows } = await ctx.client.query<AccountRow>(sql, values);
  return rows[0];
}

export async function findByLogin(ctx: Context, login: string) {
  return ctx.db.selectFrom('accounts').select(['account_id', 'name']).where('login', '=', login).executeTakeFirst();
}

export type NewOrganisation = {
  id: string;
  name: string;
  kind: OrganisationKind;
  areaCode: string;
  creditCode: string | null;
};
export async function insertOrganisation(ctx: Context, made: NewOrganisation): Promise<void> {
  const { id, areaCode, creditCode, ...rest } = made;
  await ctx.db
    .insertInto('organisations')
    .values({ organisation_id: id, area_code: areaCode, credit_code: creditCode, opened_on: ctx.today, ...rest })
    .execute();
}

const ORGANISATIONS = `
  select o.organisation_id, o.name, o.kind, o.area_code, o.credit_code, o.closed_on,
    (select count(*)::int from posts p where p.organisation_id = o.organisation_id and p.from_on <= $3
      and (p.to_on is null or p.to_on >= $3)) posts
  from organisations o where o.area_code >= $1 and o.area_code < $2`;
export type OrganisationRow = {
  organisation_id: string;
  name: string;
  kind: OrganisationKind;
  area_code: string;
  credit_code: string | null;
  closed_on: string | null;
  posts: number;
};

type OrganisationFilter = {
  q?: string | undefined;
  kind?: OrganisationKind | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** One row more than the page, by name. */
export async function listOrganisations(ctx: Context, filter: OrganisationFilter) {
  const values: unknown[] = [ctx.actor.areaFrom, ctx.actor.areaTo, ctx.today];
  let sql = ORGANISATIONS;
  if (filter.q) sql += ` and o.name ilike $${values.push(like(filter.q))}`;
  if (filter.kind) sql += ` and o.kind = $${values.push(filter.kind)}`;
  const counted = await ctx.client.query<{ n: number }>(`select count(*)::int n from (${sql}) all_of_them`, values);
  const after = readCursor(filter.cursor);
  if (after) sql += ` and (o.name, o.organisation_id) > ($${values.push(after.sort)}, $${values.push(after.id)}::uuid)`;
  const page = `${sql} order by o.name, o.organisation_id limit ${filter.limit + 1}`;
  const { rows } = await ctx.client.query<OrganisationRow>(page, values);
  return { found: rows, total: counted.rows[0]?.n ?? 0 };
}

/** In the caller's area; undefined elsewhere. */
export async function findOrganisation(ctx: Context, id: string): Promise<OrganisationRow | undefined> {
  const values = [ctx.actor.areaFrom, ctx.actor.areaTo, ctx.today, id];
  const { rows } = await ctx.client.query<OrganisationRow>(`${ORGANISATIONS} and o.organisation_id = $4`, values);
  return rows[0];
}

export async function organisationKnown(ctx: Context, made: { name: string; kind: string; creditCode: string | null }) {
  const { rows } = await ctx.client.query(
    'select 1 from organisations where closed_on is null and ((name = $1 and kind = $2) or (credit_code = $3 and kind = $2))',
    [made.name, made.kind, made.creditCode],
  );
  return rows.length > 0;
}

export async function changeOrganisation(ctx: Context, id: string, to: { name: string; closedOn: string | null }) {
  await ctx.db
    .updateTable('organisations')
    .set({ name: to.name, closed_on: to.closedOn })
    .where('organisation_id', '=', id)
    .execute();
}
