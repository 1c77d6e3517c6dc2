import { z } from 'zod';
import type { Content } from './data-classes.ts';
import type { ErrorCode } from './errors.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * An endpoint is plain data, imported by server, web and tests; nothing else spells a URL.
 * `path` uses Fastify's `:name` parameters. `public` = answers without login. `raw` = the body is a file or a stream;
 * `upload` = a file too large for memory, received encrypted onto the disk. `asks: 'body'` = a read whose `query` may hold
 * what must not stand in an address (numbers of people): POST with the query as its body, read only, no idempotency key.
 * `holds` = a file, or an answer in words, in which no field can be marked (data-classes.ts): its module asks `refuseClosed` or
 * `closedBecause` itself.
 * `savedAs` = a list that may be saved as a file of this name (contracts/exports.ts; its columns stand in server/exports).
 */
export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  readonly errors: readonly ErrorCode[];
  readonly public: boolean;
  readonly raw: 'none' | 'request' | 'upload' | 'response' | 'stream';
  readonly asks: 'address' | 'body';
  readonly savedAs: string | null;
  readonly holds: Content | null;
};

const Nothing = z.object({});

type Spec = {
  method: Method;
  path: `/api/${string}`;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  response: z.ZodType;
  errors?: readonly ErrorCode[];
  public?: boolean;
  raw?: Endpoint['raw'];
  asks?: Endpoint['asks'];
  savedAs?: string;
  holds?: Content;
};

type Part<S, K extends string> = S extends Record<K, infer T extends z.ZodType> ? T : typeof Nothing;

/** Declares an endpoint; parts left out accept nothing. */
export function endpoint<const S extends Spec>(
  spec: S,
): Endpoint<Part<S, 'params'>, Part<S, 'query'>, Part<S, 'body'>, S['response']> {
  return {
    params: Nothing,
    query: Nothing,
    body: Nothing,
    errors: [],
    public: false,
    raw: 'none',
    asks: 'address',
    savedAs: null,
    holds: null,
    ...spec,
  } as never;
}

/** Reads change nothing: no idempotency key, a read-only transaction, the read audit. */
export const isRead = ({ method, asks }: Pick<Endpoint, 'method' | 'asks'>): boolean =>
  method === 'GET' || asks === 'body';

/** What a caller passes and gets. */
export type InputOf<E extends Endpoint> = {
  params: z.input<E['params']>;
  query: z.input<E['query']>;
  body: z.input<E['body']>;
};
export type OutputOf<E extends Endpoint> = z.output<E['response']>;
