/**
 * Keeps personal data out of log lines (个人信息保护法 第五十一条). Two nets: fields whose name says that they hold a
 * person's data are never printed, and text that looks like an identity number or a phone is blanked wherever it is.
 */
const REDACTED = '［已隐去］';

/** Compared without case, dashes and underscores, as a whole or as an ending: `elderName`, `contact_phone`, `Set-Cookie`. */
const DENIED = [
  'name',
  'fullname',
  'pinyin',
  'identitynumber',
  'idnumber',
  'idcard',
  'phone',
  'phones',
  'mobile',
  'tel',
  'address',
  'door',
  'account',
  'bankaccount',
  'cardnumber',
  'birthday',
  'bornon',
  'note',
  'notes',
  'words',
  'diagnosis',
  'body',
  'payload',
  'rawbody',
  'before',
  'after',
  'text',
  'content',
  'subjectline',
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'signature',
  'code',
  'parameters',
  'detail',
  'where',
  'q',
  'query',
  'search',
] as const;

/** These end like a denied name and say nothing about a person. */
const ALLOWED = new Set([
  'hostname',
  'filename',
  'rolename',
  'jobname',
  'eventname',
  'templatename',
  'errorname',
  'statuscode',
  'errorcode',
]);

export function isDenied(key: string): boolean {
  const plain = key.toLowerCase().replace(/[-_]/g, '');
  return !ALLOWED.has(plain) && DENIED.some(d => plain === d || (d.length > 3 && plain.endsWith(d)));
}

const DIGIT = '[0-9０-９]';
const GAP = '[\\s\\-—]?';
/** 18 digits (the last may be X) or the old 15, digits possibly spaced or full-width; 11-digit mobile; land line with area code. */
const PATTERNS = [
  new RegExp(`(?<!${DIGIT})(?:${DIGIT}${GAP}){17}[0-9０-９XxＸｘ](?!${DIGIT})`, 'g'),
  new RegExp(`(?<!${DIGIT})${DIGIT}{15}(?!${DIGIT})`, 'g'),
  new RegExp(`(?<!${DIGIT})[1１](?:${GAP}${DIGIT}){10}(?!${DIGIT})`, 'g'),
  /(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)/g,
];

/** Uuids, instants and hashes are held back first: their digits may look like a number, and a log needs them. */
const KEEP =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}T[\d:.]+Z?|(?<![0-9a-f])(?=[0-9]*[a-f])[0-9a-f]{40,64}(?![0-9a-f])/gi;

export function scrubText(text: string): string {
  const kept: string[] = [];
  let open = text.replace(KEEP, found => `\uf8ff${String.fromCharCode(0xe000 + kept.push(found) - 1)}`);
  open = open.replace(/%[0-9a-f]{2}/gi, octets => (octets === '%20' ? ' ' : octets));
  for (const pattern of PATTERNS) open = open.replace(pattern, REDACTED);
  return open.replace(/\uf8ff([\ue000-\uf8fe])/g, (_, mark: string) => kept[mark.charCodeAt(0) - 0xe000] ?? '');
}

/** A copy that may be printed: same shape, denied fields blanked, text scrubbed, at most 6 deep and 50 wide. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return scrubNumber(value);
  if (value instanceof Error) return scrubError(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= 6) return '［太深］';
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return '［字节］';
  if (Array.isArray(value)) return value.slice(0, 50).map(v => scrub(v, depth + 1));
  if (value instanceof Map || value instanceof Set) return scrub([...value], depth);
  const pairs = Object.entries(value).slice(0, 50);
  return Object.fromEntries(pairs.map(([k, v]) => [scrubText(k), isDenied(k) ? blank(v) : scrub(v, depth + 1)]));
}

const blank = (value: unknown): unknown => (value === null || value === undefined ? value : REDACTED);

function scrubNumber(value: number | bigint): unknown {
  const text = String(value);
  return scrubText(text) === text ? (typeof value === 'bigint' ? text : value) : REDACTED;
}

/**
 * Name, code and stack places. Of a PostgreSQL error only code, table, column and constraint: its message, detail and
 * where quote the row ("Key (phone)=(138…) already exists"). A name in a free message cannot be known: put values
 * that may be personal in quotation marks or brackets, which are blanked, or better in fields.
 */
export function scrubError(error: Error, depth = 0): Record<string, unknown> {
  const { code, table, column, constraint, severity } = error as unknown as Record<string, unknown>;
  const fromDatabase = typeof severity === 'string';
  const message = fromDatabase ? `数据库错误 ${String(code)}` : scrubText(dropQuoted(error.message));
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const cause = error.cause instanceof Error && depth < 3 ? { cause: scrubError(error.cause, depth + 1) } : {};
  const known = { type: error.name, message, code, table, column, constraint };
  const named = Object.fromEntries(Object.entries(known).filter(([, v]) => typeof v === 'string'));
  return { ...named, ...cause, stack: places.slice(0, 12).map(line => scrubText(line.trim())) };
}

/** What an error quotes is what it choked on, and that may be a person's data. */
const dropQuoted = (message: string): string =>
  message.replace(/“[^”]*”|"[^"]*"|「[^」]*」|'[^']*'|（[^）]*）|=\([^)]*\)/g, REDACTED);

/** A URL's path without its query; what people search for is personal. */
export function pathOnly(url: string): string {
  return scrubText(decodeURISafely(url.split(/[?#]/, 1)[0] ?? ''));
}

function decodeURISafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
