import type pg from 'pg';
import { ROLE_WAYS } from '#contracts/roles.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import type { Actor } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { type DemoLoginRow, findSession, listDemoLogins } from './db/sessions.ts';

export { mergePosts } from './db-merge.ts';
export { ensureGovernmentUnit } from './ensure-unit.ts';
export { offerFirstAdministrator } from './first-administrator.ts';
export { insertAccounts, type NewAccount, type NewOrganisation, type NewPost } from './insert-accounts.ts';
export { grantToHolder } from './post-permissions.ts';
export { demoDepartments } from './unit-names.ts';

/** Turns a session token into the acting person and post; undefined when it is unknown, ended or expired. */
export async function authenticate(pool: pg.Pool, token: string, today: string): Promise<Actor | undefined> {
  const row = await findSession(pool, token, today);
  if (!row) return undefined;
  const { from, to } = areaRange(row.area_code);
  return {
    accountId: row.account_id,
    postId: row.post_id,
    sessionId: row.session_id,
    login: row.login,
    name: row.name,
    role: row.role,
    title: row.title,
    way: ROLE_WAYS[row.role],
    areaCode: row.area_code,
    areaFrom: from,
    areaTo: to,
    organisationId: row.organisation_id,
    elderId: row.elder_id,
    permissions: row.permissions,
  };
}

/** The logins that a demo's login page shows; a production site has none. */
export function demoLogins(pool: pg.Pool): Promise<DemoLoginRow[]> {
  return inTransaction(pool, { scope: { way: 'public' }, readOnly: true }, tx => listDemoLogins(tx));
}
export { postsFollowElder } from './follow-elder.ts';
