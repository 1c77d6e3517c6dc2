import { DomainError } from '#contracts/errors.ts';
import type { Message } from '#contracts/messages.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { countInbox, listInbox, setAllRead, setRead } from './db.ts';

type Query = { cursor?: string | undefined; limit: number; unread: 'true' | 'false' };

/** One page of the actor's own inbox, newest first. */
export async function readInbox(ctx: Context, query: Query) {
  const unreadOnly = query.unread === 'true';
  const found = await listInbox(ctx, { before: readCursor(query.cursor), unreadOnly, limit: query.limit + 1 });
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  const total = await countInbox(ctx, unreadOnly);
  return { rows, nextCursor: last ? writeCursor(last) : null, total, totalIsApproximate: total === 10_000 };
}

export async function markRead(ctx: Context, id: string): Promise<{ readAt: string }> {
  const readAt = await setRead(ctx, id);
  if (!readAt) throw new DomainError('messages.not-found');
  await record(ctx, { action: 'messages.mark-read', subject: { kind: 'message', id } });
  return { readAt };
}

export async function markAllRead(ctx: Context): Promise<{ marked: number }> {
  const marked = await setAllRead(ctx);
  const subject = { kind: 'account', id: ctx.actor.accountId };
  await record(ctx, { action: 'messages.mark-all-read', subject, after: { marked } });
  return { marked };
}

const writeCursor = (last: Message): string => Buffer.from(`${last.at} ${last.id}`).toString('base64url');

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isWhole = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id);
  if (!isWhole) throw new DomainError('platform.invalid-input', '翻页位置不对，请回到第一页');
  return { at, id };
}
