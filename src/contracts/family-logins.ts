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
  /** 法定监护人: by which paper, recorded and confirmed by whom; `from` is null until a second person confirmed it. */
  guardian: z
    .object({
      evidence: z.string(),
      askedBy: z.string(),
      from: CivilDateText.nullable(),
      confirmedBy: z.string().nullable(),
      /** Why the reader may not confirm it; null where they may, or where it is confirmed. */
      notMine: z.string().nullable(),
    })
    .nullable(),
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

/** A guardian sees money and health without the elder's word, once a second person confirmed it; `evidence` null takes it back. */
export const setGuardian = endpoint({
  method: 'PUT',
  path: '/api/elders/:elderId/logins/:postId/guardian',
  summary: '登记家属为法定监护人，写明依据，等另一人核准；或取消',
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
  errors: ['platform.not-found', 'accounts.no-guardian', 'accounts.guardian-same-person'],
});

export const decideGuardian = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/logins/:postId/guardian/decision',
  summary: '另一人对着依据核准或不核准法定监护人；核准以后才看得到待遇和健康情况',
  params: z.object({ elderId: Id, postId: Id }),
  body: z.object({
    confirm: z.boolean({ error: '请选核准还是不核准' }),
    note: z.string().trim().min(4, { error: '请写核对了什么，至少4个字' }).max(200, { error: '最多200字' }),
  }),
  response: Done,
  errors: ['platform.not-found', 'platform.wrong-state', 'accounts.guardian-same-person'],
});
