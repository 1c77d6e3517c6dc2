import type pg from 'pg';

/**
 * Ways of access as database roles, plus those that no request takes. NOLOGIN: the product's login takes one per transaction.
 * `yinian_granted` is taken inside a request for one read of one record that was opened for it, by the hour.
 */
const GROUP_ROLES = [
  'yinian_area',
  'yinian_organisation',
  'yinian_assigned',
  'yinian_family',
  'yinian_public',
  'yinian_system',
  'yinian_batch',
  'yinian_backup',
  'yinian_lookup',
  'yinian_granted',
] as const;

export const APP_LOGIN = 'yinian_app';
export const JOBS_LOGIN = 'yinian_jobs';
export const OWNER_ROLE = 'yinian_owner';

export type LoginPasswords = { app: string; jobs: string };

/**
 * Creates or completes the cluster's roles and lets the owner role make tables. Needs CREATEROLE and the database, not
 * a superuser.
 * `yinian_lookup` owns the few named SECURITY DEFINER functions that may look across areas; nobody logs in as it.
 */
export async function ensureRoles(admin: pg.ClientBase, database: string, passwords: LoginPasswords): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await completeRoles(admin, database, passwords);
    } catch (error) {
      if (tries === MOST_TRIES || !MET_ANOTHER.test((error as Error).message)) throw error;
      await new Promise(done => setTimeout(done, 50 * tries));
    }
  }
}

/** Roles belong to the cluster, locks to one database: two starts on two databases may touch one role at once. */
const MET_ANOTHER = /tuple concurrently (updated|deleted)|duplicate key value violates unique constraint "pg_auth/;
const MOST_TRIES = 20;

async function completeRoles(admin: pg.ClientBase, database: string, passwords: LoginPasswords): Promise<void> {
  const quote = (text: string) => admin.escapeLiteral(text);
  await admin.query('select pg_advisory_lock(7220001)');
  try {
    const { rows } = await admin.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname like 'yinian%'",
    );
    const known = new Set(rows.map(row => row.rolname));
    for (const role of [OWNER_ROLE, ...GROUP_ROLES]) {
      if (!known.has(role)) await admin.query(`create role ${role} nologin`);
    }
    for (const [role, password] of [
      [APP_LOGIN, passwords.app],
      [JOBS_LOGIN, passwords.jobs],
    ] as const) {
      const verb = known.has(role) ? 'alter' : 'create';
      await admin.query(`${verb} role ${role} login noinherit password ${quote(password)}`);
    }
    await admin.query(
      `grant ${GROUP_ROLES.filter(r => r !== 'yinian_lookup' && r !== 'yinian_backup').join(', ')} to ${APP_LOGIN}`,
    );
    await admin.query(`grant yinian_lookup, yinian_batch, ${OWNER_ROLE} to current_user`);
    await admin.query(`grant yinian_lookup to ${OWNER_ROLE}`);
    const name = admin.escapeIdentifier(database);
    await admin.query(`grant create on database ${name} to ${JOBS_LOGIN}`);
    await admin.query('revoke create on schema public from public');
    await admin.query(`grant usage on schema public to public`);
    await admin.query(`grant create on schema public to yinian_lookup, ${OWNER_ROLE}`);
  } finally {
    await admin.query('select pg_advisory_unlock(7220001)');
  }
}

/** Refuses to serve with a login that could step over the row rules: superuser, BYPASSRLS or a table owner. */
export async function refuseDangerousLogin(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
    `select rolsuper, rolbypassrls, exists (
       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owns
     from pg_roles where rolname = current_user`,
  );
  const login = rows[0];
  if (!login || login.rolsuper || login.rolbypassrls || login.owns) {
    throw new Error('数据库登录账号权限过大（超级用户、可绕过行规则或是表的所有者），为保护个人信息已拒绝启动');
  }
}
