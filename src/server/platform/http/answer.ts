import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { type Endpoint, isRead } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import type { readAuditWriter } from '../audit/read-audit.ts';
import { record } from '../audit/record.ts';
import { businessInstant, type SiteClock } from '../clock/business-date.ts';
import { inTransaction } from '../database/transaction.ts';
import { safeName } from '../files/store.ts';
import type { Keys } from '../secrets/keys.ts';
import { type Actor, type Context, scopeOf, VISITOR } from './context.ts';
import { CommittedRefusal } from './error-answer.ts';
import { fence } from './fence.ts';
import { runOnce } from './idempotency.ts';
import { parseInput } from './input.ts';
import { dropUpload, receiveUpload } from './receive-upload.ts';
import type { Input, Peer, Route } from './serve.ts';

export type Answering = {
  pool: pg.Pool;
  clock: () => Promise<SiteClock>;
  authenticate: (token: string, today: string) => Promise<Actor | undefined>;
  writeReadAudit: ReturnType<typeof readAuditWriter>;
  keys: Keys;
  secureCookies: boolean;
};

export const COOKIE = 'yinian_session';

/** One request: who, may they, parse, one transaction, audit, answer checked against the contract. */
export async function answer(route: Route, tools: Answering, http: { request: FastifyRequest; reply: FastifyReply }) {
  const { endpoint } = route;
  const { request } = http;
  const clock = await tools.clock();
  const token = request.cookies[COOKIE];
  const actor = token ? await tools.authenticate(token, clock.businessDate) : undefined;
  if (!actor && !endpoint.public) throw new DomainError('platform.login-required');
  const who = actor ?? VISITOR;
  const open = opener({ tools, clock, actor: who, requestId: request.id });
  await letIn(route, tools, { who, open });
  const input = await readInput(endpoint, http, tools.secureCookies);
  return isRead(endpoint) ? read(route, open, { tools, input }) : write(route, open, { actor, tools, input, request });
}

/** Checked against the contract; what its reader may not see is emptied. Files and streams are what they are. */
function finish({ endpoint }: Route, ctx: Context, given: { result: unknown; input: Input<Endpoint> }): unknown {
  if (endpoint.raw === 'response' || endpoint.raw === 'stream') return given.result;
  const answer = endpoint.response.parse(given.result);
  return fence(ctx, endpoint, { answer, params: given.input.params });
}

/** The role, then what must hold besides it; whoever is turned away is written down. */
async function letIn({ endpoint, access, audit }: Route, tools: Answering, { who, open }: { who: Actor; open: Open }) {
  const turnAway = async (because: DomainError) => {
    await open(true, ctx => tools.writeReadAudit(ctx, { kind: 'refused', action: audit, elderIds: [] }));
    throw because;
  };
  if (!endpoint.public && !access.roles.includes(who.role))
    await turnAway(new DomainError('platform.not-allowed', `这件事：${access.sentence}。您现在的岗位不能办`));
  const { condition } = access;
  if (!condition?.roles.includes(who.role)) return;
  const because = await open(true, ctx => condition.refuses(ctx));
  if (because) await turnAway(because);
}

type Open = <T>(readOnly: boolean, work: (ctx: Context) => Promise<T>) => Promise<T>;

function opener(given: { tools: Answering; clock: SiteClock; actor: Actor; requestId: string }): Open {
  const { tools, clock, actor, requestId } = given;
  const scope = scopeOf(actor);
  const open: Open = (readOnly, work) =>
    inTransaction(tools.pool, { scope, readOnly }, tx => {
      const time = {
        today: clock.businessDate,
        now: businessInstant(clock),
        demo: clock.mode === 'demo',
        keys: tools.keys,
      };
      const nobody = { saw: () => undefined, opened: () => undefined, exempt: new Set<string>() };
      const reopen: Context['reopen'] = again => open(true, again);
      return work({ actor, ...tx, scope, ...time, requestId, ...nobody, recorded: { count: 0 }, reopen });
    });
  return open;
}

