import { z } from 'zod';
import { LinkToken, LoginName, PersonName } from './account-administration.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant } from './nouns.ts';

const Done = z.object({ done: z.literal(true) });

/** Whose login is bound to one elder. */
export const FamilyLogin = z.object({
  postId: Id,
  name: z.string(),
  role: z.enum(['elder', 'family']),
  title: z.string(),
  fromOn: CivilDateText,
  toOn: CivilDateText.nullable(),
  /** 法定监护人: since when and by which paper; null where the family is none. */
  guardian: z.object({ from: CivilDateText, evidence: z.string() }).nullable(),
});
export type FamilyLogin = z.infer<typeof FamilyLogin>;

export const listFamilyLogins = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/logins',
  summary: '老人和家属的账号',
  params: z.object({ elderId: Id }),
  response: z.object({ rows: z.array(FamilyLogin) }),
});

/** Whoever has an account already gets the post on it; else the account is made and the link is for setting a password. */
export const openFamilyLogin = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/logins',
  summary: '给老人或家属开账号',
  params: z.object({ elderId: Id }),
  body: z.object({
    role: z.enum(['elder', 'family'], { error: '请选是本人还是家属' }),
    login: LoginName,
    name: PersonName,
    title: z.string().trim().min(1, { error: '请填与老人的关系' }).max(20, { error: '关系太长' }),
    token: LinkToken,
  }),
  response: z.object({ linkWorks: z.boolean() }),
  errors: ['accounts.login-taken'],
});

export const renewFamilyLink = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/logins/:postId/link',
  summary: '重给一次性链接',
  params: z.object({ elderId: Id, postId: Id }),
  body: z.object({ token: LinkToken }),
  response: z.object({ expiresAt: Instant }),
  errors: ['accounts.ask-administrator'],
});

export const endFamilyLogin = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/logins/:postId/end',
  summary: '停掉老人或家属的账号',
  params: z.object({ elderId: Id, postId: Id }),
  body: z.object({}),
  response: Done,
});

/** A guardian sees money and health without the elder's word; `evidence` null takes the mark back. */
export const setGuardian = endpoint({
  method: 'PUT',
  path: '/api/elders/:elderId/logins/:postId/guardian',
  summary: '登记或取消家属的法定监护人身份，写明依据',
  params: z.object({ elderId: Id, postId: Id }),
  body: z.object({
    evidence: z
      .string({ error: '请写依据' })
      .trim()
      .min(4, { error: '请写依据，如“法院指定监护人判决书（2024）京0115民特12号”' })
      .max(200, { error: '依据最多 200 字' })
      .nullable(),
  }),
  response: Done,
  errors: ['platform.not-found', 'accounts.no-guardian'],
});
