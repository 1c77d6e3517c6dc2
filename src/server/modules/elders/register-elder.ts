import type { z } from 'zod';
import type { RegisterForm } from '#contracts/elders/register.ts';
import { elderLifecycle } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaNames } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { tidyPhone } from '#shared/phone.ts';
import { listCandidates, whoHolds } from './check-duplicates.ts';
import * as duplicates from './db/duplicates.ts';
import { findHousehold } from './db/households.ts';
import { insertRows } from './db/insert-rows.ts';
import { claimIdentity } from './db/sealed.ts';
import type { NewElder } from './new-elder.ts';
import { doorIndex, indexesOf, preparePerson } from './prepare-people.ts';
import { readIdentity } from './rules/identity.ts';

type Form = z.output<typeof RegisterForm>;

/** Registers one person: number checked, duplicates refused or decided, everything written at once. */
export async function registerElder(ctx: Context, form: Form): Promise<{ elderId: string; version: number }> {
  const identity = readIdentity(form, ctx.today);
  if ('faults' in identity) throw new DomainError('elders.identity-mismatch', undefined, identity.faults);
  await refuseOutside(ctx, form.areaCode);
  await refuseTaken(ctx, identity.identityNumber);
  const person = await personOf(ctx, form, identity);
  await refuseProbableDuplicates(ctx, person, form.notDuplicateOf);
  const index = indexesOf(ctx.keys, person).identity;
  // Two desks at once: the registry decides, and the second hears the same sentence as if it had come later.
  if (!(await claimIdentity(ctx, index, person))) throw new DomainError('elders.identity-taken');
  const tools = { keys: ctx.keys, today: ctx.today, now: ctx.now, by: ctx.actor.name };
  await insertRows(ctx.client, preparePerson(person, tools), ['elder_identities']);
  const { elderId, areaCode } = person;
  await duplicates.rememberNotDuplicates(
    ctx,
    form.notDuplicateOf.map(d => ({ elderId, otherElderId: d.elderId, areaCode, reason: d.reason })),
  );
  await openRegistration(ctx, person);
  await publish(ctx, { name: 'elder.registered', elderId, areaCode });
  return { elderId, version: 1 };
}

async function refuseOutside(ctx: Context, areaCode: string): Promise<void> {
  const fault = (say: string) => new DomainError('elders.outside-area', say, { areaCode: say });
  if (areaLevel(areaCode) !== 'community') throw fault('请选到社区（村）');
  if (!isInArea(areaCode, ctx.actor.areaCode)) throw fault('这个社区不在您的辖区，请选本辖区的社区');
  if ((await areaNames(ctx, [areaCode])).size === 0) throw fault('没有这个社区，请从列表里选');
}

async function refuseTaken(ctx: Context, identityNumber: string): Promise<void> {
  const holder = await whoHolds(ctx, identityNumber);
  if (holder) {
    throw new DomainError('elders.identity-taken', `这个身份证号已在${holder.districtName}登记。${holder.doNext}`, {
      identityNumber: holder.doNext,
    });
  }
}

async function refuseProbableDuplicates(
  ctx: Context,
  person: NewElder,
  decided: Form['notDuplicateOf'],
): Promise<void> {
  const candidates = await listCandidates(ctx, { ...person, except: null });
  const open = candidates.filter(c => !decided.some(d => d.elderId === c.elderId));
  if (open.length === 0) return;
  const names = open.map(c => `${c.name}（${c.reasons.join('、')}）`).join('；');
  throw new DomainError('elders.probable-duplicate', `可能已经登记过：${names}。请核对后再登记`);
}

type Identity = { identityNumber: string; sex: '男' | '女'; bornOn: string };

async function personOf(ctx: Context, form: Form, identity: Identity): Promise<NewElder> {
  const where = { areaCode: form.areaCode, compound: form.compound || null, door: form.door || null };
  const index = doorIndex(ctx.keys, where);
  const householdId = index && (await findHousehold(ctx, index));
  return personFrom(form, identity, { now: ctx.now, householdId: householdId ?? newId() });
}

/** A form that passed its rules as the person to be written; for the desk and for tables alike. */
export function personFrom(
  form: Omit<Form, 'notDuplicateOf'>,
  identity: Identity,
  at: { now: string; householdId: string },
): NewElder {
  const { contacts, source, ...rest } = form;
  return {
    ...rest,
    ...identity,
    areaCode: form.areaCode,
    compound: form.compound || null,
    door: form.door || null,
    elderId: newId(),
    phone: form.phone ? tidyPhone(form.phone) : null,
    note: form.note || null,
    nation: form.nation || null,
    maritalStatus: form.maritalStatus ?? null,
    hukouAreaCode: form.hukouAreaCode ?? form.areaCode,
    road: form.road || null,
    point: null,
    abilityLevel: null,
    abilityValidTo: null,
    status: 'registered',
    source,
    registeredAt: at.now,
    householdId: at.householdId,
    contacts: contacts.map(c => ({ ...c, contactId: newId(), phone: tidyPhone(c.phone) })),
  };
}

/** The first step of the record, and what the community owes on it. */
async function openRegistration(ctx: Context, person: NewElder): Promise<void> {
  const { elderId, areaCode, name } = person;
  await advance(ctx, {
    table: elderLifecycle,
    subject: { kind: 'elder', id: elderId, elderId, areaCode },
    status: null,
    action: 'register',
    note: `${person.living}，查重无重复`,
    duty: verifyDuty(person, ctx.actor.name),
  });
  await record(ctx, {
    action: 'elders.register',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode,
    after: { name, living: person.living, source: person.source, contacts: person.contacts.length },
  });
}

/** What the community owes on a registration that nobody has checked at the door yet. */
export const verifyDuty = ({ name, elderId }: Pick<NewElder, 'name' | 'elderId'>, by: string) => ({
  forRole: 'community' as const,
  kindLabel: '入户核实',
  title: `核实${name}的登记`,
  reason: `${by}登记，还没有人上门核实`,
  actionLabel: '去核实',
  path: `/desk/elders/${elderId}`,
  withinWorkingDays: 5,
});
