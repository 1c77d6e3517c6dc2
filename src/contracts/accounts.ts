import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant } from './nouns.ts';
import { Role, Way } from './roles.ts';

/** A post (岗位) one person holds: role, area and, for organisations and families, whom it is bound to. */
export const Post = z.object({
  id: Id,
  role: Role,
  way: Way,
  /** What the person is called in this post, e.g. 养老专干. */
  title: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  /** The elder a family or elder post is bound to. */
  elderId: Id.nullable(),
});
export type Post = z.infer<typeof Post>;

export const Session = z.object({
  accountId: Id,
  login: z.string(),
  name: z.string(),
  posts: z.array(Post),
  currentPost: Post,
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

/** One login shown on the demo's login page; production answers none. */
export const DemoLogin = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  role: Role,
  /** e.g. 清源街道 养老专干. */
  title: z.string(),
});
export type DemoLogin = z.infer<typeof DemoLogin>;

export const SITE_MODES = ['demo', 'production'] as const;
export const SiteMode = z.enum(SITE_MODES);
export type SiteMode = z.infer<typeof SiteMode>;

export const Site = z.object({
  mode: SiteMode,
  businessDate: CivilDateText,
  /** True when every person in the database is invented; shown as 演示数据 once a page. */
  demoData: z.boolean(),
  version: z.string(),
  demoLogins: z.array(DemoLogin),
});
export type Site = z.infer<typeof Site>;

export const LoginForm = z.object({
  login: z.string().trim().min(1, { error: '请填账号' }).max(100, { error: '账号太长，请核对' }),
  password: z.string().min(1, { error: '请填密码' }).max(200, { error: '密码太长，请核对' }),
  /** 这是我的办公电脑: keeps the session for 7 days instead of one working day. */
  remember: z.boolean().default(false),
});

export type LoginForm = z.input<typeof LoginForm>;

export const PasswordForm = z.object({
  current: z.string().min(1, { error: '请填现在的密码' }),
  next: z.string().min(10, { error: '新密码至少 10 位' }).max(200, { error: '新密码太长' }),
});

export type PasswordForm = z.input<typeof PasswordForm>;

/** One place where this account is logged in. */
export const LoggedInDevice = z.object({
  id: Id,
  current: z.boolean(),
  /** Browser and system in words, e.g. Windows 上的 Edge. */
  device: z.string(),
  address: z.string(),
  startedAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});
export type LoggedInDevice = z.infer<typeof LoggedInDevice>;

const Done = z.object({ done: z.literal(true) });

export const login = endpoint({
  method: 'POST',
  path: '/api/login',
  summary: '登录',
  public: true,
  body: LoginForm,
  response: Session,
  errors: ['accounts.wrong-password', 'accounts.locked', 'accounts.suspended', 'accounts.no-post'],
});

export const logout = endpoint({ method: 'POST', path: '/api/logout', summary: '退出登录', response: Done });

/** 401 platform.login-required when nobody is logged in. */
export const readSession = endpoint({ method: 'GET', path: '/api/session', summary: '当前登录', response: Session });

export const switchPost = endpoint({
  method: 'POST',
  path: '/api/session/post',
  summary: '换岗位',
  body: z.object({ postId: Id }),
  response: Session,
  errors: ['accounts.not-your-post'],
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  summary: '本账号在哪些设备上登录',
  response: z.object({ rows: z.array(LoggedInDevice) }),
});

export const revokeSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:id/revoke',
  summary: '让一台设备退出登录',
  params: z.object({ id: Id }),
  response: Done,
});

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/account/password',
  summary: '改密码',
  body: PasswordForm,
  response: Done,
  errors: ['accounts.old-password-wrong', 'accounts.weak-password'],
});

export const readSite = endpoint({
  method: 'GET',
  path: '/api/site',
  summary: '本系统是演示还是正式、业务日期和版本',
  public: true,
  response: Site,
});

export const moveBusinessDate = endpoint({
  method: 'POST',
  path: '/api/site/business-date',
  summary: '调整演示日期',
  body: z.object({ businessDate: CivilDateText }),
  response: Site,
  errors: ['accounts.demo-only'],
});
