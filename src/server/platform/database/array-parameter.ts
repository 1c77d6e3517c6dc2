import { arrayText } from './array-text.ts';

/** Types that are written as the bytes PostgreSQL keeps, with their fixed numbers in its catalogue. */
const OIDS = {
  ...{ boolean: 16, bytea: 17, bigint: 20, smallint: 21, int: 23, integer: 23, text: 25 },
  ...{ float8: 701, 'double precision': 701, date: 1_082, timestamptz: 1_184, uuid: 2_950, jsonb: 3_802 },
} as const;
type Known = keyof typeof OIDS;

/**
 * One array parameter of a bulk statement. In bytes where the type is known: neither side then makes and reads the text
 * of a million ids, instants and seals; of other types, and of a value not understood, PostgreSQL's text form.
 */
export function arrayParameter(values: readonly unknown[], type: string): Buffer | string {
  if (!(type in OIDS)) return arrayText(values, type);
  const writer = WRITERS[type as Known];
  const out = { bytes: Buffer.allocUnsafe(64 + values.length * (FIXED[type as Known] ?? 48)), at: HEAD_BYTES };
  let nulls = 0;
  for (const value of values) {
    if (value === null || value === undefined) {
      nulls = 1;
      reserve(out, 4).writeInt32BE(-1, out.at);
      out.at += 4;
    } else if (!writer(out, value)) return arrayText(values, type);
  }
  const { bytes, at } = out;
  // Dimensions, whether any is null, type; of the one dimension: length and first index.
  [values.length === 0 ? 0 : 1, nulls, OIDS[type as Known], values.length, 1].forEach((word, i) => {
    bytes.writeInt32BE(word, i * 4);
  });
  return bytes.subarray(0, values.length === 0 ? 12 : at);
}

const HEAD_BYTES = 20;
const FIXED: Partial<Record<Known, number>> = { uuid: 20, date: 8, timestamptz: 12, boolean: 5, smallint: 6, int: 8 };

type Out = { bytes: Buffer; at: number };
/** False where the value is not understood. */
type Writer = (out: Out, value: unknown) => boolean;

function reserve(out: Out, most: number): Buffer {
  if (out.at + most > out.bytes.length) {
    const next = Buffer.allocUnsafe(Math.max(out.bytes.length * 2, out.at + most));
    out.bytes.copy(next, 0, 0, out.at);
    out.bytes = next;
  }
  return out.bytes;
}

/** Length, then the value in so many bytes. */
function fixed(out: Out, size: number): Buffer {
  const bytes = reserve(out, 4 + size);
  bytes.writeInt32BE(size, out.at);
  out.at += 4 + size;
  return bytes;
}

function writeText(out: Out, text: string, version = 0): boolean {
  const bytes = reserve(out, 5 + text.length * 3);
  if (version > 0) bytes[out.at + 4] = version;
  const size = (version > 0 ? 1 : 0) + bytes.write(text, out.at + 4 + (version > 0 ? 1 : 0), 'utf8');
  bytes.writeInt32BE(size, out.at);
  out.at += 4 + size;
  return true;
}

const whole =
  (size: 2 | 4): Writer =>
  (out, value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || value === '') return false;
    const bytes = fixed(out, size);
    if (size === 2) bytes.writeInt16BE(number, out.at - 2);
    else bytes.writeInt32BE(number, out.at - 4);
    return true;
  };

const JSONB_VERSION = 1;
const WRITERS: Record<Known, Writer> = {
  boolean: (out, value) => {
    if (typeof value !== 'boolean') return false;
    fixed(out, 1)[out.at - 1] = value ? 1 : 0;
    return true;
  },
  bytea: (out, value) => {
    if (!Buffer.isBuffer(value)) return false;
    const bytes = fixed(out, value.length);
    value.copy(bytes, out.at - value.length);
    return true;
  },
  bigint: (out, value) => {
    if (typeof value !== 'bigint' && !Number.isSafeInteger(value)) return false;
    fixed(out, 8).writeBigInt64BE(BigInt(value as number), out.at - 8);
    return true;
  },
  smallint: whole(2),
  int: whole(4),
  integer: whole(4),
  text: (out, value) => writeText(out, String(value)),
  jsonb: (out, value) => writeText(out, String(value), JSONB_VERSION),
  float8: writeFloat,
  'double precision': writeFloat,
  date: (out, value) => {
    const days = typeof value === 'string' ? dayNumber(value) : undefined;
    if (days === undefined) return false;
    fixed(out, 4).writeInt32BE(days, out.at - 4);
    return true;
  },
  timestamptz: (out, value) => {
    const micros = value instanceof Date || typeof value === 'string' ? microsOf(value) : undefined;
    if (micros === undefined) return false;
    fixed(out, 8).writeBigInt64BE(micros, out.at - 8);
    return true;
  },
  uuid: (out, value) => typeof value === 'string' && value.length === 36 && writeUuid(out, value),
};

function writeFloat(out: Out, value: unknown): boolean {
  if (typeof value !== 'number') return false;
  fixed(out, 8).writeDoubleBE(value, out.at - 8);
  return true;
}

/** PostgreSQL counts from 1 January 2000. */
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const knownDays = new Map<string, number>();

/** Dates repeat a great deal; a century has 36,500 of them. */
function dayNumber(date: string): number | undefined {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  const ms = DAY.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return undefined;
  const days = Math.round((ms - EPOCH) / 86_400_000);
  if (knownDays.size < 100_000) knownDays.set(date, days);
  return days;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.(\d{1,6}))?Z$/;
let [lastText, lastMicros] = ['', 0n];

/** Rows written together carry the same instant. */
function microsOf(value: Date | string): bigint | undefined {
  const text = typeof value === 'string' ? value : value.toISOString();
  if (text === lastText) return lastMicros;
  const fraction = INSTANT.exec(text);
  const ms = fraction ? Date.parse(`${text.slice(0, 19)}Z`) : Number.NaN;
  if (!fraction || Number.isNaN(ms)) return undefined;
  lastMicros = BigInt(ms - EPOCH) * 1_000n + BigInt((fraction[1] ?? '').padEnd(6, '0'));
  lastText = text;
  return lastMicros;
}

function writeUuid(out: Out, text: string): boolean {
  const bytes = fixed(out, 16);
  let at = out.at - 16;
  for (let i = 0; i < 36; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) i++;
    const byte = (nibble(text.charCodeAt(i)) << 4) | nibble(text.charCodeAt(i + 1));
    if (byte < 0) return false;
    bytes[at++] = byte;
  }
  return true;
}

/** -1 shows through the or of two. */
const nibble = (code: number): number =>
  code >= 48 && code <= 57
    ? code - 48
    : code >= 97 && code <= 102
      ? code - 87
      : code >= 65 && code <= 70
        ? code - 55
        : -1;
