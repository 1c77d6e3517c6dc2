import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalJson, instantText, leafHash } from './canonical.ts';
import { verifyConsistency, verifyInclusion } from './proofs.ts';
import {
  consistencyProof,
  EMPTY_ROOT,
  Frontier,
  fullNodes,
  type Hash,
  inclusionProof,
  nodeHash,
  nodesForInclusion,
  type ReadNode,
  rootAt,
} from './tree.ts';

const leafOf = (i: number): Hash => createHash('sm3').update(`leaf ${i}`).digest();

/** RFC 6962 §2.1 as it is written, with no cleverness: the thing the fast one is compared with. */
function plainRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
}

function build(size: number) {
  const frontier = new Frontier();
  const nodes = new Map<string, Hash>();
  const roots: Hash[] = [frontier.root()];
  for (let i = 0; i < size; i++) {
    for (const n of frontier.append(leafOf(i))) nodes.set(`${n.level}/${n.index}`, n.hash);
    roots.push(frontier.root());
  }
  const read: ReadNode = n => nodes.get(`${n.level}/${n.index}`);
  return { frontier, nodes, roots, read };
}

describe('merkle tree', () => {
  const size = 70;
  const { roots, read, nodes } = build(size);
  const leaves = Array.from({ length: size }, (_, i) => leafOf(i));

  it('has the root of the plain definition at every size', () => {
    for (let n = 0; n <= size; n++) {
      expect(roots[n]).toEqual(plainRoot(leaves.slice(0, n)));
      expect(rootAt(n, read)).toEqual(roots[n]);
    }
  });
  it('goes on from stored nodes as if it had never stopped', () => {
    for (let n = 0; n < size; n++) {
      const resumed = new Frontier(n, fullNodes(0, n).map(read) as Hash[]);
      resumed.append(leafOf(n));
      expect(resumed.root()).toEqual(roots[n + 1]);
    }
    expect(() => new Frontier(3, [])).toThrow('对不上');
  });
  it('proves every leaf in every tree, and nothing else', () => {
    for (let n = 1; n <= size; n++) {
      for (let p = 0; p < n; p++) {
        const proof = inclusionProof(p, n, read);
        const tree = { size: n, root: roots[n]! };
        expect(verifyInclusion({ hash: leafOf(p), position: p }, tree, proof)).toBe(true);
        expect(verifyInclusion({ hash: leafOf(p + 1), position: p }, tree, proof)).toBe(false);
        if (n > 1) expect(verifyInclusion({ hash: leafOf(p), position: (p + 1) % n }, tree, proof)).toBe(false);
        if (n > 1) expect(verifyInclusion({ hash: leafOf(p), position: p }, tree, proof.slice(1))).toBe(false);
      }
    }
  });
  it('proves that each tree continues each earlier one, and refuses a rewritten one', () => {
    for (let n = 1; n <= size; n++) {
      for (let m = 0; m <= n; m++) {
        const proof = consistencyProof(m, n, read);
        const [old, now] = [
          { size: m, root: roots[m]! },
          { size: n, root: roots[n]! },
        ];
        expect(verifyConsistency(old, now, proof)).toBe(true);
        if (m > 0) expect(verifyConsistency({ ...old, root: leafOf(999) }, now, proof)).toBe(false);
        if (m > 0) expect(verifyConsistency(old, { ...now, root: leafOf(999) }, proof)).toBe(false);
      }
    }
  });
  it('asks for exactly the nodes a proof reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: size }), fc.nat(), (n, seed) => {
        const p = seed % n;
        const few = new Map(
          nodesForInclusion(p, n).map(x => [`${x.level}/${x.index}`, nodes.get(`${x.level}/${x.index}`)]),
        );
        expect(inclusionProof(p, n, x => few.get(`${x.level}/${x.index}`))).toEqual(inclusionProof(p, n, read));
      }),
    );
  });
  it('is right past 2^31 leaves, where bit operators fail', () => {
    expect(fullNodes(0, 2 ** 33 + 1)).toEqual([
      { level: 33, index: 0 },
      { level: 0, index: 2 ** 33 },
    ]);
  });
});

describe('canonical bytes', () => {
  const entry = {
    entryId: '0197a000-0000-7000-8000-000000000009',
    elderId: null,
    areaCode: '110101001001',
    kind: 'orders.complete',
    subject: { kind: 'order', id: 'x' },
    payload: { b: 1, a: [true, null, 'é'] },
    at: '2025-06-20T01:02:03.456Z',
  };
  it('are fixed: this text is version 1 for ever', () => {
    expect(canonicalBytes(entry).toString()).toBe(
      'yinian-service-log/1\n{"areaCode":"110101001001","at":"2025-06-20T01:02:03.456000Z","elderId":null,' +
        '"entryId":"0197a000-0000-7000-8000-000000000009","kind":"orders.complete",' +
        '"payload":{"a":[true,null,"é"],"b":1},"subject":{"id":"x","kind":"order"}}',
    );
  });
  it('do not depend on key order, on the form of accents, or on a round trip through JSON', () => {
    const other = { ...entry, payload: { a: [true, null, 'e\u0301'], b: 1 } };
    expect(canonicalBytes(other)).toEqual(canonicalBytes(entry));
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value as never);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
  it('keep six decimals of an instant and change the leaf with the salt', () => {
    expect(instantText('2025-06-20T09:02:03.456789+08:00'.replace('+08:00', 'Z'))).toBe('2025-06-20T09:02:03.456789Z');
    expect(instantText('2025-06-20T09:02:03+08:00')).toBe('2025-06-20T01:02:03.000000Z');
    const bytes = canonicalBytes(entry);
    expect(leafHash(Buffer.alloc(32), bytes)).not.toEqual(leafHash(Buffer.alloc(32, 1), bytes));
  });
});
