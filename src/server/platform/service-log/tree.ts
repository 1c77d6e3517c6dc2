import { createHash } from 'node:crypto';

/** Merkle tree of RFC 6962 / RFC 9162 §2.1 with SM3 for SHA-256. A node (level, index) covers 2^level leaves from index·2^level. */
export type Hash = Buffer;
export type NodeId = { level: number; index: number };
export type NodeRow = NodeId & { hash: Hash };
/** Answers a stored full node; throws or returns undefined when it is not there. */
export type ReadNode = (node: NodeId) => Hash | undefined;

export const EMPTY_ROOT: Hash = createHash('sm3').digest();

export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sm3')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}

/** The full subtrees, left to right, that together cover leaves [start, end); `start` must be a multiple of their size. */
export function fullNodes(start: number, end: number): NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at + 2 ** (level + 1) <= end && at % 2 ** (level + 1) === 0) level++;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Hash of a range from its full nodes: folded from the right, as RFC 6962 splits at the largest power of two. */
function fold(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (!last) return EMPTY_ROOT;
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** The right edge of a tree: the hashes of `fullNodes(0, size)`. All that appending needs to know. */
export class Frontier {
  size: number;
  readonly #hashes: Hash[];

  constructor(size = 0, hashes: readonly Hash[] = []) {
    if (hashes.length !== fullNodes(0, size).length) throw new Error('服务日志的树与它的大小对不上');
    this.size = size;
    this.#hashes = [...hashes];
  }

  /** Adds one leaf and returns every node that became full, the leaf (level 0) first. */
  append(leaf: Hash): NodeRow[] {
    const made: NodeRow[] = [{ level: 0, index: this.size, hash: leaf }];
    let hash = leaf;
    for (let level = 1, rest = this.size; rest % 2 === 1; level++, rest = (rest - 1) / 2) {
      hash = nodeHash(this.#hashes.pop() as Hash, hash);
      made.push({ level, index: Math.floor(this.size / 2 ** level), hash });
    }
    this.#hashes.push(hash);
    this.size++;
    return made;
  }

  root(): Hash {
    return fold(this.#hashes);
  }
}

type Range = readonly [start: number, end: number];

/** Sibling ranges of a leaf, nearest first (RFC 6962 §2.1.1 PATH). */
function inclusionRanges(position: number, [start, end]: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + split(end - start);
  return position < middle
    ? [...inclusionRanges(position, [start, middle]), [middle, end]]
    : [...inclusionRanges(position, [middle, end]), [start, middle]];
}

/** RFC 6962 §2.1.2 SUBPROOF; `whole` says that the old tree's root is known to the asker for this range. */
function consistencyRanges(old: number, [start, end]: Range, whole: boolean): Range[] {
  const size = end - start;
  if (old === size) return whole ? [] : [[start, end]];
  const k = split(size);
  const middle = start + k;
  return old <= k
    ? [...consistencyRanges(old, [start, middle], whole), [middle, end]]
    : [...consistencyRanges(old - k, [middle, end], false), [start, middle]];
}

/** Largest power of two smaller than `size` (size ≥ 2). */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** Which stored nodes a proof needs, so that a database answers them in one query. */
export function nodesForInclusion(position: number, size: number): NodeId[] {
  return inclusionRanges(position, [0, size]).flatMap(([a, b]) => fullNodes(a, b));
}
export function nodesForConsistency(oldSize: number, size: number): NodeId[] {
  if (oldSize === 0) return [];
  return consistencyRanges(oldSize, [0, size], true).flatMap(([a, b]) => fullNodes(a, b));
}

const hashOf = (read: ReadNode, [start, end]: Range): Hash =>
  fold(
    fullNodes(start, end).map(node => {
      const hash = read(node);
      if (!hash) throw new Error(`服务日志缺少第 ${node.level} 层第 ${node.index} 个节点`);
      return hash;
    }),
  );

export function rootAt(size: number, read: ReadNode): Hash {
  return hashOf(read, [0, size]);
}

export function inclusionProof(position: number, size: number, read: ReadNode): Hash[] {
  if (position < 0 || position >= size) throw new Error(`第 ${position} 条不在大小为 ${size} 的日志里`);
  return inclusionRanges(position, [0, size]).map(range => hashOf(read, range));
}

export function consistencyProof(oldSize: number, size: number, read: ReadNode): Hash[] {
  if (oldSize > size) throw new Error('旧日志比新日志长');
  return oldSize === 0 ? [] : consistencyRanges(oldSize, [0, size], true).map(range => hashOf(read, range));
}
