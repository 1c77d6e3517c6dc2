import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { SigningKeys } from '../secrets/keys.ts';
import { canonicalJson } from './canonical.ts';
import type { Hash } from './tree.ts';

/** A signed head says: at this moment the log had this many leaves and this root. It is the part that leaves the house. */
export const SignedHead = z.object({
  format: z.literal('yinian-service-log-head/1'),
  treeSize: z.int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  previousHeadHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  keyId: z.string(),
  signature: z.string().regex(/^[0-9a-f]+$/),
});
export type SignedHead = z.infer<typeof SignedHead>;

type Unsigned = Omit<SignedHead, 'signature'>;

/**
 * Signs with SM2 over SM3 (GB/T 32918). Trap: OpenSSL under Node signs with an empty distinguishing id, not the
 * GM/T 0009 default "1234567812345678"; check elsewhere with `openssl dgst -sm3 -verify KEY -signature SIG`.
 */
export function signHead(
  signing: SigningKeys,
  tree: { size: number; root: Hash },
  when: { at: string; previous: SignedHead | null },
): SignedHead {
  const unsigned: Unsigned = {
    format: 'yinian-service-log-head/1',
    treeSize: tree.size,
    root: tree.root.toString('hex'),
    at: when.at,
    previousHeadHash: when.previous ? headHash(when.previous) : null,
    keyId: signing.id,
  };
  return { ...unsigned, signature: sign('sm3', headBytes(unsigned), signing.privateKey).toString('hex') };
}

/** False for an unknown key id as well: a head nobody can check proves nothing. */
export function headIsGenuine(head: SignedHead, publicKeys: ReadonlyMap<string, KeyObject>): boolean {
  const key = publicKeys.get(head.keyId);
  return key !== undefined && verify('sm3', headBytes(head), key, Buffer.from(head.signature, 'hex'));
}

/** Names a head in the next one, so that heads form a chain of their own. SM2 signatures differ each time; they are not in it. */
export function headHash(head: SignedHead): string {
  return createHash('sm3').update(headBytes(head)).digest('hex');
}

function headBytes({ format, treeSize, root, at, previousHeadHash, keyId }: Unsigned): Buffer {
  return Buffer.from(canonicalJson({ format, treeSize, root, at, previousHeadHash, keyId }), 'utf8');
}

/** Name of the file a head leaves the database in: sorts by time, says its size. */
export function headFileName(head: SignedHead): string {
  return `${head.at.slice(0, 19).replaceAll(':', '')}-${head.treeSize}.json`;
}
