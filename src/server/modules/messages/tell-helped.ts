import { ROLE_LABELS } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';
import { listElderAccounts } from './db.ts';
import { notify } from './send-message.ts';

export type Helped = {
  elderId: string;
  areaCode: string;
  /** What was done, e.g. 申请高龄津贴. */
  what: string;
  path: string;
  about: { kind: string; id: string };
};

/** 代办: what a worker or a family member did in the elder's place is told to the elder, with who it was. */
export async function tellHelped(ctx: Context, done: Helped): Promise<void> {
  const { role, name } = ctx.actor;
  if (role === 'elder') return;
  const who = role === 'family' ? `家属${name}` : `${ROLE_LABELS[role]}${name}`;
  const { elderId, areaCode, about, what, path } = done;
  for (const toAccountId of await listElderAccounts(ctx, elderId)) {
    await notify(ctx, { toAccountId, template: 'helped.done', values: { who, what, path }, about, elderId, areaCode });
  }
}
