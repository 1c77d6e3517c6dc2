import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint.ts';
import type { DomainError } from '#contracts/errors.ts';
import type { Role } from '#contracts/roles.ts';
import type { Context } from './context.ts';

/** Who may call an endpoint, as one sentence a person can read; rows are decided by the row rules, not here. */
export type AccessRule = { sentence: string; roles: readonly Role[]; condition?: Condition };

/** What must hold besides the role; asked before the input is read, and only for `roles`. A refusal is audited. */
export type Condition = {
  name: string;
  roles: readonly Role[];
  refuses: (ctx: Context) => Promise<DomainError | undefined>;
};

export const allow = (sentence: string, roles: readonly Role[]): AccessRule => ({ sentence, roles });

/** A file or stream as an answer. */
export type FileAnswer = {
  fileName: string;
  mediaType: string;
  content: Buffer | Readable | AsyncIterable<string | Buffer>;
};

type Parsed<E extends Endpoint> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
};

/** What anonymous handlers get beside the context: only endpoints marked `public` see a missing actor. */
export type Peer = { address: string; device: string; setCookie: (value: string | null, days?: number) => void };

/** `file` is the raw body of endpoints with `raw: 'request'`; its name comes from the header X-File-Name. */
export type Input<E extends Endpoint> = Parsed<E> & {
  peer: Peer;
  file: { name: string; bytes: Buffer } | undefined;
  upload: Upload | undefined;
};

/** A received file of a `raw: 'upload'` endpoint: encrypted under `secret` as the working file `id`; the handler's to keep. */
export type Upload = { id: string; name: string; bytes: number; sm3: string; secret: string };

export type Handler<E extends Endpoint> = (
  ctx: Context,
  input: Input<E>,
) => Promise<E['raw'] extends 'response' | 'stream' ? FileAnswer | z.input<E['response']> : z.input<E['response']>>;

export type Route = {
  endpoint: Endpoint;
  access: AccessRule;
  audit: string;
  handler: (ctx: Context, input: Input<Endpoint>) => Promise<unknown>;
};

/** Binds an endpoint to its access rule, audit name and one call; the whole of a module's routes.ts. */
export function serve<E extends Endpoint>(
  endpoint: E,
  rule: { access: AccessRule; audit: string },
  handler: Handler<E>,
): Route {
  return {
    endpoint: endpoint as unknown as Endpoint,
    access: rule.access,
    audit: rule.audit,
    handler: handler as unknown as Route['handler'],
  };
}
