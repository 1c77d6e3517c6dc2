import { DomainError } from '#contracts/errors.ts';
import {
  PERMISSION_DECISION_LABELS,
  PERMITTED_ROLES,
  type PermissionChange,
  POST_PERMISSION_LABELS,
  type PostPermission,
} from '#contracts/post-permissions.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { theirs } from './administer-accounts.ts';
import { findAccount } from './db/administration.ts';
import { insertChange, listChanges } from './db/permissions.ts';

type At = { id: string; postId: string };
type Said = { permission: PostPermission; reason: string; toOn?: string | null };

/** What holds of a post today: the newest change that has begun; `changes` newest first. */
export function standsToday(
  changes: readonly PermissionChange[],
  of: { postId: string; today: string },
): PostPermission[] {
  const begun = changes.filter(change => change.postId === of.postId && change.fromOn <= of.today);
  const newest = new Map(begun.toReversed().map(change => [change.permission, change]));
  return [...newest.values()]
    .filter(change => change.decision === 'granted' && (change.toOn === null || change.toOn >= of.today))
    .map(change => change.permission);
}

export function grantPermission(ctx: Context, at: At, said: Said): Promise<{ done: true }> {
  if (said.toOn && said.toOn < ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { toOn: '到期日在今天之前，请核对' });
  return change(ctx, at, { ...said, decision: 'granted' });
}

export const withdrawPermission = (ctx: Context, at: At, said: Said): Promise<{ done: true }> =>
  change(ctx, at, { ...said, decision: 'withdrawn' });

/** One row more; nobody gives a permission to oneself. */
async function change(
  ctx: Context,
  { id, postId }: At,
  said: Said & Pick<PermissionChange, 'decision'>,
): Promise<{ done: true }> {
  const account = await theirs(ctx, id);
  const post = account.posts.find(one => one.post_id === postId);
  if (!post) throw new DomainError('platform.not-found');
  const fits = PERMITTED_ROLES.some(role => role === post.role);
  if (!fits)
    throw new DomainError(
      'accounts.wrong-permission',
      `${ROLE_LABELS[post.role]}的岗位不用这项权限，看什么由老人同意定`,
    );
  const { permission, decision, reason, toOn = null } = said;
  const held = standsToday(await listChanges(ctx, [postId]), { postId, today: ctx.today }).includes(permission);
  if (held === (decision === 'granted'))
    throw new DomainError('accounts.wrong-permission', held ? '这个岗位已有这项权限' : '这个岗位现在没有这项权限');
  await insertChange(ctx, { postId, permission, decision, reason, toOn });
  await record(ctx, {
    action: decision === 'granted' ? 'accounts.grant-permission' : 'accounts.withdraw-permission',
    subject: { kind: 'account', id },
    areaCode: post.area_code,
    note: `${account.name}，${post.title}：${PERMISSION_DECISION_LABELS[decision]}${POST_PERMISSION_LABELS[permission]}权限，${reason}`,
    after: { permission, decision, toOn },
  });
  return { done: true };
}

/** For the demo: to the first post of an account. */
export async function grantToHolder(ctx: Context, accountId: string, said: Said): Promise<void> {
  const [post] = (await findAccount(ctx, accountId))?.posts ?? [];
  if (post) await grantPermission(ctx, { id: accountId, postId: post.post_id }, said);
}
