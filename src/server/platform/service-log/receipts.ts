import { logSize, readNodes, type Sql } from './sql.ts';
import { fullNodes, inclusionProof, nodesForInclusion, rootAt } from './tree.ts';

/** What a person may take home: with the published head it proves that the entry is in the log at this place. */
export type Receipt = {
  entryId: string;
  position: number;
  leafHash: string;
  treeSize: number;
  root: string;
  proof: string[];
};

/** Receipt of an entry in the tree of `treeSize` leaves (a published head's size; now when left out); undefined = not sealed yet. */
export async function receiptOf(sql: Sql, entryId: string, treeSize?: number): Promise<Receipt | undefined> {
  const { rows } = await sql.query<{ position: string | number; leaf_hash: Buffer }>(
    'select position, leaf_hash from service_log_leaves where entry_id = $1',
    [entryId],
  );
  const size = treeSize ?? (await logSize(sql));
  const leaf = rows[0];
  if (!leaf || Number(leaf.position) >= size) return undefined;
  const position = Number(leaf.position);
  const read = await readNodes(sql, [...nodesForInclusion(position, size), ...fullNodes(0, size)]);
  return {
    entryId,
    position,
    leafHash: leaf.leaf_hash.toString('hex'),
    treeSize: size,
    root: rootAt(size, read).toString('hex'),
    proof: inclusionProof(position, size, read).map(h => h.toString('hex')),
  };
}
