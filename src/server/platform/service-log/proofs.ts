import { EMPTY_ROOT, type Hash, nodeHash } from './tree.ts';

/** Proof checking needs no log and no database: a receipt can be checked by anyone (RFC 9162 §2.1.3.2, §2.1.4.2). */
export function verifyInclusion(
  leaf: { hash: Hash; position: number },
  tree: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (leaf.position < 0 || leaf.position >= tree.size) return false;
  let [fn, sn] = [leaf.position, tree.size - 1];
  let hash = leaf.hash;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(tree.root);
}

type Tree = { size: number; root: Hash };

/** True when the new tree is the old one with leaves added at its end and nothing else. */
export function verifyConsistency(old: Tree, now: Tree, proof: readonly Hash[]): boolean {
  if (old.size > now.size) return false;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  if (old.size === 0) return proof.length === 0 && old.root.equals(EMPTY_ROOT);
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [fn, sn] = [old.size - 1, now.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [oldHash, newHash] = [first, first];
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, half(sn)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && oldHash.equals(old.root) && newHash.equals(now.root);
}

const half = (n: number): number => Math.floor(n / 2);
/** Not a bit trick: positions may pass 2^31, where JavaScript's bit operators turn negative. */
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n)) && 2 ** Math.log2(n) === n;
