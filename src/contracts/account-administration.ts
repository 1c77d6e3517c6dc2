import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';
import { PermissionChange, PostPermission } from './post-permissions.ts';
import { ROLE_WAYS, ROLES, Role } from './roles.ts';

/** Posts bound to one elder are given by the community on the elder's file, all others by the administrator. */
export const POST_ROLES = ROLES.filter(role => ROLE_WAYS[role] !== 'family');

export const HeldPost = z.object({
  id: Id,
  role: Role,
  title: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  organisationName: z.string().nullable(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable(),
  inForce: z.boolean(),
});
export type HeldPost = z.infer<typeof HeldPost>;

export const ACCOUNT_STATES = ['active', 'no-password', 'no-post', 'suspended'] as const;
export const AccountState = z.enum(ACCOUNT_STATES);
export type AccountState = z.infer<typeof AccountState>;
export const ACCOUNT_STATE_LABELS = {
  active: '在用',
  'no-password': '还没设密码',
  'no-post': '没有岗位',
  suspended: '已停用',
} as const satisfies Record<AccountState, string>;

export const Account = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  state: AccountState,
  posts: z.array(HeldPost),
});
export type Account = z.infer<typeof Account>;

const Done = z.object({ done: z.literal(true) });
/** Made by the browser of whoever gives the link, so that no answer and no table holds it. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, { error: '链接没有生成好，请重新打开本页' });
export const LoginName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$/, { error: '账号用 3–40 位字母、数字、点、横线，字母或数字开头' });
export const PersonName = z.string().trim().min(2, { error: '请填姓名' }).max(40, { error: '姓名太长' });

export const PostForm = z.object({
  role: z.enum(POST_ROLES, { error: '请选岗位角色' }),
  title: z.string().trim().min(2, { error: '请填岗位名称，例如 养老专干' }).max(40, { error: '岗位名称太长' }),
  /** Where the post works; for a post in an organisation it may be left out: the organisation's own. */
  areaCode: AreaCode.nullable(),
  organisationId: Id.nullable(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable().default(null),
});
export type PostForm = z.input<typeof PostForm>;
export type PostBody = z.output<typeof PostForm>;

const WRONG_POST = ['accounts.outside-area', 'accounts.wrong-post', 'accounts.own-post'] as const;

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  savedAs: '账号',
  summary: '本辖区的账号',
  query: PageQuery.extend({
    q: z.string().trim().max(40).optional(),
    role: Role.optional(),
    state: AccountState.optional(),
  }),
  response: page(Account),
});

export const readAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/:id',
  summary: '一个账号和它的岗位',
  params: z.object({ id: Id }),
  response: z.object({
    account: Account,
    /** A link that was given and not used yet. */
    link: z.object({ madeAt: Instant, expiresAt: Instant }).nullable(),
    /** What each post may today besides its role, and every grant and withdrawal, newest first. */
    permissions: z.array(z.object({ postId: Id, held: z.array(PostPermission) })),
    permissionChanges: z.array(PermissionChange),
  }),
});

const OpenAccountForm = PostForm.extend({ login: LoginName, name: PersonName });
export type OpenAccountBody = z.output<typeof OpenAccountForm>;

export const openAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: '开账号并给第一个岗位',
  body: OpenAccountForm,
  response: z.object({ id: Id }),
  errors: ['accounts.login-taken', ...WRONG_POST],
});

export const givePost = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/posts',
  summary: '给一个岗位',
  params: z.object({ id: Id }),
  body: PostForm,
  response: Done,
  errors: [...WRONG_POST],
});

export const endPost = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/posts/:postId/end',
  summary: '岗位到哪天为止',
  params: z.object({ id: Id, postId: Id }),
  body: z.object({ toOn: CivilDateText }),
  response: Done,
  errors: ['accounts.outside-area', 'accounts.own-post', 'accounts.last-administrator'],
});

export const giveLink = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/links',
  summary: '给一次性链接，由本人设密码',
  params: z.object({ id: Id }),
  body: z.object({ token: LinkToken }),
  response: z.object({ expiresAt: Instant }),
  errors: ['accounts.outside-area'],
});

export const suspendAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/suspend',
  summary: '停用账号',
  params: z.object({ id: Id }),
  body: z.object({ reason: z.string().trim().min(2, { error: '请写停用的原因' }).max(200, { error: '原因太长' }) }),
  response: Done,
  errors: ['accounts.outside-area', 'accounts.own-post', 'accounts.last-administrator'],
});

export const restoreAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/:id/restore',
  summary: '恢复账号',
  params: z.object({ id: Id }),
  body: z.object({}),
  response: Done,
  errors: ['accounts.outside-area'],
});

/** Opened by a link: the first administrator's, printed at the first start, or one that was given. Works once. */
export const PasswordLinkForm = z.object({
  token: z.string().min(20, { error: '链接不完整，请重新复制' }).max(200, { error: '链接不完整，请重新复制' }),
  password: z.string().min(10, { error: '密码至少 10 位' }).max(200, { error: '密码太长' }),
});

/** The web's screen for it lives at `/set-password?token=…`; afterwards one logs in as usual. */
export const claimLink = endpoint({
  method: 'POST',
  path: '/api/password-links/claim',
  summary: '用一次性链接设密码',
  public: true,
  body: PasswordLinkForm,
  response: z.object({ login: z.string() }),
  errors: ['accounts.link-used', 'accounts.weak-password'],
});
