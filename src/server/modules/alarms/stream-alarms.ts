import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from './db/alarms.ts';
import { showAlarm } from './show-alarm.ts';

const LOOK_MS = 1000;
/** A quiet stream still says that it lives, and notices within this time that nobody listens any more. */
const HEARTBEAT_LOOKS = 5;
/** Ended by us after this many looks (10 minutes); the browser opens a new one, with its session checked again. */
const MOST_LOOKS = 600;

/**
 * Server-sent events of the alarms under way that this actor's row rules show. Each look is a short read-only
 * transaction of its own: no connection and no snapshot is held between looks.
 */
export function streamAlarms(ctx: Context): FileAnswer {
  return { fileName: '', mediaType: 'text/event-stream; charset=utf-8', content: events(ctx) };
}

async function* events(ctx: Context): AsyncGenerator<string> {
  let before = '';
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { mark, rows, at } = await ctx.reopen(inner => readLive(inner, before));
    if (rows) yield `data: ${JSON.stringify({ rows, at })}\n\n`;
    else if (look % HEARTBEAT_LOOKS === 0) yield ': still here\n\n';
    before = mark;
    await wait(LOOK_MS, undefined, { ref: false });
  }
}

async function readLive(ctx: Context, before: string) {
  const mark = await db.liveFingerprint(ctx);
  if (mark === before) return { mark, rows: null, at: ctx.now };
  const rows = await db.listAlarms(ctx, { scope: 'live', before: null, limit: 50 });
  return { mark, rows: rows.map(row => showAlarm(ctx, row)), at: ctx.now };
}
