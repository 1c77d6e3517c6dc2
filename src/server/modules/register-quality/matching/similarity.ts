import type { FieldKind } from './columns.ts';

/** How far two values agree. `near` is a slip of the hand or ear, `far` still more alike than chance. */
export const LEVELS = ['missing', 'different', 'far', 'near', 'same'] as const;
export const MISSING = 0;
export const DIFFERENT = 1;
export const FAR = 2;
const NEAR = 3;
export const SAME = 4;

/** Level of agreement of two different, tidy values of one field. */
export function likeness(kind: FieldKind, a: string, b: string): number {
  if (kind === 'code') return DIFFERENT;
  if (kind === 'date') return dateLikeness(a, b);
  if (isOneSlip(a, b)) return a.length > 2 || kind === 'digits' ? NEAR : FAR;
  if (kind === 'digits') return hasTwoSlips(a, b) ? FAR : DIFFERENT;
  const alike = jaroWinkler(a, b);
  return alike >= 0.92 ? NEAR : alike >= 0.8 ? FAR : DIFFERENT;
}

/** 19380312 and 19381203 (day and month exchanged), 1938xxxx and 1983xxxx, one part wrong of three. */
function dateLikeness(a: string, b: string): number {
  if (isOneSlip(a, b)) return NEAR;
  if (a.length !== 8 || b.length !== 8) return DIFFERENT;
  const parts = (date: string) => [date.slice(0, 4), date.slice(4, 6), date.slice(6)] as const;
  const [[year, month, day], [otherYear, otherMonth, otherDay]] = [parts(a), parts(b)];
  if (year === otherYear && month === otherDay && day === otherMonth) return NEAR;
  const same = Number(year === otherYear) + Number(month === otherMonth) + Number(day === otherDay);
  return same === 2 ? FAR : DIFFERENT;
}

/** One sign added, left out, changed, or two neighbours exchanged (Damerau distance 1). */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short.charCodeAt(i) === long.charCodeAt(i)) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  const exchanged = short[i] === long[i + 1] && short[i + 1] === long[i];
  return exchanged && short.slice(i + 2) === long.slice(i + 2);
}

const hasTwoSlips = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let wrong = 0;
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) wrong++;
  return wrong <= 2;
};

const taken = new Uint8Array(256);
const matched = new Uint16Array(256);

/** 0…1 after Winkler (1990); values beyond 255 signs are cut. */
export function jaroWinkler(left: string, right: string): number {
  const a = left.slice(0, 255);
  const b = right.slice(0, 255);
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  taken.fill(0, 0, b.length);
  let common = 0;
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken[j] = 1;
        matched[common++] = a.charCodeAt(i);
        break;
      }
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  for (let j = 0, k = 0; j < b.length; j++) if (taken[j] === 1 && b.charCodeAt(j) !== matched[k++]) moved++;
  const jaro = (common / a.length + common / b.length + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
