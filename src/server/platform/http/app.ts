import { createHash, timingSafeEqual } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import statics from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '#contracts/errors.ts';
import { newId } from '#shared/ids.ts';
import { nameActions } from '../audit/action-names.ts';
import { type Answering, answer, COOKIE } from './answer.ts';
import { errorAnswer } from './error-answer.ts';
import { planOf } from './fence.ts';
import { openApi } from './openapi.ts';
import { rateLimiter } from './rate-limit.ts';
import { MAX_UPLOAD_BYTES } from './receive-upload.ts';
import type { FileAnswer, Route } from './serve.ts';

export type AppOptions = Answering & {
  routes: readonly Route[];
  /** Built web; undefined while only the API runs (tests of routes). */
  webFolder?: string;
  limits: { perMinute: number; loginsPerMinute: number; bodyBytes: number };
  health: () => Promise<{ healthy: boolean; ready: boolean; detail: Record<string, unknown> }>;
  metrics: () => Promise<string>;
  /** Proxies whose X-Forwarded-For is believed, as addresses separated by commas; none where left out. */
  trustProxy?: string | undefined;
  /** Who may read /metrics: bearer of the token; without one the machine itself, and only while nothing else is served. */
  metricsFor: { token?: string | undefined; localOnly: boolean };
  onAnswer?: (line: { requestId: string; route: string; status: number; ms: number; error?: unknown }) => void;
};

/** The HTTP server: every endpoint of the table, health, metrics, OpenAPI and the built web. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => newId(),
    bodyLimit: options.limits.bodyBytes,
    trustProxy: options.trustProxy ?? false,
    // A stream of server-sent events never ends by itself; stopping must not wait for it.
    forceCloseConnections: true,
  });
  await app.register(cookie);
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    const { upload } = request.routeOptions.config as { upload?: boolean };
    // An upload is received only after its sender is known and allowed (answer.ts).
    if (upload) done(null, payload);
    else collect(payload, options.limits.bodyBytes).then(body => done(null, body), done);
  });
  // before anything is awaited below: Fastify binds the error handler to routes when it boots them
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = errorAnswer(error, request.id);
    (request as { failure?: unknown }).failure = error;
    return reply.code(status).send(body);
  });
  guard(app, options);
  reportAnswers(app, options);
  nameActions(options.routes);
  for (const route of options.routes) bind(app, route, options);
  serveOperations(app, options);
  await serveWeb(app, options.webFolder);
  return app;
}

function bind(app: FastifyInstance, route: Route, options: AppOptions): void {
  const { method, path } = route.endpoint;
  // A field that is marked and cannot be empty stops the start, not the first reader.
  planOf(route.endpoint.response);
  app.route({
    method,
    url: path,
    ...(route.endpoint.raw === 'upload' && { config: { upload: true }, bodyLimit: MAX_UPLOAD_BYTES }),
    handler: async (request, reply) => {
      const result = await answer(route, options, { request, reply });
      return isFile(result) ? sendFile(reply, result) : reply.send(result);
    },
  });
}

async function collect(payload: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of payload) {
    bytes += piece.length;
    if (bytes > most) throw new DomainError('platform.too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const isFile = (result: unknown): result is FileAnswer =>
  typeof result === 'object' && result !== null && 'mediaType' in result && 'content' in result && 'fileName' in result;

function sendFile(reply: FastifyReply, file: FileAnswer) {
  const content = Buffer.isBuffer(file.content) ? file.content : Readable.from(file.content as AsyncIterable<string>);
  reply.header('content-type', file.mediaType);
  if (file.fileName)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  return reply.send(content);
}

/** Same-site cookie, a header only our pages can set, the browser's own word on the origin, and a rate limit. */
function guard(app: FastifyInstance, options: AppOptions): void {
  const perCaller = rateLimiter(options.limits.perMinute);
  const logins = rateLimiter(options.limits.loginsPerMinute);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
    });
    if (!request.url.startsWith('/api/')) return;
    reply.header('cache-control', 'no-store');
    const caller = request.cookies?.[COOKIE] ?? request.ip;
    if (!perCaller(caller)) throw new DomainError('platform.too-many-requests');
    if (request.url === '/api/login' && !logins(request.ip)) throw new DomainError('platform.too-many-requests');
    if (request.method !== 'GET' && isCrossSite(request)) throw new DomainError('platform.cross-site');
  });
}

function isCrossSite(request: FastifyRequest): boolean {
  if (!request.headers['x-yinian']) return true;
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  return origin !== undefined && new URL(origin).host !== host;
}

function reportAnswers(app: FastifyInstance, options: AppOptions): void {
  app.addHook('onResponse', async (request, reply) => {
    const { failure } = request as { failure?: unknown };
    options.onAnswer?.({
      requestId: request.id,
      route: `${request.method} ${request.routeOptions.url ?? '-'}`,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(failure ? { error: failure } : {}),
    });
  });
}

function serveOperations(app: FastifyInstance, options: AppOptions): void {
  app.get('/healthz', async (_, reply) => {
    const state = await options.health();
    return reply.code(state.healthy ? 200 : 503).send({ healthy: state.healthy });
  });
  app.get('/readyz', async (_, reply) => {
    const state = await options.health();
    return reply.code(state.ready ? 200 : 503).send({ ready: state.ready, ...state.detail });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsFor)) throw new DomainError('platform.not-found');
    return reply.type('text/plain; version=0.0.4').send(await options.metrics());
  });
  app.get('/api/openapi.json', async (_, reply) => reply.send(openApi(options.routes)));
}

const LOOPBACK: readonly (string | undefined)[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * With a token only its bearer. Without one the socket's own peer must be this machine, the server must not be listening
 * beyond it, and the request must not come through a proxy: a proxy on the same machine is 127.0.0.1 for everybody.
 */
function mayReadMetrics(request: FastifyRequest, given: AppOptions['metricsFor']): boolean {
  if (given.token) return sameText(request.headers.authorization ?? '', `Bearer ${given.token}`);
  const proxied = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return given.localOnly && !proxied && LOOPBACK.includes(request.socket.remoteAddress);
}

const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** Built files under /assets never change their content; every other path opens the single page. */
async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder)
    await app.register(statics, {
      root: folder,
      wildcard: false,
      index: false,
      immutable: true,
      maxAge: '365d',
      prefix: '/',
    });
  app.setNotFoundHandler(async (request, reply) => {
    const index = folder && join(folder, 'index.html');
    if (!index || !existsSync(index) || request.method !== 'GET' || request.url.startsWith('/api/')) {
      throw new DomainError('platform.not-found');
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(createReadStream(index));
  });
}
