import type { z } from 'zod';
import { guardedOf } from '#contracts/elders/correction-lifecycle.ts';
import type { FactConfidence, FactOrigin } from '#contracts/elders/facts.ts';
import { isSealedField, labelOfField } from '#contracts/elders/fields.ts';
import type { changeElder as endpoint } from '#contracts/elders/record.ts';
import type { Elder } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { refuseClosed } from '#modules/consents/index.ts';
import { record } from '#platform/audit/record.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { tidyPhone } from '#shared/phone.ts';
import { whoHolds } from './check-duplicates.ts';
import { listChangesSince, type OthersChange, updateElder } from './db/change.ts';
import { rewriteDerived } from './db/derived.ts';
import { keepOrigins } from './db/facts.ts';
import { findElder, lockElder } from './db/people.ts';
import { claimIdentity, readSealed, updateSealed } from './db/sealed.ts';
import { hasMultipleDisability, isHukouInBeijing } from './new-elder.ts';
import { indexesOf, type Sealed } from './prepare-people.ts';
import { readIdentity } from './rules/identity.ts';

/** `how` is where the values come from; left out, the person who saves it was told so today. */
type Sent = z.output<typeof endpoint.body>;
type Body = Omit<Sent, 'confidence'> & { confidence?: FactConfidence; how?: FactOrigin };
export type Changes = Sent['changes'];

/** Locks a living person's record for a write; not found and dead are refused with what to do. */
export async function lockLiving(ctx: Context, elderId: string): Promise<Elder> {
  const elder = await lockElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  if (elder.status === 'deceased') throw new DomainError('elders.deceased');
  return elder;
}

/**
 * Changes some fields. Another's edit of other fields in the meantime is kept; of the same field it is refused with
 * who changed what, so that nobody overwrites what they have not seen.
 */
export async function changeElder(ctx: Context, elderId: string, body: Body) {
  const elder = await lockLiving(ctx, elderId);
  if (elder.version !== body.version) await refuseOverlap(ctx, elder, body);
  const how: FactOrigin = body.how ?? { source: 'edit', asOf: ctx.today, confidence: body.confidence ?? 'stated' };
  return applyChanges(ctx, elder, { changes: body.changes, reason: body.reason, how });
}

/** 修改 at the desk: as above, but what identity or money hangs on is a correction once the person is verified. */
export async function editElder(ctx: Context, elderId: string, body: Body) {
  const elder = await lockLiving(ctx, elderId);
  const sealed = await readSealed(ctx, elderId);
  // A list that is not shown is not overwritten either.
  if (body.changes.diseases) await refuseClosed(ctx, elderId, 'health');
  const guarded = sealed ? guardedOf(elder.status, changedFields(elder, sealed, body.changes)) : [];
  if (guarded.length > 0) {
    const fields = guarded.map(field => [`changes.${field}`, `${labelOfField(field)}要提出更正，由另一人核对`]);
    throw new DomainError('elders.needs-correction', undefined, Object.fromEntries(fields));
  }
  return changeElder(ctx, elderId, body);
}

export type Change = { changes: Changes; reason: string | undefined; how: FactOrigin };

/** The change itself, of a record already locked: identity settled, rows and search written, origin kept, said to others. */
export async function applyChanges(ctx: Context, elder: Elder, change: Change) {
  const { elderId } = elder;
  const sealed = await readSealed(ctx, elderId);
  if (!sealed) throw new DomainError('platform.not-found');
  const changes = await settleIdentity(ctx, elder, { changes: change.changes, sealed });
  const changed = changedFields(elder, sealed, changes);
  if (changed.length === 0) return { version: elder.version, changed };
  const version = await updateElder(ctx, elderId, clearChanges(changes));
  const next = { elderId, name: changes.name ?? elder.name };
  if (changed.some(isSealedField) || changes.name) await updateSealed(ctx, next, mergeSealed(sealed, changes));
  const now = await findElder(ctx, elderId);
  if (now) await rewriteDerived(ctx, now);
  await keepOrigins(ctx, elder, { fields: changed, how: change.how });
  await recordChange(ctx, { elder, changes, changed, version, reason: change.reason });
  await publish(ctx, { name: 'elder.changed', elderId, areaCode: elder.areaCode, fields: changed });
  return { version, changed };
}

async function refuseOverlap(ctx: Context, elder: Elder, body: Body): Promise<void> {
  const others = await listChangesSince(ctx, elder.elderId, body.version);
  const mine = new Set(Object.keys(body.changes));
  const overlap = others.filter(other => Object.keys(other.fields).some(field => mine.has(field)));
  if (overlap.length === 0) return;
  const fields: Record<string, string> = {};
  for (const other of overlap.reverse()) {
    for (const field of Object.keys(other.fields))
      if (mine.has(field)) fields[`changes.${field}`] = sayChange(other, field);
  }
  throw new DomainError('elders.changed-meanwhile', Object.values(fields).join('；'), fields);
}

