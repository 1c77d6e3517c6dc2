import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { hashToken, spendFirstAdministratorToken } from './db.ts';
import { insertAccounts } from './insert-accounts.ts';
import { passwordFault } from './rules.ts';

const LOGIN = 'administrator';
const CITY = '110000000000';

/**
 * Production only, at every start: answers the one-time token of the first administrator as long as nobody has used
 * one, each time a new one (the former stops working). Makes the account at the first start. `client` is in the batch role.
 */
export async function offerFirstAdministrator(client: pg.ClientBase, today: string): Promise<string | undefined> {
  const { rows } = await client.query<{ account_id: string; used_at: string | null }>(
    'select account_id, used_at from first_administrator',
  );
  if (rows[0]?.used_at) return undefined;
  const accountId = rows[0]?.account_id ?? (await makeAdministrator(client, today));
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into first_administrator (account_id, token_hash) values ($1, $2)
     on conflict (only_row) do update set token_hash = excluded.token_hash, made_at = now()`,
    [accountId, hashToken(token)],
  );
  return token;
}

async function makeAdministrator(client: pg.ClientBase, today: string): Promise<string> {
  const accountId = newId();
  const name = '系统管理员';
  await insertAccounts(client, {
    organisations: [],
    accounts: [{ accountId, login: LOGIN, name, passwordHash: null, demoPassword: null }],
    posts: [
      {
        postId: newId(),
        accountId,
        holderName: name,
        role: 'administrator',
        title: name,
        areaCode: CITY,
        organisationId: null,
        elderId: null,
        fromOn: today,
      },
    ],
  });
  return accountId;
}

/** Sets the first administrator's password with the one-time token. */
export async function claimFirstAdministrator(ctx: Context, form: { token: string; password: string }) {
  const fault = passwordFault(form.password, { login: LOGIN, current: form.token });
  if (fault) throw new DomainError('accounts.weak-password', fault, { password: fault });
  const login = await spendFirstAdministratorToken(ctx, { token: form.token, passwordHash: await hash(form.password) });
  if (!login) throw new DomainError('accounts.link-used');
  await record(ctx, { action: 'accounts.first-administrator', subject: { kind: 'account', id: login } });
  return { login };
}
