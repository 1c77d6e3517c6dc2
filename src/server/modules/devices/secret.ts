import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A device's own secret: shown once to the installer, kept as HMAC-SM3 under its own salt (191 bits need no slow hash). */
export function newSecret(): { secret: string; salt: Buffer; hash: Buffer } {
  const bytes = randomBytes(24);
  // The first sign is a letter: one that begins with “-” is taken for an option where a device is set up by a command.
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  const secret = bytes.toString('base64url');
  const salt = randomBytes(16);
  return { secret, salt, hash: hashSecret(salt, secret) };
}

export const hashSecret = (salt: Buffer, secret: string): Buffer => createHmac('sm3', salt).update(secret).digest();

export function isSecret(binding: { secret_salt: Buffer; secret_hash: Buffer }, secret: string): boolean {
  const given = hashSecret(binding.secret_salt, secret);
  return given.length === binding.secret_hash.length && timingSafeEqual(given, binding.secret_hash);
}
