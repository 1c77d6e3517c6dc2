import pino, { type DestinationStream, type Logger } from 'pino';
import { pathOnly, scrub, scrubError, scrubText } from './scrub.ts';

export type { Logger } from 'pino';

export type LogOptions = { level?: string; destination?: DestinationStream };

/**
 * The product's only logger: JSON lines with time, level, request id, what happened and how long it took; no bodies,
 * no names, no numbers of people. Every argument passes the scrubber, so a careless call is blanked, not printed.
 */
export function makeLogger({ level = 'info', destination }: LogOptions = {}): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: label => ({ level: label }),
      log: line => scrubLine(line),
    },
    serializers: { req: asIs, res: asIs, err: asIs },
    hooks: {
      logMethod(args, method) {
        method.apply(this, scrubArguments(args as unknown[]) as typeof args);
      },
    },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  // Pino gives children no formatter for what is bound to them; they inherit this method instead.
  const plainChild = logger.child;
  logger.child = function (this: Logger, bindings: pino.Bindings, own?: pino.ChildLoggerOptions) {
    return Reflect.apply(plainChild, this, [scrubLine(bindings), own]);
  } as never;
  return logger;
}

/** Child logger of one request: every line carries its id, which is the number shown on the error page. */
export const requestLogger = (logger: Logger, requestId: string): Logger => logger.child({ requestId });

/** Pino takes an error's own message as the line's when none is given, past every scrubber; so one is always given. */
function scrubArguments([first, ...rest]: unknown[]): unknown[] {
  if (typeof first === 'string') return [scrubText(first), ...rest.map(value => scrub(value))];
  const line = first instanceof Error ? { err: first } : first;
  const [message = '', ...values] = rest;
  return [line, scrubText(String(message)), ...values.map(value => scrub(value))];
}

/** Pino and Fastify would serialise these their own way, with headers and addresses; scrubLine has done it already. */
const asIs = (value: unknown): unknown => value;

function scrubLine(line: Record<string, unknown>): Record<string, unknown> {
  const { req, res, err, error, ...rest } = line;
  const failure = err ?? error;
  return {
    ...(scrub(rest) as Record<string, unknown>),
    ...(req ? { req: requestLine(req) } : {}),
    ...(res ? { res: { statusCode: (res as { statusCode?: number }).statusCode } } : {}),
    ...(failure ? { err: failure instanceof Error ? scrubError(failure) : scrub(failure) } : {}),
  };
}

function requestLine(req: unknown): Record<string, unknown> {
  const { method, url } = req as { method?: string; url?: string };
  return { method, path: pathOnly(url ?? '') };
}
