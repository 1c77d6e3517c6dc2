import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#shared/ids.ts';
import { hashToken } from './db/sessions.ts';
import { insertAccounts } from './insert-accounts.ts';

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
