import { createHmac } from 'node:crypto';
import { keyObject } from './key-objects.ts';
import type { DataKeys, Keys } from './keys.ts';

/** What may be looked up without being stored in clear; each has its own domain, so equal digits never match across. */
export const BLIND_FIELDS = ['identity-number', 'phone', 'door', 'account'] as const;
export type BlindField = (typeof BLIND_FIELDS)[number];
export type BlindPart = 'whole' | 'last-four';

/** 32 bytes under the current key, to be stored beside the sealed record. */
export function blindIndex(keys: Keys, what: { field: BlindField; part: BlindPart }, value: string): Buffer {
  return indexUnder(keys.current, what, value);
}

/** The same under every key held, current first: what a search compares with while a rotation is under way. */
export function blindIndexes(keys: Keys, what: { field: BlindField; part: BlindPart }, value: string): Buffer[] {
  const older = [...keys.data.values()].filter(k => k.id !== keys.current.id);
  return [keys.current, ...older].map(k => indexUnder(k, what, value));
}

function indexUnder(key: DataKeys, what: { field: BlindField; part: BlindPart }, value: string): Buffer {
  const plain = plainForm(what.field, value);
  const shown = what.part === 'whole' ? plain : plain.slice(-4);
  return createHmac('sm3', keyObject(key.blindIndex)).update(`${what.field}\0${what.part}\0${shown}`).digest();
}

/** As nearly all of them come; no 0086 fits before eleven digits or in eighteen. */
const PLAIN: Partial<Record<BlindField, RegExp>> = { 'identity-number': /^\d{17}[\dX]$/, phone: /^1\d{10}$/ };

/** One spelling for one number: full-width digits, spaces and dashes go, a lower-case x rises, +86 falls off a phone. */
export function plainForm(field: BlindField, value: string): string {
  if (PLAIN[field]?.test(value)) return value;
  const bare = value
    .normalize('NFKC')
    .replace(/[\s\-—－]/g, '')
    .toUpperCase();
  return field === 'phone' ? bare.replace(/^(?:\+86|0086)(?=1\d{10}$)/, '') : bare;
}
