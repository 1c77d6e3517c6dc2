import type pg from 'pg';
import type { Role } from '#contracts/roles.ts';
import { insertMany } from '#platform/database/insert-many.ts';

export type NewOrganisation = {
  organisationId: string;
  name: string;
  kind: string;
  areaCode: string;
  creditCode: string | null;
  openedOn: string | null;
};

export type NewAccount = {
  accountId: string;
  login: string;
  name: string;
  passwordHash: string | null;
  /** Shown on a demo's login page; null for everybody else. */
  demoPassword: string | null;
};

export type NewPost = {
  postId: string;
  accountId: string;
  holderName: string;
  role: Role;
  title: string;
  areaCode: string;
  organisationId: string | null;
  elderId: string | null;
  fromOn: string;
};

/** Organisations, accounts and posts in bulk; for a client in the batch role. Answers the number of rows. */
export async function insertAccounts(
  client: pg.ClientBase,
  rows: { organisations: readonly NewOrganisation[]; accounts: readonly NewAccount[]; posts: readonly NewPost[] },
): Promise<number> {
  const organisations = await insertMany(client, ORGANISATIONS, rows.organisations.map(organisationRow));
  const accounts = await insertMany(client, ACCOUNTS, rows.accounts.map(accountRow));
  const posts = await insertMany(client, POSTS, rows.posts.map(postRow));
  return organisations + accounts + posts;
}

const ORGANISATIONS = {
  table: 'organisations',
  columns: {
    organisation_id: 'uuid',
    name: 'text',
    kind: 'text',
    area_code: 'text',
    credit_code: 'text',
    opened_on: 'date',
  },
};
const organisationRow = (o: NewOrganisation) => ({
  organisation_id: o.organisationId,
  name: o.name,
  kind: o.kind,
  area_code: o.areaCode,
  credit_code: o.creditCode,
  opened_on: o.openedOn,
});

const ACCOUNTS = {
  table: 'accounts',
  columns: { account_id: 'uuid', login: 'text', name: 'text', password_hash: 'text', demo_password: 'text' },
};
const accountRow = (a: NewAccount) => ({
  account_id: a.accountId,
  login: a.login,
  name: a.name,
  password_hash: a.passwordHash,
  demo_password: a.demoPassword,
});

const POSTS = {
  table: 'posts',
  columns: {
    post_id: 'uuid',
    account_id: 'uuid',
    holder_name: 'text',
    role: 'text',
    title: 'text',
    area_code: 'text',
    organisation_id: 'uuid',
    elder_id: 'uuid',
    from_on: 'date',
  },
};
const postRow = (p: NewPost) => ({
  post_id: p.postId,
  account_id: p.accountId,
  holder_name: p.holderName,
  role: p.role,
  title: p.title,
  area_code: p.areaCode,
  organisation_id: p.organisationId,
  elder_id: p.elderId,
  from_on: p.fromOn,
});
