import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { DomainEvent } from '#contracts/events.ts';
import type { Context } from '../http/context.ts';

/** A module's verb that answers an event, in the same transaction and in the order of the list. */
export type Reaction = {
  [N in DomainEvent['name']]: {
    event: N;
    does: string;
    run: (ctx: Context, event: Extract<DomainEvent, { name: N }>) => Promise<void>;
    /** The same for many at once, where that is cheaper than one after the other. */
    many?: (ctx: Context, events: readonly Extract<DomainEvent, { name: N }>[]) => Promise<void>;
  };
}[DomainEvent['name']];

let reactions: readonly Reaction[] = [];

/** Set once at start from src/server/reactions.ts. */
export const setReactions = (list: readonly Reaction[]): void => {
  reactions = list;
};

/** Runs every reaction to the event now, in stated order, then leaves the event in the outbox for others. */
export async function publish(ctx: Context, event: DomainEvent): Promise<void> {
  for (const reaction of reactions) {
    if (reaction.event === event.name)
      await (reaction.run as (c: Context, e: DomainEvent) => Promise<void>)(ctx, event);
  }
  await ctx.client.query("insert into outbox (kind, name, payload) values ('event', $1, $2)", [
    event.name,
    JSON.stringify(event),
  ]);
}

/** `publish` for many events of one kind: each reaction answers all of them before the next one does. */
export async function publishMany<N extends DomainEvent['name']>(
  ctx: Context,
  name: N,
  events: readonly Extract<DomainEvent, { name: N }>[],
): Promise<void> {
  for (const reaction of reactions) {
    if (reaction.event !== name) continue;
    const { run, many } = reaction as unknown as {
      run: (c: Context, e: DomainEvent) => Promise<void>;
      many?: (c: Context, e: readonly DomainEvent[]) => Promise<void>;
    };
    if (many) await many(ctx, events);
    else for (const event of events) await run(ctx, event);
  }
  await ctx.client.query("insert into outbox (kind, name, payload) select 'event', $1, e from unnest($2::jsonb[]) e", [
    ...[name, events.map(event => JSON.stringify(event))],
  ]);
}

/** A background job: name, payload and one handler; its schedule is a cron line in Asia/Shanghai where it has one. */
export type Job<P extends z.ZodType = z.ZodType> = {
  name: string;
  payload: P;
  /** What it does, in Chinese, for the administrator's list. */
  title: string;
  schedule?: string;
  handle: (tools: JobTools, payload: z.output<P>) => Promise<void>;
  /** Heavy on the processor: runs on a thread with its own connection, where the server has threads. */
  inThread?: true;
  /** For jobs started by `startRun`: tidies the module's own rows when the work ended before its end. May run twice. */
  ended?: (tools: JobTools, payload: z.output<P>, how: EarlyEnd) => Promise<void>;
};

/** cancelled = somebody asked to stop; failed = it will not be tried again. `message` is a sentence for people. */
export type EarlyEnd = { status: 'failed' | 'cancelled'; message: string };

export type JobTools = {
  /** Opens one transaction as `batch` in a declared area; audited under 系统. */
  inArea: <T>(areaCode: string, why: string, work: (ctx: Context) => Promise<T>) => Promise<T>;
  /**
   * Says how far it is, for the screen (written at most once a second). False = somebody asked to stop: keep what is
   * done and return. Throws when the process is being stopped; the job is then taken up again by the next one.
   */
  progress: (done: number, total: number, message?: string) => Promise<boolean>;
};

export const job = <P extends z.ZodType>(definition: Job<P>): Job => definition as unknown as Job;

/** Leaves a job in the outbox: it exists exactly when the write that asks for it commits. */
export async function enqueue<P extends z.ZodType>(
  ctx: Context,
  wanted: { name: string; payload: P },
  payload: z.input<P>,
): Promise<void> {
  await leaveJob(ctx, wanted, { payload });
}

/** As `enqueue`; with `runId` the job shows its progress in that row of `runs` (see startRun). */
export async function leaveJob<P extends z.ZodType>(
  ctx: Context,
  wanted: { name: string; payload: P },
  given: { payload: z.input<P>; runId?: string },
): Promise<void> {
  const parsed = wanted.payload.safeParse(given.payload);
  if (!parsed.success) throw new DomainError('platform.internal', `任务 ${wanted.name} 的内容不对`);
  const payload = given.runId ? { ...(parsed.data as object), runId: given.runId } : parsed.data;
  await ctx.client.query("insert into outbox (kind, name, payload) values ('job', $1, $2)", [
    wanted.name,
    JSON.stringify(payload),
  ]);
}
