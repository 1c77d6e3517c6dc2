import { CLASS_OF_CONTENT, type Content, DATA_CLASS_LABELS } from '#contracts/data-classes.ts';
import { DomainError } from '#contracts/errors.ts';
import { POST_PERMISSION_LABELS } from '#contracts/post-permissions.ts';
import type { Context } from '#platform/http/context.ts';
import type { Judged } from '#platform/http/fence.ts';
import { familyRefusal, withheldFor } from './check-consent.ts';
import { type Line, lineFor } from './load-classes.ts';
import { HOW, isOfFamily } from './rules.ts';

/** To be told to the platform: who of these people stays closed to the actor for a content, by classes.yaml. */
export async function judgeClass(ctx: Context, content: string, elderIds: readonly string[]): Promise<Judged> {
  const asked = content as Content;
  const dataClass = CLASS_OF_CONTENT[asked];
  if (ctx.exempt.has(asked)) return { withheld: new Map(), opens: dataClass };
  const line = lineFor(ctx.actor.role, asked);
  const closed = line ? lacking(ctx, line) : `您的岗位不看${DATA_CLASS_LABELS[dataClass]}，这里不显示`;
  if (closed) return { withheld: new Map(elderIds.map(id => [id, closed])), opens: null };
  const withheld = line?.purpose ? await refused(ctx, line.purpose, elderIds) : new Map<string, string>();
  // The bare level is on every list of people; what is written down by name is the opening of a class.
  return { withheld, opens: asked === 'health-level' && !line?.purpose ? null : dataClass };
}

function lacking(ctx: Context, { permission }: Line): string | null {
  if (!permission || ctx.actor.permissions.includes(permission)) return null;
  return `您的岗位没有“${POST_PERMISSION_LABELS[permission]}”权限，这里不显示。工作需要的，请单位写明理由，向系统管理员申请`;
}

async function refused(ctx: Context, purpose: NonNullable<Line['purpose']>, elderIds: readonly string[]) {
  if (ctx.actor.role !== 'family') return withheldFor(ctx, elderIds, purpose);
  const { accountId } = ctx.actor;
  const entries: [string, string][] = [];
  for (const elderId of elderIds) {
    const because = await familyRefusal(ctx, { elderId, accountId }, purpose as 'family-view');
    if (because)
      entries.push([elderId, `${because.message}。${isOfFamily(purpose) ? '请老人本人在“我的同意”里打开' : HOW}`]);
  }
  return new Map(entries);
}

/** For answers that are no records (files, FHIR, words of a field): why it is closed; null = open, and written down. */
export async function closedBecause(ctx: Context, elderId: string, content: Content): Promise<string | null> {
  const { withheld, opens } = await judgeClass(ctx, content, [elderId]);
  const because = withheld.get(elderId) ?? null;
  if (because === null && opens) ctx.opened(opens, elderId);
  return because;
}

/** Throws consents.withheld where the content is closed to the actor. */
export async function refuseClosed(ctx: Context, elderId: string, content: Content): Promise<void> {
  const because = await closedBecause(ctx, elderId, content);
  if (because) throw new DomainError('consents.withheld', because);
}
