import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant } from './nouns.ts';
import type { Role } from './roles.ts';

/** What a post may besides its role: given to single posts by the administrator, each time with a reason. */
export const POST_PERMISSIONS = ['medical'] as const;
export const PostPermission = z.enum(POST_PERMISSIONS, { error: '请选哪一项权限' });
export type PostPermission = z.infer<typeof PostPermission>;
export const POST_PERMISSION_LABELS = { medical: '医疗数据' } as const satisfies Record<PostPermission, string>;

/** Posts that may hold one: those that reach people by their area. Ours (designDefault): no document names the posts. */
export const PERMITTED_ROLES = [
  'city',
  'district',
  'street',
  'community',
  'finance',
  'regulator',
  'auditor',
] as const satisfies readonly Role[];

export const PERMISSION_DECISIONS = ['granted', 'withdrawn'] as const;
export const PERMISSION_DECISION_LABELS = { granted: '授予', withdrawn: '收回' } as const satisfies Record<
  (typeof PERMISSION_DECISIONS)[number],
  string
>;

/** One grant or withdrawal; rows are only added. */
export const PermissionChange = z.object({
  postId: Id,
  permission: PostPermission,
  decision: z.enum(PERMISSION_DECISIONS),
  reason: z.string(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable(),
  by: z.string(),
  at: Instant,
});
export type PermissionChange = z.infer<typeof PermissionChange>;

const Reason = z
  .string({ error: '请写为什么' })
  .trim()
  .min(4, { error: '请写清为什么，至少 4 个字；审计和老人看得到谁因此看了什么' })
  .max(200, { error: '最多 200 字' });

export const grantPermission = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/posts/:postId/permissions',
  summary: '给一个岗位授予权限，写明为什么',
  params: z.object({ id: Id, postId: Id }),
  body: z.object({ permission: PostPermission, reason: Reason, toOn: CivilDateText.nullable().default(null) }),
  response: z.object({ done: z.literal(true) }),
  errors: ['accounts.outside-area', 'accounts.own-post', 'accounts.wrong-permission', 'platform.invalid-input'],
});

export const withdrawPermission = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/posts/:postId/permissions/withdrawal',
  summary: '收回一个岗位的权限，写明为什么；下一次操作就不能再看',
  params: z.object({ id: Id, postId: Id }),
  body: z.object({ permission: PostPermission, reason: Reason }),
  response: z.object({ done: z.literal(true) }),
  errors: ['accounts.outside-area', 'accounts.own-post', 'accounts.wrong-permission'],
});
