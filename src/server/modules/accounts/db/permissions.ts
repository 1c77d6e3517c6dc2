import type { PermissionChange, PostPermission } from '#contracts/post-permissions.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

type Change = Pick<PermissionChange, 'postId' | 'permission' | 'decision' | 'reason' | 'toOn'>;

export async function insertChange(ctx: Context, change: Change): Promise<void> {
  await ctx.db
    .insertInto('post_permissions')
    .values({
      ...{ change_id: newId(), post_id: change.postId, permission: change.permission, decision: change.decision },
      ...{ reason: change.reason, from_on: ctx.today, to_on: change.toOn, by_account: ctx.actor.accountId },
      ...{ by_name: ctx.actor.name, decided_at: ctx.now },
    })
    .execute();
}

type Row = {
  post_id: string;
  permission: PostPermission;
  decision: PermissionChange['decision'];
  reason: string;
  from_on: string;
  to_on: string | null;
  by_name: string;
  decided_at: string;
};

/** Every grant and withdrawal of these posts, newest first. */
export async function listChanges(ctx: Context, postIds: readonly string[]): Promise<PermissionChange[]> {
  const { rows } = await ctx.client.query<Row>(
    `select post_id, permission, decision, reason, from_on, to_on, by_name, decided_at from post_permissions
     where post_id = any ($1) order by decided_at desc, change_id desc limit 200`,
    [postIds],
  );
  return rows.map(row => ({
    ...{ postId: row.post_id, permission: row.permission, decision: row.decision, reason: row.reason },
    ...{ fromOn: row.from_on, toOn: row.to_on, by: row.by_name, at: row.decided_at },
  }));
}
