/** Web Crypto stands in browsers and in Node alike; this folder knows the types of neither. */
const { crypto } = globalThis as unknown as { crypto: { getRandomValues: (bytes: Uint8Array) => Uint8Array } };

const POOL_BYTES = 4_096;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;
const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** Sixteen fresh random bytes; asking the system 256 ids at a time makes bulk inserts several times as fast. */
function random16(): Uint8Array {
  if (used + 16 > POOL_BYTES) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 16;
  return pool.slice(used - 16, used);
}

/** UUID version 7 (RFC 9562): sortable by time, made here so that PostgreSQL 15 needs no function for it. */
export function newId(now: number = Date.now()): string {
  const bytes = random16();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