function sayChange(other: OthersChange, field: string): string {
  const [date, time] = shanghai(new Date(other.at));
  const label = labelOfField(field);
  const value = isSealedField(field) || field === 'diseases' ? '' : `改为“${sayValue(other.fields[field])}”`;
  return `${other.actor}在${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${time.slice(0, 5)} 已把${label}${value || '改了'}`;
}

export const sayValue = (value: unknown): string => {
  if (value === true) return '是';
  if (value === false) return '否';
  if (value === null || value === undefined || value === '') return '空';
  return Array.isArray(value)
    ? value.map(v => (typeof v === 'object' ? Object.values(v).join('') : v)).join('、')
    : String(value);
};

/** A new number brings its own birth date and sex; changed facts must agree with the number that stays. Pure. */
export function agreed<C extends Changes>(changes: C, sealed: Sealed, today: string): C {
  if (!changes.identityNumber && !changes.bornOn && !changes.sex) return changes;
  const identity = readIdentity({ ...changes, identityNumber: changes.identityNumber ?? sealed.identityNumber }, today);
  if ('faults' in identity) {
    const fields = Object.fromEntries(Object.entries(identity.faults).map(([k, v]) => [`changes.${k}`, v]));
    throw new DomainError('elders.identity-mismatch', undefined, fields);
  }
  return { ...changes, ...identity };
}

async function settleIdentity(
  ctx: Context,
  elder: Elder,
  given: { changes: Changes; sealed: Sealed },
): Promise<Changes> {
  const { sealed } = given;
  const changes = agreed(given.changes, sealed, ctx.today);
  const { identityNumber } = changes;
  if (!identityNumber || identityNumber === sealed.identityNumber) return changes;
  const holder = await whoHolds(ctx, identityNumber);
  const index = indexesOf(ctx.keys, { identityNumber, phone: null }).identity;
  if (holder || !(await claimIdentity(ctx, index, elder))) {
    throw new DomainError('elders.identity-taken', holder?.doNext, {
      'changes.identityNumber': holder?.doNext ?? '这个号码刚被别人登记',
    });
  }
  return changes;
}

const FLAT = (value: unknown): string => JSON.stringify(value ?? null);

/** Which fields of a change differ from what the record says. */
export function changedFields(elder: Elder, sealed: Sealed, changes: Changes): string[] {
  const known: Record<string, unknown> = { ...elder, ...sealed };
  const tidy = { ...changes, ...(changes.phone ? { phone: tidyPhone(changes.phone) } : {}) };
  return Object.entries(tidy)
    .filter(([field, value]) => value !== undefined && FLAT(value === '' ? null : value) !== FLAT(known[field]))
    .map(([field]) => field);
}

function clearChanges(changes: Changes): Parameters<typeof updateElder>[2] {
  const { identityNumber: _1, phone: _2, door: _3, note: _4, ...rest } = changes;
  const clear: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(rest))
    if (value !== undefined) clear[field] = value === '' ? null : value;
  if (rest.hukouAreaCode) clear.hukouInBeijing = isHukouInBeijing(rest.hukouAreaCode);
  if (rest.disabilities) clear.multipleDisability = hasMultipleDisability(rest.disabilities);
  return clear;
}

const mergeSealed = (sealed: Sealed, changes: Changes): Sealed => ({
  identityNumber: changes.identityNumber ?? sealed.identityNumber,
  phone: changes.phone === undefined ? sealed.phone : changes.phone && tidyPhone(changes.phone),
  door: changes.door === undefined ? sealed.door : changes.door || null,
  note: changes.note === undefined ? sealed.note : changes.note || null,
});

type Done = { elder: Elder; changes: Changes; changed: string[]; version: number; reason: string | undefined };

async function recordChange(ctx: Context, { elder, changes, changed, version, reason }: Done): Promise<void> {
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(changed.map(field => [field, isSealedField(field) ? '已隐去' : (from[field] ?? null)]));
  await record(ctx, {
    action: 'elders.change',
    subject: { kind: 'elder', id: elder.elderId },
    elderId: elder.elderId,
    areaCode: elder.areaCode,
    ...(reason ? { note: reason } : {}),
    before: pick(elder),
    after: { ...pick(changes), version },
  });
}

/** The grade that an assessment found, or null when it was withdrawn; tags follow. For the assessments module. */
export async function setAbility(
  ctx: Context,
  elderId: string,
  ability: { level: number | null; validTo: string | null },
): Promise<void> {
  const elder = await lockLiving(ctx, elderId);
  const changes = { abilityLevel: ability.level, abilityValidTo: ability.validTo };
  const version = await updateElder(ctx, elderId, changes);
  await rewriteDerived(ctx, { ...elder, ...changes });
  const how = { source: 'assessment', asOf: ctx.today, confidence: 'checked' } as const;
  await keepOrigins(ctx, elder, { fields: ['abilityLevel'], how });
  await record(ctx, {
    action: 'elders.set-ability',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode: elder.areaCode,
    before: { abilityLevel: elder.abilityLevel, abilityValidTo: elder.abilityValidTo },
    after: { ...changes, version },
  });
  await publish(ctx, { name: 'elder.changed', elderId, areaCode: elder.areaCode, fields: Object.keys(changes) });
}
