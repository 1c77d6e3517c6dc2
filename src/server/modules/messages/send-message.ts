import { z } from 'zod';
import { Id } from '#contracts/nouns.ts';
import { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';
import { enqueue } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { insertDelivery, insertMessage, listHolders } from './db.ts';
import { notBefore, render } from './rules.ts';
import { TEMPLATES, type Template, type TemplateName, type ValuesOf } from './templates.ts';

/** The holders of a role in an area, when the writer cannot know who they are. */
export const Post = z.object({ role: Role, areaCode: z.string(), organisationId: Id.optional() });
export type Post = z.infer<typeof Post>;

type To = { toAccountId: string; toPost?: never } | { toPost: Post; toAccountId?: never };

export type Notice<T extends TemplateName> = To & {
  template: T;
  values: ValuesOf<T>;
  about: { kind: string; id: string };
  elderId?: string | null;
  areaCode?: string | null;
};

/** What the job `messages.address` carries; also the plain form of a notice inside this module. */
export const PlainNotice = z.object({
  template: z.string(),
  values: z.record(z.string(), z.string()),
  about: z.object({ kind: z.string(), id: Id }),
  elderId: Id.nullable(),
  areaCode: z.string().nullable(),
});
type PlainNotice = z.infer<typeof PlainNotice>;

export const AddressJob = { name: 'messages.address', payload: PlainNotice.extend({ toPost: Post }) } as const;

/** Tells one person, or whoever holds a post, in the caller's transaction; nobody is told when it rolls back. */
export async function notify<T extends TemplateName>(ctx: Context, notice: Notice<T>): Promise<void> {
  const { template, about, elderId = null, areaCode = null } = notice;
  const plain = { template, values: { ...notice.values } as Record<string, string>, about, elderId, areaCode };
  if (notice.toPost) await enqueue(ctx, AddressJob, { ...plain, toPost: notice.toPost });
  else await sendTo(ctx, notice.toAccountId, plain);
}

/** The job's half of `toPost`: runs as batch, which may see who holds the post. */
export async function sendToHolders(ctx: Context, post: Post, notice: PlainNotice): Promise<number> {
  const holders = await listHolders(ctx, post);
  for (const accountId of holders) await sendTo(ctx, accountId, notice);
  return holders.length;
}

async function sendTo(ctx: Context, toAccountId: string, notice: PlainNotice): Promise<void> {
  const template: Template | undefined = TEMPLATES[notice.template as TemplateName];
  if (!template) throw new Error(`没有消息模板 ${notice.template}`);
  const messageId = newId();
  const { about, elderId, areaCode } = notice;
  const { urgent, channels } = template;
  const shown = render(template, notice.values);
  await insertMessage(ctx, {
    ...{ messageId, toAccountId, at: ctx.now, template: notice.template, urgent, about, elderId, areaCode },
    ...shown,
  });
  const earliest = notBefore({ urgent, lastSentOn: null }, ctx.now);
  for (const channel of channels)
    await insertDelivery(ctx, { messageId, channel, toAccountId, notBefore: earliest, urgent });
}
