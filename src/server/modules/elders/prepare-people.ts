import { type BlindField, blindIndex, plainForm } from '#platform/secrets/blind-index.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { seal } from '#platform/secrets/seal.ts';
import { type CivilDate, dayOfInstant } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { hasMultipleDisability, isHukouInBeijing, type NewContact, type NewElder } from './new-elder.ts';
import { searchGrams } from './rules/grams.ts';
import { computeTags } from './rules/tags.ts';

/** Everything the sealed record holds; nothing of it stands in a clear column. */
export type Sealed = { identityNumber: string; phone: string | null; door: string | null; note: string | null };
export type SealedContact = { contactId: string; phone: string };
export type Rows = Record<string, readonly unknown[][]>;
export type Preparing = { keys: Keys; today: CivilDate; now: string; by: string };

export const sealRecord = (keys: Keys, elderId: string, value: Sealed): Buffer =>
  seal(keys, { table: 'elder_sealed', elderId }, value);
export const sealContact = (keys: Keys, elderId: string, value: SealedContact): Buffer =>
  seal(keys, { table: 'elder_contacts', elderId }, value);

/** Last fours repeat in a city; whole numbers never do. Eight bytes tell 10,000 of them apart. */
export const tailOf = (index: Buffer): Buffer => index.subarray(0, TAIL_BYTES);
export const TAIL_BYTES = 8;
const tails = new WeakMap<Keys, Map<string, Buffer>>();
function tailIndex(keys: Keys, field: BlindField, value: string): Buffer {
  const known = tails.get(keys) ?? new Map<string, Buffer>();
  tails.set(keys, known);
  const tail = `${field}${plainForm(field, value).slice(-4)}`;
  const index = known.get(tail) ?? tailOf(blindIndex(keys, { field, part: 'last-four' }, value));
  known.set(tail, index);
  return index;
}

/** What a comparison with the register has computed already. */
export type KnownIndexes = { identity?: Buffer; phone?: Buffer | null | undefined; door?: Buffer | null };

/** Blind indexes of a person's numbers: identity whole and last four, phone whole and last four (null without one). */
export function indexesOf(
  keys: Keys,
  numbers: { identityNumber: string; phone: string | null },
  known: KnownIndexes = {},
) {
  const { identityNumber, phone } = numbers;
  return {
    identity: known.identity ?? blindIndex(keys, { field: 'identity-number', part: 'whole' }, identityNumber),
    identityLast4: tailIndex(keys, 'identity-number', identityNumber),
    phone: phone && (known.phone ?? blindIndex(keys, { field: 'phone', part: 'whole' }, phone)),
    phoneLast4: phone && tailIndex(keys, 'phone', phone),
  };
}

/** Who lives behind the same door of the same 小区 is one household; null while either is unknown. */
export const doorIndex = (keys: Keys, at: { areaCode: string; compound: string | null; door: string | null }) =>
  at.door && at.compound
    ? blindIndex(keys, { field: 'door', part: 'whole' }, `${at.areaCode}/${at.compound}/${at.door}`)
    : null;

/** Rows of one person for every table, in the column order of db/insert-rows.ts; the CPU half of an insert. */
export function preparePerson(person: NewElder, tools: Preparing): Rows {
  const who = [person.areaCode, person.name, person.elderId];
  const { rows, grams } = preparePlain(person, tools);
  return { ...rows, elder_grams: grams().map(gram => [gram, ...who]) };
}

/** The same with the grams for themselves: who is seated in a roll needs no row for each. */
export function preparePlain(person: NewElder, tools: Preparing, known: KnownIndexes = {}) {
  const { keys, now } = tools;
  const { elderId, areaCode, name, identityNumber, phone, door, note } = person;
  const index = indexesOf(keys, person, known);
  const sealed = sealRecord(keys, elderId, { identityNumber, phone, door, note });
  const who = [areaCode, name, elderId];
  const since = person.registeredAt.slice(0, 10);
  const tags = computeTags(person, tools.today, since);
  const inBeijing = isHukouInBeijing(person.hukouAreaCode);
  const codes = tags.map(t => t.code);
  const rows = {
    elders: [elderRow(person, tools)],
    elder_sealed: [
      [...who, sealed, index.identity, index.identityLast4, index.phone ?? null, index.phoneLast4 ?? null],
    ],
    elder_identities: [[index.identity, elderId, areaCode]],
    elder_scopes: [
      [elderId, newId(), areaCode, '居住', areaCode, since],
      [elderId, newId(), areaCode, '服务', areaCode, since],
      ...(inBeijing ? [[elderId, newId(), areaCode, '户籍', person.hukouAreaCode, since]] : []),
    ],
    households: [
      [person.householdId, areaCode, person.road, person.compound, known.door ?? doorIndex(keys, person), now],
    ],
    household_members: [[elderId, person.householdId, areaCode, '本人', since]],
    elder_contacts: person.contacts.map((contact, position) => contactRow(person, { contact, position, keys })),
    elder_tags: tags.map(t => [
      ...[elderId, t.code, areaCode, name, t.family, t.value, t.reason],
      ...[t.sourceKind, t.source, now, t.validFrom, t.validTo],
    ]),
  };
  return { rows, grams: () => searchGrams(person, codes) };
}

function elderRow(p: NewElder, { now, by }: Preparing): unknown[] {
  return [
    ...[p.elderId, p.areaCode, p.name, p.sex, p.bornOn, p.nation, p.maritalStatus],
    ...[p.hukouAreaCode, isHukouInBeijing(p.hukouAreaCode), p.road, p.compound, p.point?.[0], p.point?.[1]],
    ...[p.living, p.leftBehind, p.economicClass, p.familyPlanningSpecial, p.militaryFamily],
    ...[p.abilityLevel, p.abilityValidTo, p.dementia, JSON.stringify(p.disabilities)],
    ...[hasMultipleDisability(p.disabilities), JSON.stringify(p.diseases), p.wishForVisits, p.serviceMode],
    ...[p.status, p.source, p.registeredAt, p.status === 'registered' ? null : p.registeredAt],
    ...[p.confirmed?.on ?? dayOfInstant(p.registeredAt), p.confirmed?.by ?? null, now, by],
  ];
}

type ContactAt = { contact: NewContact; position: number; keys: Keys };

export function contactRow(of: { elderId: string; areaCode: string }, at: ContactAt): unknown[] {
  const { contact, position, keys } = at;
  const { contactId, phone } = contact;
  const index = blindIndex(keys, { field: 'phone', part: 'whole' }, phone);
  return [
    ...[of.elderId, contactId, of.areaCode, contact.name, contact.relation],
    ...[sealContact(keys, of.elderId, { contactId, phone }), index, phone.slice(-4)],
    ...[contact.isEmergency, contact.livesTogether, position],
  ];
}
