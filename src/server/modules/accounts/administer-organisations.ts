import { DomainError } from '#contracts/errors.ts';
import type { OrganisationKind } from '#contracts/organisations.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { isInArea } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/administration.ts';

type New = { name: string; kind: OrganisationKind; areaCode: string; creditCode: string | null };

/** Puts an organisation on the books; the same name or credit code of the same kind stands there once. */
export async function registerOrganisation(ctx: Context, form: New): Promise<{ id: string }> {
  if (!isInArea(form.areaCode, ctx.actor.areaCode)) throw new DomainError('accounts.outside-area');
  if (await db.organisationKnown(ctx, form)) throw new DomainError('accounts.organisation-known');
  const id = newId();
  await db.insertOrganisation(ctx, { id, ...form });
  const { areaCode, name: note } = form;
  await record(ctx, {
    action: 'accounts.register-organisation',
    subject: { kind: 'organisation', id },
    areaCode,
    note,
    after: form,
  });
  return { id };
}

export async function changeOrganisation(
  ctx: Context,
  id: string,
  to: { name: string; closedOn: string | null },
): Promise<{ done: true }> {
  const known = await db.findOrganisation(ctx, id);
  if (!known) throw new DomainError('platform.not-found');
  if (to.closedOn && known.posts > 0)
    throw new DomainError('accounts.organisation-busy', `这个单位还有${known.posts}个在任的岗位`);
  await db.changeOrganisation(ctx, id, to);
  await record(ctx, {
    action: 'accounts.change-organisation',
    subject: { kind: 'organisation', id },
    areaCode: known.area_code,
    note: to.name,
    before: { name: known.name, closedOn: known.closed_on },
    after: to,
  });
  return { done: true };
}
