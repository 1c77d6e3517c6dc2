import type { KeyObject } from 'node:crypto';
import { checkEntry, type ErasureClaim, type LeafRow, refuseUnfoundedErasures } from './check-entry.ts';
import type { Finding, Report } from './findings.ts';
import { headHash, headIsGenuine, SignedHead } from './head.ts';
import { logSize, type Sql } from './sql.ts';
import { Frontier, type NodeRow } from './tree.ts';

export type VerifyWith = {
  /** Keys the caller trusts (key file or published PEM); never taken from a head. */
  publicKeys: ReadonlyMap<string, KeyObject>;
  /** Heads that left the database. Without any, an owner who rewrites everything and signs again cannot be caught. */
  exportedHeads?: readonly SignedHead[];
  /** Ids of people that the log knows and the register no longer has; default looks into `elders` when it is there. */
  missingPeople?: (sql: Sql) => Promise<{ elderId: string; entries: number }[]>;
  batch?: number;
};

type Run = { sql: Sql; findings: Finding[]; heads: SignedHead[]; lastGood: number; broken: boolean };

/**
 * Reads the whole log once, in order, and names what does not fit: entry against leaf, leaf against tree, tree against
 * heads, people against the register. Read only; wants one snapshot (repeatable read) and a role that sees all rows.
 */
export async function verifyLog(sql: Sql, using: VerifyWith): Promise<Report> {
  const findings: Finding[] = [];
  const size = await logSize(sql);
  const heads = await gatherHeads(sql, using, findings);
  reportTail(size, heads, findings);
  const run: Run = { sql, findings, heads, lastGood: 0, broken: false };
  const read = await walk(run, { size, batch: using.batch ?? 5000 });
  const waiting = await checkUnplaced(sql, findings);
  await checkPeople(sql, using.missingPeople ?? missingElders, findings);
  return { checked: { ...read, waiting, heads: heads.length }, findings };
}

/** Heads that are genuine, smallest tree first; all others become findings. */
async function gatherHeads(sql: Sql, using: VerifyWith, findings: Finding[]): Promise<SignedHead[]> {
  const { rows } = await sql.query<{ head: unknown }>('select head from service_log_heads order by at, tree_size');
  const stored = rows.map(r => SignedHead.safeParse(r.head)).map(p => (p.success ? p.data : undefined));
  const known = new Map<string, SignedHead>();
  let previous: string | null = null;
  for (const head of stored) {
    if (!head || !headIsGenuine(head, using.publicKeys)) {
      findings.push({ kind: 'forged-head', say: `库里 ${head?.at ?? '一份'} 的日志头签名不对，不是本系统签的` });
      continue;
    }
    if (head.previousHeadHash !== previous) {
      findings.push({ kind: 'forged-head', say: `库里 ${head.at} 的日志头接不上前一份，中间少了或换了日志头` });
    }
    previous = headHash(head);
    known.set(previous, head);
  }
  for (const head of using.exportedHeads ?? []) {
    if (!headIsGenuine(head, using.publicKeys)) {
      findings.push({ kind: 'forged-head', say: `文件里 ${head.at} 的日志头签名不对，不能用来核对` });
    } else if (!known.has(headHash(head))) {
      findings.push({ kind: 'forged-head', say: `${head.at} 已对外发布的日志头（${head.treeSize} 条）在库里没有了` });
      known.set(headHash(head), head);
    }
  }
  return [...known.values()].sort((a, b) => a.treeSize - b.treeSize);
}

function reportTail(size: number, heads: readonly SignedHead[], findings: Finding[]): void {
  const longest = heads.at(-1);
  if (!longest || longest.treeSize <= size) return;
  const say = `末尾被删：${longest.at} 签名时有 ${longest.treeSize} 条，现在只有 ${size} 条，少了第 ${size + 1} 至 ${longest.treeSize} 条`;
  findings.push({ kind: 'removed-tail', say, position: size });
}

async function walk(run: Run, over: { size: number; batch: number }): Promise<{ leaves: number; erased: number }> {
  const frontier = new Frontier();
  const claims: ErasureClaim[] = [];
  const orders = new Map<string, Set<string>>();
  const heads = [...run.heads];
  const compareHeads = () => {
    while (heads[0] && heads[0].treeSize <= frontier.size) compareHead(run, frontier, heads.shift() as SignedHead);
  };
  let leaves = 0;
  compareHeads();
  for (let from = 0; from < over.size; from += over.batch) {
    const rows = await readLeaves(run.sql, from, from + over.batch);
    const nodes = await readStoredNodes(run.sql, from, from + over.batch);
    reportGaps(run, rows, { from, to: Math.min(from + over.batch, over.size) });
    for (const row of rows) {
      leaves++;
      checkEntry(row, { findings: run.findings, claims, orders });
      if (run.broken) continue;
      compareNodes(run, frontier.append(row.leaf_hash), nodes);
      compareHeads();
    }
  }
  refuseUnfoundedErasures(claims, orders, run.findings);
  return { leaves, erased: claims.length };
}

