import type { Session } from '#contracts/accounts.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLE_WAYS } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import type * as db from './db/sessions.ts';

type Known = { posts: db.OwnPost[]; postId: string; expiresAt: string };

/** What the web shell needs to know about who is logged in. */
export async function sessionAnswer(ctx: Context, known: Known): Promise<Session> {
  const posts = known.posts.map(post => ({
    id: post.post_id,
    role: post.role,
    way: ROLE_WAYS[post.role],
    title: post.title,
    areaCode: post.area_code,
    areaName: areaName(post.area_code),
    organisationId: post.organisation_id,
    organisationName: post.organisation_name,
    elderId: post.elder_id,
  }));
  const currentPost = posts.find(post => post.id === known.postId);
  if (!currentPost) throw new DomainError('accounts.no-post');
  const { accountId, login, name } = ctx.actor;
  return { accountId, login, name, posts, currentPost, expiresAt: known.expiresAt };
}