async function read(route: Route, open: Open, given: { tools: Answering; input: Input<Endpoint> }): Promise<unknown> {
  const seen = sightings();
  let context: Context | undefined;
  const result = await open(true, async ctx => {
    context = { ...ctx, ...seen.notes, reopen: shown(route, ctx, given.tools) };
    return finish(route, context, { result: await route.handler(context, given.input), input: given.input });
  });
  if (context && !route.endpoint.public) {
    await given.tools.writeReadAudit(context, { kind: 'read', action: route.audit, ...seen });
  }
  return result;
}

/** Whose record an answer shows, and which classes of data it opens. */
function sightings() {
  const elderIds: string[] = [];
  const opened: { dataClass: string; elderId: string }[] = [];
  const notes: Pick<Context, 'saw' | 'opened'> = {
    saw: (...ids) => void elderIds.push(...ids),
    opened: (dataClass, ...ids) => void opened.push(...ids.map(elderId => ({ dataClass, elderId }))),
  };
  return { elderIds, opened, notes };
}

/** What a stream or a long export shows later is written down page by page, before that page leaves. */
const shown =
  (route: Route, ctx: Context, tools: Answering): Context['reopen'] =>
  work =>
    ctx.reopen(async inner => {
      const seen = sightings();
      const result = await work({ ...inner, ...seen.notes });
      if (seen.elderIds.length + seen.opened.length > 0)
        await tools.writeReadAudit(inner, { kind: 'read', action: route.audit, ...seen });
      return result;
    });

type WriteGiven = { actor: Actor | undefined; tools: Answering; input: Input<Endpoint>; request: FastifyRequest };

async function write(route: Route, open: Open, given: WriteGiven): Promise<unknown> {
  const { input, request } = given;
  let kept = false;
  const seen = sightings();
  let context: Context | undefined;
  const outcome = await open(false, async plain => {
    const ctx = { ...plain, opened: seen.notes.opened };
    context = ctx;
    const run = async () => {
      const result = await finish(route, ctx, { result: await route.handler(ctx, input), input });
      kept = true;
      if (ctx.recorded.count === 0)
        await record(ctx, { action: route.audit, subject: { kind: 'request', id: request.id } });
      return result ?? null;
    };
    const body = input.upload?.sm3 ?? input.file?.bytes ?? JSON.stringify([request.url, request.body ?? null]);
    try {
      const key = request.headers['idempotency-key'];
      return { result: given.actor ? await runOnce(ctx, { key, body }, run) : await run() };
    } catch (error) {
      if (error instanceof CommittedRefusal) return { refused: error };
      throw error;
    }
  }).finally(() => (kept ? undefined : dropUpload(input.upload)));
  if (outcome.refused) throw outcome.refused;
  if (context && seen.opened.length > 0)
    await given.tools.writeReadAudit(context, { kind: 'read', action: route.audit, elderIds: [], opened: seen.opened });
  return outcome.result;
}

async function readInput(endpoint: Endpoint, http: { request: FastifyRequest; reply: FastifyReply }, secure: boolean) {
  const { request, reply } = http;
  const parsed = parseInput(endpoint, request) as Input<Endpoint>;
  const setCookie: Peer['setCookie'] = (value, days) => {
    const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
    if (value === null) reply.clearCookie(COOKIE, options);
    else reply.setCookie(COOKIE, value, days ? { ...options, maxAge: days * 86_400 } : options);
  };
  const device = String(request.headers['user-agent'] ?? '').slice(0, 300);
  const name = decodeURIComponent(String(request.headers['x-file-name'] ?? '未命名'));
  const bytes = endpoint.raw === 'request' ? (request.body as Buffer | undefined) : undefined;
  if (endpoint.raw === 'request' && !Buffer.isBuffer(bytes)) {
    throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  }
  const upload = endpoint.raw === 'upload' ? await receiveUpload(request, safeName(name)) : undefined;
  return { ...parsed, peer: { address: request.ip, device, setCookie }, file: bytes && { name, bytes }, upload };
}
