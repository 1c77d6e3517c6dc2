import { hash } from '@node-rs/argon2';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import * as links from './db/links.ts';
import { passwordFault } from './rules.ts';

/** Sets the password of whoever was given the one-time link; the former password and its sessions end. */
export async function claimLink(ctx: Context, form: { token: string; password: string }): Promise<{ login: string }> {
  const fault = passwordFault(form.password, { current: form.token });
  if (fault) throw new DomainError('accounts.weak-password', fault, { password: fault });
  const login = await links.claimLink(ctx, { token: form.token, passwordHash: await hash(form.password) });
  if (!login) throw new DomainError('accounts.link-used');
  const about = passwordFault(form.password, { login, current: form.token });
  if (about) throw new DomainError('accounts.weak-password', about, { password: about });
  await record(ctx, { action: 'accounts.claim-link', subject: { kind: 'account', id: login } });
  return { login };
}
