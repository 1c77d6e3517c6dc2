import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db/sessions.ts';
import { passwordFault } from './rules.ts';
import { sessionAnswer } from './session-answer.ts';

export async function readSession(ctx: Context) {
  const posts = await db.listOwnPosts(ctx);
  const live = await db.listLiveSessions(ctx);
  const expiresAt = live.find(row => row.session_id === ctx.actor.sessionId)?.expires_at ?? ctx.now;
  return sessionAnswer(ctx, { posts, postId: ctx.actor.postId, expiresAt });
}

export async function switchPost(ctx: Context, postId: string) {
  const posts = await db.listOwnPosts(ctx);
  const post = posts.find(own => own.post_id === postId);
  if (!post) throw new DomainError('accounts.not-your-post');
  await db.setSessionPost(ctx, postId);
  await record(ctx, {
    action: 'accounts.switch-post',
    subject: { kind: 'post', id: postId },
    areaCode: post.area_code,
  });
  const live = await db.listLiveSessions(ctx);
  const expiresAt = live.find(row => row.session_id === ctx.actor.sessionId)?.expires_at ?? ctx.now;
  return sessionAnswer(ctx, { posts, postId, expiresAt });
}

export async function listDevices(ctx: Context) {
  const rows = await db.listLiveSessions(ctx);
  return {
    rows: rows.map(row => ({
      id: row.session_id,
      current: row.session_id === ctx.actor.sessionId,
      device: deviceInWords(row.device),
      address: row.address,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    })),
  };
}

/** Ends one of the account's own sessions; someone else's answers like a missing one. */
export async function revokeSession(ctx: Context, sessionId: string) {
  if (!(await db.endSession(ctx, sessionId))) throw new DomainError('platform.not-found');
  await record(ctx, { action: 'accounts.revoke-session', subject: { kind: 'session', id: sessionId } });
  return { done: true as const };
}

/** Changes the password and logs out every other device. */
export async function changePassword(ctx: Context, form: { current: string; next: string }) {
  const known = await db.readOwnPasswordHash(ctx);
  if (!known || !(await verify(known, form.current))) {
    throw new DomainError('accounts.old-password-wrong', undefined, { current: '现在的密码不对，请重新输入' });
  }
  const fault = passwordFault(form.next, { login: ctx.actor.login, current: form.current });
  if (fault) throw new DomainError('accounts.weak-password', fault, { next: fault });
  await db.setOwnPassword(ctx, await hash(form.next));
  await db.endOtherSessions(ctx);
  await record(ctx, { action: 'accounts.change-password', subject: { kind: 'account', id: ctx.actor.accountId } });
  return { done: true as const };
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['MicroMessenger', '微信'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', '安卓'],
  ['iPhone', 'iPhone'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const;

export function deviceInWords(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1] ?? '其他程序';
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1];
  return system ? `${system} 上的 ${browser}` : browser;
}
