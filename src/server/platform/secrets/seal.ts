import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { keyObject, pooledRandom } from './key-objects.ts';
import type { DataKeys, Keys } from './keys.ts';

/** Where a sealed record stands. It is bound into the seal: copied to another row or table it no longer opens. */
export type SealedAt = { table: string; elderId: string };

const VERSION = 1;
const IV_BYTES = 16;
const TAG_BYTES = 32;

/** Names neither the record nor the reason: a wrong key, a moved row and a changed byte look alike. */
export class SealError extends Error {
  override readonly name = 'SealError';
  constructor() {
    super('加密的个人信息打不开：密钥不对或内容被改动过，请联系系统管理员核对');
  }
}

/**
 * Seals a JSON value: version ‖ key id ‖ IV ‖ SM4-CBC ciphertext ‖ HMAC-SM3 tag (encrypt, then MAC; GB/T 32907, 32905).
 * OpenSSL in Node has no SM4-GCM, hence two keys and two steps.
 */
export function seal(keys: Keys, at: SealedAt, value: unknown): Buffer {
  const { current } = keys;
  const iv = pooledRandom(IV_BYTES);
  const cipher = createCipheriv('sm4-cbc', keyObject(current.sealEncryption), iv);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  const id = Buffer.from(current.id);
  const head = Buffer.from([VERSION, id.length]);
  return Buffer.concat([head, id, iv, ciphertext, tagOf(current, at, { iv, ciphertext })]);
}

/** Opens a sealed value, or throws SealError. The tag is compared in constant time before anything is decrypted. */
export function open(keys: Keys, at: SealedAt, sealed: Buffer): unknown {
  const { key, iv, ciphertext, tag } = take(keys, sealed);
  if (!timingSafeEqual(tag, tagOf(key, at, { iv, ciphertext }))) throw new SealError();
  const decipher = createDecipheriv('sm4-cbc', keyObject(key.sealEncryption), iv);
  return JSON.parse(Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8'));
}

/** The record under the current key, or undefined when it already is; the step of a key rotation job. */
export function reseal(keys: Keys, at: SealedAt, sealed: Buffer): Buffer | undefined {
  if (take(keys, sealed).key.id === keys.current.id) return undefined;
  return seal(keys, at, open(keys, at, sealed));
}

function take(keys: Keys, sealed: Buffer) {
  const idBytes = sealed[1] ?? 0;
  const from = 2 + idBytes;
  const key = keys.data.get(sealed.subarray(2, from).toString());
  if (sealed[0] !== VERSION || !key || sealed.length < from + IV_BYTES + 16 + TAG_BYTES) throw new SealError();
  return {
    key,
    iv: sealed.subarray(from, from + IV_BYTES),
    ciphertext: sealed.subarray(from + IV_BYTES, sealed.length - TAG_BYTES),
    tag: sealed.subarray(sealed.length - TAG_BYTES),
  };
}

/** Each part goes in with its length, so that no two different lists of parts give the same bytes. One call into OpenSSL. */
function tagOf(key: DataKeys, at: SealedAt, body: { iv: Buffer; ciphertext: Buffer }): Buffer {
  const words = [key.id, at.table, at.elderId].map(word => Buffer.from(word));
  const parts: Buffer[] = [...words, body.iv, body.ciphertext];
  const all = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let to = 0;
  for (const part of parts) {
    to = all.writeUInt32BE(part.length, to);
    to += part.copy(all, to);
  }
  return createHmac('sm3', keyObject(key.sealMac)).update(all).digest();
}
