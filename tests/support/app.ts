import type { Endpoint, InputOf, OutputOf } from '#contracts/endpoint.ts';
import type { ErrorBody } from '#contracts/errors.ts';
import type { Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { forgetSiteClock } from '../../src/server/platform/clock/business-date.ts';
import { type Logger, makeLogger } from '../../src/server/platform/log/logger.ts';
import { type Server, startServer } from '../../src/server/server.ts';
import { cloneDatabase, type TestDatabase, testConfig } from './database.ts';
import { changedEntries } from './service-log.ts';

export type TestApp = Server & { database: TestDatabase; as: (person: TestPerson) => Promise<Caller>; visitor: Caller };

/**
 * A running server on a cloned database, with the built web where a browser comes; close with `stop()`, which fails
 * where an entry of the service log cannot be verified any more.
 */
export async function startTestApp(database?: TestDatabase, webFolder?: string, log?: Logger): Promise<TestApp> {
  const own = database ?? (await cloneDatabase());
  // The file before may have moved the date of its own database a moment ago.
  forgetSiteClock();
  const server = await startServer(testConfig(), {
    database: own,
    ...(webFolder ? { webFolder } : {}),
    log: log ?? makeLogger({ level: 'error' }),
  });
  const as = async (person: TestPerson) => {
    const cookie = await logInAs(own, person);
    return caller(server, cookie);
  };
  const stop = async () => {
    const changed = await changedEntries(own);
    await server.stop();
    if (changed.length > 0) throw new Error(`what was written does not stand in the service log: ${changed[0]}`);
  };
  return { ...server, stop, database: own, as, visitor: caller(server, undefined) };
}

export type TestPerson = {
  role: Role;
  areaCode: string;
  name?: string;
  title?: string;
  organisationId?: string;
  elderId?: string;
  accountId?: string;
  /** Of family: the elder has said yes to their seeing money and health; left out = yes. */
  agreed?: boolean;
};

/** Makes an account with one post and a live session, without a password; answers the cookie. */
async function logInAs(database: TestDatabase, person: TestPerson): Promise<string> {
  const accountId = person.accountId ?? newId();
  const postId = newId();
  const token = newId();
  const name = person.name ?? '测试人员';
  const { admin } = database;
  await admin.query('insert into accounts (account_id, login, name) values ($1, $2, $3) on conflict do nothing', [
    accountId,
    `t-${accountId}`,
    name,
  ]);
  await admin.query(
    `insert into posts (post_id, account_id, holder_name, role, title, area_code, organisation_id, elder_id, from_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '2020-01-01')`,
    [
      postId,
      accountId,
      name,
      person.role,
      person.title ?? person.role,
      person.areaCode,
      person.organisationId ?? null,
      person.elderId ?? null,
    ],
  );
  await admin.query(
    `insert into sessions (session_id, token_hash, account_id, post_id, device, address, expires_at)
     values ($1, sha256($2), $3, $4, 'test', '127.0.0.1', now() + interval '1 hour')`,
    [newId(), Buffer.from(token), accountId, postId],
  );
  if (person.role === 'family' && person.agreed !== false)
    await admin.query(
      `insert into consents (elder_id, consent_id, area_code, purpose, decision, text_version, valid_from, by_kind, by_name,
         by_account, decided_at)
       select e.elder_id, gen_random_uuid(), e.area_code, p, 'given', '2025-01', '2025-01-01', 'self', e.name, e.elder_id, '2025-01-01'
       from elders e, unnest(array['family-money', 'family-health']) p where e.elder_id = $1`,
      [person.elderId],
    );
  return token;
}

export type Answer<E extends Endpoint> = {
  status: number;
  body: OutputOf<E>;
  error: ErrorBody;
  headers: Record<string, unknown>;
};

export type Caller = {
  cookie: string | undefined;
  call: <E extends Endpoint>(
    endpoint: E,
    input?: Partial<InputOf<E>> & { key?: string; file?: { name: string; bytes: Buffer } },
  ) => Promise<Answer<E>>;
};

/** Calls endpoints through the real HTTP stack (injected), with the headers that the web client sends. */
export function caller(server: Pick<Server, 'app'>, cookie: string | undefined): Caller {
  return {
    cookie,
    call: async (endpoint, input = {}) => {
      const params = (input.params ?? {}) as Record<string, string>;
      const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
      const query = new URLSearchParams(
        Object.entries(input.query ?? {}).flatMap(([k, v]) =>
          v === undefined ? [] : [[k, String(v)] as [string, string]],
        ),
      );
      const response = await server.app.inject({
        method: endpoint.method,
        url: query.size > 0 && endpoint.asks !== 'body' ? `${path}?${query}` : path,
        headers: {
          'x-yinian': 'test',
          ...(endpoint.asks === 'body' ? {} : { 'idempotency-key': input.key ?? newId() }),
          ...(input.file
            ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(input.file.name) }
            : {}),
        },
        ...(cookie ? { cookies: { yinian_session: cookie } } : {}),
        ...(endpoint.method === 'GET'
          ? {}
          : {
              payload:
                endpoint.asks === 'body'
                  ? Object.fromEntries(query)
                  : (input.file?.bytes ?? (input.body as object) ?? {}),
            }),
      });
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      const body = isJson ? response.json() : response.rawPayload;
      return { status: response.statusCode, body, error: body as ErrorBody, headers: response.headers };
    },
  };
}
