import { type QueryKey, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Endpoint, type InputOf, isRead, type OutputOf } from '#contracts/endpoint.ts';
import type { ErrorBody } from '#contracts/errors.ts';
import { urlOf } from './api-address.ts';
import { filesOf } from './files-of.ts';
import { askToLogInAgain } from './session-gate.ts';

/** What the server (or the missing network) answered; `body.fields` maps field paths to sentences. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

type Part<K extends string, T> =
  Record<string, never> extends T ? { [k in K]?: T } : object extends T ? { [k in K]?: T } : { [k in K]: T };
/** Parts the endpoint does not need may be left out. `file` is the body of a `raw: 'request'` endpoint; its type is judged by content. */
export type CallInput<E extends Endpoint> = Part<'params', InputOf<E>['params']> &
  Part<'query', InputOf<E>['query']> &
  Part<'body', InputOf<E>['body']> & { file?: File };

export type CallOptions = { idempotencyKey?: string; signal?: AbortSignal };

type Loose = { params?: unknown; query?: unknown; body?: unknown; file?: File };

const filled = (query: unknown = {}): object =>
  Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== '' && value !== null));

const offline = (): ApiError =>
  new ApiError(0, {
    code: 'platform.unavailable',
    message: '没有连上服务器',
    doNext: '已填的内容还在本页；请检查网络后重试',
    requestId: '',
  });

async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  if (body?.code && body.doNext) return new ApiError(response.status, body);
  const requestId = response.headers.get('x-request-id') ?? '';
  return new ApiError(response.status, {
    code: response.status >= 500 ? 'platform.unavailable' : 'platform.not-found',
    message: response.status >= 500 ? '系统正在启动或维护' : '没有找到这个地址',
    doNext: '请稍等片刻再试',
    requestId,
  });
}

async function send(endpoint: Endpoint, input: Loose, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { 'X-Yinian': 'web' };
  let body: BodyInit | undefined;
  if (endpoint.method !== 'GET') {
    if (!isRead(endpoint)) headers['Idempotency-Key'] = options.idempotencyKey ?? crypto.randomUUID();
    headers['Content-Type'] = input.file ? 'application/octet-stream' : 'application/json';
    if (input.file) headers['X-File-Name'] = encodeURIComponent(input.file.name);
    body = input.file ?? JSON.stringify((endpoint.asks === 'body' ? filled(input.query) : input.body) ?? {});
  }
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = body;
  if (options.signal) init.signal = options.signal;
  return fetch(urlOf(endpoint, input), init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw offline();
  });
}

/** On an expired session the login dialog opens over the page and the same request goes again with the same key. */
async function sendLoggedIn(endpoint: Endpoint, input: Loose, options: CallOptions): Promise<Response> {
  const keyed = { idempotencyKey: crypto.randomUUID(), ...options };
  const first = await send(endpoint, input, keyed);
  if (first.ok) return first;
  const error = await errorOf(first);
  if (error.body.code !== 'platform.login-required' || endpoint.path === '/api/session') throw error;
  if (!(await askToLogInAgain())) throw error;
  const second = await send(endpoint, input, keyed);
  if (second.ok) return second;
  throw await errorOf(second);
}

/** Calls one endpoint. Throws ApiError, also when there is no network (status 0). */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const response = await sendLoggedIn(endpoint, input, options);
  return (await response.json()) as OutputOf<E>;
}

/** Saves a `raw: 'response'` endpoint's file under the server's name, or `name`. */
export async function download<E extends Endpoint>(endpoint: E, input: CallInput<E>, name: string): Promise<void> {
  const response = await sendLoggedIn(endpoint, input, {});
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const href = URL.createObjectURL(await response.blob());
  const anchor = Object.assign(document.createElement('a'), {
    href,
    download: named ? decodeURIComponent(named) : name,
  });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** `download` with its state: a big file takes a while, and a refusal has a sentence. */
export function useDownload<E extends Endpoint>(endpoint: E, name: string) {
  return useMutation<void, ApiError, CallInput<E>>({ mutationFn: input => download(endpoint, input, name) });
}

/** Server-sent events of a `raw: 'stream'` endpoint; the browser reconnects by itself. Returns the stop function. */
export function stream<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  on: { event: (data: OutputOf<E>) => void; live?: (connected: boolean) => void },
): () => void {
  const source = new EventSource(urlOf(endpoint, input));
  source.onmessage = message => on.event(JSON.parse(message.data) as OutputOf<E>);
  source.onopen = () => on.live?.(true);
  source.onerror = () => on.live?.(false);
  return () => source.close();
}

export const keyOf = (endpoint: Endpoint, input: unknown): QueryKey => [endpoint.path, input];

type QueryOptions = { enabled?: boolean; refreshEveryMs?: number };

/** Reads one endpoint; `enabled: false` waits. */
export function useQueryOf<E extends Endpoint>(endpoint: E, input: CallInput<E>, options: QueryOptions = {}) {
  return useQuery<OutputOf<E>, ApiError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refreshEveryMs ?? false,
  });
}

type Page = { rows: unknown[]; nextCursor: string | null; total: number | null; totalIsApproximate?: boolean };

const WAITING_MS = 2_000;

/** Reads a keyset list page by page; hand the answer to DataList. */
export function usePagesOf<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  /** True while a row waits for work in the background: the list is read anew until none does. */
  isWaiting?: (row: OutputOf<E> extends { rows: (infer R)[] } ? R : never) => boolean,
) {
  type Row = OutputOf<E> extends { rows: (infer R)[] } ? R : never;
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const paged = { ...input, query: { ...((input as Loose).query as object), cursor: pageParam } } as CallInput<E>;
      return call(endpoint, paged, { signal }) as Promise<Page>;
    },
    getNextPageParam: (last: Page) => last.nextCursor ?? undefined,
    placeholderData: previous => previous,
    refetchInterval: ({ state }) =>
      isWaiting && state.data?.pages.some(page => (page.rows as Row[]).some(isWaiting)) ? WAITING_MS : false,
  });
  const first = query.data?.pages[0];
  return {
    rows: query.data?.pages.flatMap(page => page.rows as Row[]),
    total: first?.total ?? null,
    approximate: first?.totalIsApproximate ?? false,
    error: query.error as ApiError | null,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
    files: filesOf(endpoint, input as Loose),
  };
}

/** Counted here: two that end in the same moment each still see the other as pending in the library's own count. */
let writesUnderWay = 0;

/**
 * Writes through one endpoint. The same input sent again (double click, retry after a lost answer) carries the same
 * Idempotency-Key; afterwards everything on screen is read anew.
 */
export function useWrite<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  const last = useRef<{ input: string; key: string } | null>(null);
  return useMutation<OutputOf<E>, ApiError, CallInput<E>>({
    mutationFn: input => {
      writesUnderWay += 1;
      const text = JSON.stringify(input) + ((input as Loose).file?.size ?? '');
      if (last.current?.input !== text) last.current = { input: text, key: crypto.randomUUID() };
      return call(endpoint, input, { idempotencyKey: last.current.key });
    },
    onSuccess: () => {
      last.current = null;
    },
    // Of several writes under way only the last one reads anew; also after a refusal, for it tells of news elsewhere.
    onSettled: () => {
      writesUnderWay -= 1;
      return writesUnderWay === 0 ? client.invalidateQueries() : undefined;
    },
  });
}
