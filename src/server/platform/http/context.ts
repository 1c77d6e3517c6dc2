import type pg from 'pg';
import type { Role, Way } from '#contracts/roles.ts';
import type { CivilDate } from '#shared/dates.ts';
import type { Db, RowScope, Transaction } from '../database/transaction.ts';
import type { Keys } from '../secrets/keys.ts';

/** The person acting, in the post chosen for this session. */
export type Actor = {
  accountId: string;
  postId: string;
  sessionId: string;
  login: string;
  name: string;
  role: Role;
  title: string;
  way: Way;
  areaCode: string;
  areaFrom: string;
  areaTo: string;
  organisationId: string | null;
  elderId: string | null;
  /** What the post may besides its role (contracts/post-permissions.ts), as it stands today. */
  permissions: readonly string[];
};

/** What every handler and verb gets: one transaction under the actor's row rules, the business date and instant. */
export type Context = {
  actor: Actor;
  db: Db;
  client: pg.ClientBase;
  scope: RowScope;
  today: CivilDate;
  now: string;
  demo: boolean;
  /** For sealing and opening personal data; never logged. */
  keys: Keys;
  requestId: string;
  /** Notes whose record an answer showed; written to the read audit before the answer leaves. */
  saw: (...elderIds: string[]) => void;
  /** Notes of which class of data content of these people was shown; the read audit names it. */
  opened: (dataClass: string, ...elderIds: string[]) => void;
  /** Contents of marked fields that this request may open without asking, named by a verb whose law says so. */
  exempt: Set<string>;
  /** Counts audit rows written by this request, so that no write stays without one. */
  recorded: { count: number };
  /** Opens a fresh read-only transaction of the same actor: for streams and long exports that outlive this one. */
  reopen: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
};

export const scopeOf = (actor: Actor): RowScope => ({
  way: actor.way,
  areaFrom: actor.areaFrom,
  areaTo: actor.areaTo,
  organisationId: actor.organisationId,
  accountId: actor.accountId,
  elderId: actor.elderId,
});

/** The platform itself at work (jobs, reactions to devices): never a way of access for a person. */
export const SYSTEM_ACTOR = {
  accountId: '00000000-0000-7000-8000-000000000000',
  postId: '00000000-0000-7000-8000-000000000000',
  sessionId: '00000000-0000-7000-8000-000000000000',
  login: 'system',
  name: '系统',
  role: 'administrator',
  title: '自动处理',
  way: 'system',
  areaCode: '110000000000',
  areaFrom: '110000000000',
  areaTo: '120000000000',
  organisationId: null,
  elderId: null,
  permissions: [],
} as const satisfies Actor;

/** Whoever calls a public endpoint without a session. */
export const VISITOR = {
  ...SYSTEM_ACTOR,
  login: 'visitor',
  name: '访客',
  role: 'volunteer',
  title: '',
  way: 'public',
} as const satisfies Actor;

type BatchOptions = {
  clock: { today: CivilDate; now: string; demo: boolean };
  scope: RowScope;
  keys: Keys;
  requestId: string;
};

/** Context of background work in a declared scope; its writes are audited under 系统. */
export function batchContext(tx: Transaction, options: BatchOptions): Context {
  const { areaFrom, areaTo } = options.scope;
  const actor: Actor = {
    ...SYSTEM_ACTOR,
    areaFrom: areaFrom ?? SYSTEM_ACTOR.areaFrom,
    areaTo: areaTo ?? SYSTEM_ACTOR.areaTo,
  };
  const { scope, keys, requestId } = options;
  const reopen = () => Promise.reject(new Error('a job opens its own transactions'));
  return {
    actor,
    ...tx,
    scope,
    ...options.clock,
    keys,
    requestId,
    saw: () => undefined,
    opened: () => undefined,
    exempt: new Set(),
    recorded: { count: 0 },
    reopen,
  };
}
