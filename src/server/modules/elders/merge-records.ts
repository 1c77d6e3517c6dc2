import { ELDER_STATUS_LABELS, type Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import type { Merge } from '#platform/merges/take-over.ts';
import { updateElder } from './db/change.ts';
import { leaveRoll, rewriteDerived } from './db/derived.ts';
import { hasOpenDecision, takeOverRecord } from './db/merge.ts';
import { findElder, lockElder } from './db/people.ts';
import { claimIdentity, readSealed, updateSealed } from './db/sealed.ts';
import { indexesOf, type Sealed } from './prepare-people.ts';

const notNow = (say: string) => new DomainError('register-quality.not-now', say);

/**
 * Last reaction to elder.merged (batch over the city): the register itself. `fields` take their value from the record that
 * goes; its number is set free unless it is the one that stays. A death or a move is recorded first, not merged in.
 */
export async function mergeRecords(ctx: Context, merge: Merge & { fields: readonly string[] }): Promise<void> {
  const [stays, goes] = [await lockElder(ctx, merge.elderId), await lockElder(ctx, merge.fromElderId)];
  const [own, other] = [await readSealed(ctx, merge.elderId), await readSealed(ctx, merge.fromElderId)];
  if (!stays || !goes || !own || !other) throw new DomainError('platform.not-found');
  await refuse(ctx, merge, { stays, goes });
  await leaveRoll(ctx, goes);
  await takeOverRecord(ctx, merge);
  const taken = new Set(merge.fields);
  await updateElder(ctx, stays.elderId, clearFields(taken, { stays, goes }));
  const sealed = { ...own };
  for (const field of ['identityNumber', 'phone', 'door', 'note'] as const)
    if (taken.has(field)) Object.assign(sealed, { [field]: other[field] });
  const merged = await findElder(ctx, stays.elderId);
  if (!merged) throw new DomainError('platform.not-found');
  if (sealedDiffers(own, sealed) || merged.name !== stays.name) await updateSealed(ctx, merged, sealed);
  if (taken.has('identityNumber')) {
    const index = indexesOf(ctx.keys, sealed).identity;
    if (!(await claimIdentity(ctx, index, merged))) throw new DomainError('elders.identity-taken');
  }
  await rewriteDerived(ctx, merged);
}

const sealedDiffers = (a: Sealed, b: Sealed): boolean => JSON.stringify(a) !== JSON.stringify(b);

async function refuse(ctx: Context, merge: Merge, { stays, goes }: Two): Promise<void> {
  const gone = (elder: Elder) => (['deceased', 'moved-out'].includes(elder.status) ? elder.status : null);
  if (gone(stays) !== gone(goes)) {
    const [one, said] = gone(goes) ? ['另一份', goes] : ['留下的', stays];
    const label = ELDER_STATUS_LABELS[said.status];
    throw notNow(`${one}档案已登记“${label}”，两份档案说法不一。请先核实，在对的档案上登记或更正，再合并`);
  }
  if (await hasOpenDecision(ctx, merge)) throw notNow('有一份档案正在移交给别的街道，或有更正等着核对，请先办完');
}

type Two = { stays: Elder; goes: Elder };

const ADMITTED: readonly Elder['status'][] = ['registered', 'verified', 'active'];

/**
 * Facts in clear taken from the record that goes; of two ability
 * grades the one valid for longer, and the further of two registrations, whatever was chosen.
 */
function clearFields(taken: ReadonlySet<string>, { stays, goes }: Two): Parameters<typeof updateElder>[2] {
  const from = Object.entries(goes).filter(([field]) => taken.has(field));
  const later = (goes.abilityValidTo ?? '') > (stays.abilityValidTo ?? '');
  const further = ADMITTED.indexOf(goes.status) > ADMITTED.indexOf(stays.status);
  return {
    ...Object.fromEntries(from),
    ...(further && { status: goes.status }),
    ...(taken.has('hukouAreaCode') && { hukouInBeijing: goes.hukouInBeijing, hukouLeftOn: goes.hukouLeftOn }),
    ...(taken.has('disabilities') && { multipleDisability: goes.multipleDisability }),
    ...(later && { abilityLevel: goes.abilityLevel, abilityValidTo: goes.abilityValidTo }),
  };
}

/** Reaction to elder.separated: search and tags of a record that is back follow its facts again. */
export async function refreshRecord(ctx: Context, { elderId }: { elderId: string }): Promise<void> {
  const elder = await findElder(ctx, elderId);
  if (elder) await rewriteDerived(ctx, elder);
}