async function readLeaves(sql: Sql, from: number, to: number): Promise<LeafRow[]> {
  const { rows } = await sql.query<LeafRow>(
    `select l.position::float8 as position, l.leaf_hash, l.entry_id, l.elder_id as leaf_elder_id, e.entry_id is not null as present,
       e.elder_id, e.area_code, e.kind, e.subject_kind, e.subject_id, e.payload, e.salt, e.leaf_hash as entry_hash,
       e.version, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.erased_by
     from service_log_leaves l left join service_log_entries e on e.entry_id = l.entry_id
     where l.position >= $1 and l.position < $2 order by l.position`,
    [from, to],
  );
  return rows;
}

async function readStoredNodes(sql: Sql, from: number, to: number): Promise<Map<string, Buffer>> {
  const { rows } = await sql.query<{ level: number; index: string | number; hash: Buffer }>(
    'select level, index, hash from service_log_nodes where last_position >= $1 and last_position < $2',
    [from, to],
  );
  return new Map(rows.map(r => [`${r.level}/${r.index}`, r.hash]));
}

/** Missing positions break every hash to their right, so the tree is not followed past the first gap. */
function reportGaps(run: Run, rows: readonly LeafRow[], range: { from: number; to: number }): void {
  let expected = range.from;
  const gap = (to: number) => {
    if (to <= expected) return;
    const which = to - expected === 1 ? `第 ${to} 条` : `第 ${expected + 1} 至 ${to} 条`;
    run.findings.push({ kind: 'removed-row', say: `${which}连同它在树上的位置被删`, position: expected });
    run.broken = true;
  };
  for (const row of rows) {
    gap(row.position);
    expected = row.position + 1;
  }
  gap(range.to);
}

/** Stored nodes place a re-hashed leaf to within two rows; only the first, lowest difference says anything new. */
function compareNodes(run: Run, made: readonly NodeRow[], stored: ReadonlyMap<string, Buffer>): void {
  for (const node of made.filter(n => n.level > 0)) {
    if (stored.get(`${node.level}/${node.index}`)?.equals(node.hash)) continue;
    const [first, last] = [node.index * 2 ** node.level, (node.index + 1) * 2 ** node.level];
    const say = `第 ${first + 1} 至 ${last} 条的叶子与树上存的哈希对不上，有人改了记录并重算了哈希`;
    if (!run.findings.some(f => f.kind === 'rehashed-log'))
      run.findings.push({ kind: 'rehashed-log', say, position: first });
    return;
  }
}

function compareHead(run: Run, frontier: Frontier, head: SignedHead): void {
  if (head.treeSize === frontier.size && frontier.root().toString('hex') === head.root) {
    run.lastGood = head.treeSize;
    return;
  }
  const since = `第 ${run.lastGood + 1} 至 ${head.treeSize} 条`;
  const say = `日志被重算：${since}与 ${head.at} 签名的日志头对不上，这一段里有记录被改过`;
  run.findings.push({ kind: 'rehashed-log', say, position: run.lastGood });
}

/** Entries with neither leaf nor place in the queue, and queue places without entry. Returns how many rightly wait. */
async function checkUnplaced(sql: Sql, findings: Finding[]): Promise<number> {
  const stray = await sql.query<{ entry_id: string; kind: string }>(
    `select e.entry_id, e.kind from service_log_entries e
     where not exists (select from service_log_leaves l where l.entry_id = e.entry_id)
       and not exists (select from service_log_pending p where p.entry_id = e.entry_id) limit 1000`,
  );
  for (const row of stray.rows) {
    const say = `记录 ${row.entry_id}（${row.kind}）不在树上也不在等候队列里，它的位置被删过`;
    findings.push({ kind: 'stray-row', say, entryId: row.entry_id });
  }
  const queue = await sql.query<{ entry_id: string; present: boolean }>(
    `select p.entry_id, e.entry_id is not null as present from service_log_pending p
     left join service_log_entries e on e.entry_id = p.entry_id`,
  );
  for (const row of queue.rows.filter(r => !r.present)) {
    findings.push({ kind: 'removed-row', say: `记录 ${row.entry_id} 在编入日志之前被删`, entryId: row.entry_id });
  }
  return queue.rows.length;
}

async function checkPeople(sql: Sql, missing: NonNullable<VerifyWith['missingPeople']>, findings: Finding[]) {
  for (const { elderId, entries } of await missing(sql)) {
    const say = `老人 ${elderId} 的档案被删：日志里有其 ${entries} 条记录，也没有依法删除的记录`;
    findings.push({ kind: 'removed-elder', say, elderId });
  }
}

/** A person erased by order keeps an erasure entry and is not missing. */
async function missingElders(sql: Sql): Promise<{ elderId: string; entries: number }[]> {
  const { rows } = await sql.query<{ there: boolean }>("select to_regclass('elders') is not null as there");
  if (!rows[0]?.there) return [];
  const gone = await sql.query<{ elder_id: string; entries: number }>(
    `select l.elder_id, count(*)::int as entries from service_log_leaves l
     left join elders p on p.elder_id = l.elder_id
     where l.elder_id is not null and p.elder_id is null
       and not exists (select from service_log_entries e where e.elder_id = l.elder_id and e.kind = 'service-log.erase')
     group by l.elder_id order by l.elder_id limit 1000`,
  );
  return gone.rows.map(r => ({ elderId: r.elder_id, entries: r.entries }));
}
