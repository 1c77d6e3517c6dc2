import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SigningKeys } from '../secrets/keys.ts';
import { headFileName, headHash, SignedHead, signHead } from './head.ts';
import { logSize, readNodes, SEALER_LOCK, type Sql } from './sql.ts';
import { Frontier, fullNodes, type Hash, type NodeRow, rootAt } from './tree.ts';

/** The sealer met a log that does not fit what was signed before. It stops: going on would sign over the traces. */
export class BrokenLogError extends Error {
  override readonly name = 'BrokenLogError';
}

/**
 * Gives positions to waiting entries in order and grows the tree; run inside a transaction, as the batch role.
 * Two runs at once: the second answers `busy`. A run that is cut off leaves nothing behind. `sealed` = entries placed.
 */
export async function sealEntries(sql: Sql, limit = 5000): Promise<{ sealed: number; size: number; busy: boolean }> {
  if (!(await takeLock(sql))) return { sealed: 0, size: 0, busy: true };
  const frontier = await loadFrontier(sql);
  const { rows } = await sql.query<Waiting>(
    `select p.queue_no, e.entry_id, e.elder_id, e.leaf_hash from service_log_pending p
     join service_log_entries e on e.entry_id = p.entry_id order by p.queue_no limit $1`,
    [limit],
  );
  if (rows.length === 0) return { sealed: 0, size: frontier.size, busy: false };
  const from = frontier.size;
  const nodes = rows.flatMap(row => frontier.append(row.leaf_hash)).filter(n => n.level > 0);
  await insertLeaves(sql, from, rows);
  await insertNodes(sql, nodes);
  await sql.query('delete from service_log_pending where queue_no = any ($1::bigint[])', [rows.map(r => r.queue_no)]);
  return { sealed: rows.length, size: frontier.size, busy: false };
}

type Waiting = { queue_no: string | number; entry_id: string; elder_id: string | null; leaf_hash: Buffer };

/**
 * Signs the log as it stands and stores the head; undefined when another run holds the lock. Same transaction rules.
 * Before signing it checks that the last signed tree is still the beginning of this one.
 */
export async function makeHead(sql: Sql, signing: SigningKeys, at: string): Promise<SignedHead | undefined> {
  if (!(await takeLock(sql))) return undefined;
  const frontier = await loadFrontier(sql);
  const previous = await latestHead(sql);
  if (previous) await refuseRewritten(sql, previous);
  const head = signHead(signing, { size: frontier.size, root: frontier.root() }, { at, previous });
  await sql.query(
    'insert into service_log_heads (head_hash, tree_size, at, head) values ($1, $2, $3::timestamptz, $4::jsonb)',
    [Buffer.from(headHash(head), 'hex'), head.treeSize, head.at, JSON.stringify(head)],
  );
  return head;
}

/** Writes every head that has no file yet into the folder (whole or not at all); returns the new file names. */
export async function exportHeads(sql: Sql, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const { rows } = await sql.query<{ head: unknown }>('select head from service_log_heads order by at, tree_size');
  const written: string[] = [];
  for (const row of rows) {
    const head = SignedHead.parse(row.head);
    const file = join(folder, headFileName(head));
    if (existsSync(file)) continue;
    const fd = openSync(`${file}.draft`, 'w', 0o644);
    writeSync(fd, `${JSON.stringify(head, null, 2)}\n`);
    fsyncSync(fd);
    closeSync(fd);
    renameSync(`${file}.draft`, file);
    written.push(headFileName(head));
  }
  return written;
}

/** Heads that left the database, from files; a file that is no head throws, for it may be the one that mattered. */
export function readHeadFiles(folder: string): SignedHead[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(name => name.endsWith('.json'));
  return files.sort().map(name => readHeadFile(join(folder, name)));
}

export function readHeadFile(file: string): SignedHead {
  try {
    return SignedHead.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} 不是完整的服务日志头文件`);
  }
}

export async function latestHead(sql: Sql): Promise<SignedHead | null> {
  const { rows } = await sql.query<{ head: unknown }>(
    'select head from service_log_heads order by at desc, tree_size desc limit 1',
  );
  return rows[0] ? SignedHead.parse(rows[0].head) : null;
}

async function takeLock(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [SEALER_LOCK]);
  return rows[0]?.got === true;
}

async function loadFrontier(sql: Sql): Promise<Frontier> {
  const size = await logSize(sql);
  const head = await latestHead(sql);
  if (head && head.treeSize > size) {
    throw new BrokenLogError(
      `服务日志只剩 ${size} 条，而已签名的日志头记着 ${head.treeSize} 条：末尾被删过，请先运行 yinian service-log verify`,
    );
  }
  const nodes = fullNodes(0, size);
  const read = await readNodes(sql, nodes);
  const hashes = nodes.map(read).filter((h): h is Hash => h !== undefined);
  if (hashes.length < nodes.length)
    throw new BrokenLogError('服务日志的树缺了节点，请先运行 yinian service-log verify');
  return new Frontier(size, hashes);
}

async function refuseRewritten(sql: Sql, previous: SignedHead): Promise<void> {
  const read = await readNodes(sql, fullNodes(0, previous.treeSize));
  if (rootAt(previous.treeSize, read).toString('hex') !== previous.root) {
    throw new BrokenLogError('服务日志与上一次签名的日志头对不上，已停止签名，请先运行 yinian service-log verify');
  }
}

async function insertLeaves(sql: Sql, from: number, rows: readonly Waiting[]): Promise<void> {
  await sql.query(
    `insert into service_log_leaves (position, leaf_hash, entry_id, elder_id)
     select $1::bigint + t.n - 1, decode(t.hash, 'hex'), t.entry_id, t.elder_id
     from unnest($2::text[], $3::uuid[], $4::uuid[]) with ordinality as t (hash, entry_id, elder_id, n)`,
    [from, rows.map(r => r.leaf_hash.toString('hex')), rows.map(r => r.entry_id), rows.map(r => r.elder_id)],
  );
}

async function insertNodes(sql: Sql, nodes: readonly NodeRow[]): Promise<void> {
  await sql.query(
    `insert into service_log_nodes (level, index, last_position, hash)
     select t.level, t.index, (t.index + 1) * (2 ^ t.level)::bigint - 1, decode(t.hash, 'hex')
     from unnest($1::smallint[], $2::bigint[], $3::text[]) as t (level, index, hash)`,
    [nodes.map(n => n.level), nodes.map(n => n.index), nodes.map(n => n.hash.toString('hex'))],
  );
}
