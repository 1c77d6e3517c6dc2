import { createHash } from 'node:crypto';

/** One line of the service log, as written by the write it tells of. `payload` holds what was decided, no free notes. */
export type LogEntry = {
  entryId: string;
  elderId: string | null;
  areaCode: string;
  kind: string;
  subject: { kind: string; id: string };
  payload: JsonObject;
  /** UTC, any ISO form; hashed with six decimals because that is what the database keeps. */
  at: string;
};
export type JsonObject = { readonly [key: string]: Json };
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** Raised only when the list or spelling of hashed fields changes; old rows keep the version they were written with. */
export const CANONICAL_VERSION = 1;
export const SALT_BYTES = 32;

/**
 * The bytes that are hashed: version line, then JSON with sorted keys, no blanks, all text in NFC.
 * They must come out equal from the object in memory and from the row read back (jsonb reorders keys, drops doubles).
 */
export function canonicalBytes(entry: LogEntry, version = CANONICAL_VERSION): Buffer {
  if (version !== 1) throw new Error(`不认识的服务日志格式版本 ${version}`);
  return canonicalBytesWith(entry, canonicalJson(entry.payload));
}

/** The same for a payload that is canonical text already: in bulk it is made once and both hashed and stored. */
export function canonicalBytesWith(entry: Omit<LogEntry, 'payload'>, payload: string): Buffer {
  const { entryId, elderId, areaCode, kind } = entry;
  // Only what the row keeps: a caller's subject may carry more (the duty's area, say), which could never be read back.
  const { id, kind: of } = entry.subject;
  // Written out in the order of the keys; sorting them anew for each of a million rows is what takes the time.
  return Buffer.from(
    `yinian-service-log/1\n{"areaCode":${textOf(areaCode)},"at":${textOf(instantText(entry.at))},"elderId":${
      elderId === null ? 'null' : textOf(elderId)
    },"entryId":${textOf(entryId)},"kind":${textOf(kind)},"payload":${payload},"subject":{"id":${textOf(id)},"kind":${textOf(of)}}}`,
    'utf8',
  );
}

/** RFC 6962 leaf (prefix 0) over SM3. The salt stops a reader of the tree from guessing at what a leaf says. */
export function leafHash(salt: Buffer, bytes: Buffer): Buffer {
  return createHash('sm3')
    .update(Buffer.concat([LEAF, salt, bytes]))
    .digest();
}
const LEAF = Buffer.from([0]);

/** The payload as it must be stored, so that what is read back hashes the same: text in NFC, nothing undefined. */
export function storedJson(payload: JsonObject): string {
  return canonicalJson(payload);
}

export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('服务日志里不能写无穷大或非数');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const pairs = Object.entries(value).filter(([, v]) => v !== undefined);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([k, v]) => `${textOf(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** Nothing to escape and nothing to compose: ASCII without quotes and the plain Chinese characters. */
const PLAIN = /^[ !#-[\]-~\u4e00-\u9fff\u3001\u3002\uff0c\u201c\u201d]*$/;

/** jsonb cannot hold U+0000; refusing it here names the cause instead of a database error. */
function textOf(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (text.includes('\0')) throw new Error('服务日志的文字里有空字符');
  return JSON.stringify(text.normalize('NFC'));
}

const SIX_DECIMALS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
/** `2025-06-20T01:02:03.456Z` → `2025-06-20T01:02:03.456000Z`. */
export function instantText(at: string): string {
  if (SIX_DECIMALS.test(at)) return at;
  const micro = /\.\d{3}(\d{3})Z$/.exec(at)?.[1] ?? '000';
  return new Date(at).toISOString().replace('Z', `${micro}Z`);
}
