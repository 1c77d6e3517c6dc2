import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Keys, loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { canonicalBytes, leafHash } from './canonical.ts';
import { verifyCommand } from './cli.ts';
import type { SignedHead } from './head.ts';
import { verifyInclusion } from './proofs.ts';
import { receiptOf } from './receipts.ts';
import { BrokenLogError, exportHeads, makeHead, readHeadFiles, sealEntries } from './seal.ts';
import type { Sql } from './sql.ts';
import { Frontier } from './tree.ts';
import { verifyLog } from './verify.ts';
import { appendEntry, erasePerson } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinian-service-log-'));
const AREA = '110101001001';
const [ann, bo] = [newId(), newId()] as [string, string];
let database: TestDatabase;
let keys: Keys;
let client: pg.Client;
let clones = 0;

beforeAll(() => {
  keys = loadKeys({ file: join(folder, 'keys', 'keys.json'), dataFolder: join(folder, 'data'), create: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every test has its own database with 20 sealed entries under two heads (12 and 20), the second one exported. */
let heads: SignedHead[];
beforeEach(async () => {
  clones++;
  database = await cloneDatabase();
  client = database.admin;
  // A stand-in with nothing but the key: the log's check asks no more of the register.
  await client.query('drop table if exists elders cascade; create table elders (elder_id uuid primary key)');
  await client.query('grant select on elders to yinian_backup');
  await client.query('insert into elders values ($1), ($2)', [ann, bo]);
  heads = [];
  for (const count of [12, 8]) {
    await asRole('yinian_area', async () => {
      for (let i = 0; i < count; i++) await write(i % 3 === 0 ? bo : ann, { step: i, words: '送餐' });
    });
    await asRole('yinian_batch', () => sealEntries(sql()));
    const head = await asRole('yinian_batch', () =>
      makeHead(sql(), keys.signing, `2025-06-${count === 8 ? 20 : count}T00:30:00.000Z`),
    );
    heads.push(head!);
  }
});
afterEach(() => database.close());

const sql = (): Sql => client as unknown as Sql;
async function asRole<T>(role: string, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local role ${role}`);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
async function write(elderId: string | null, payload: { [k: string]: string | number }): Promise<string> {
  const entryId = newId();
  const subject = { kind: 'order', id: newId() };
  await appendEntry(sql(), {
    entryId,
    elderId,
    areaCode: AREA,
    kind: 'meals.deliver',
    subject,
    payload,
    at: new Date().toISOString(),
  });
  return entryId;
}
const check = (exportedHeads: SignedHead[] = []) =>
  asRole('yinian_backup', () => verifyLog(sql(), { publicKeys: keys.signing.publicKeys, exportedHeads, batch: 7 }));
const entryAt = async (position: number): Promise<string> =>
  (await client.query('select entry_id from service_log_leaves where position = $1', [position])).rows[0].entry_id;
const kindsOf = (report: Awaited<ReturnType<typeof check>>) => report.findings.map(f => f.kind);

/** What an owner can do without the signing key: make leaves, tree and rows agree again after a change. */
async function rehash(): Promise<Frontier> {
  const { rows } = await client.query(
    `select l.position::int as position, e.*, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from service_log_leaves l join service_log_entries e using (entry_id) order by l.position`,
  );
  const frontier = new Frontier();
  await client.query('delete from service_log_nodes; delete from service_log_leaves');
  for (const r of rows) {
    const hash = leafHash(
      r.salt,
      canonicalBytes({
        ...{ entryId: r.entry_id, elderId: r.elder_id, areaCode: r.area_code, kind: r.kind },
        ...{ subject: { kind: r.subject_kind, id: r.subject_id }, payload: r.payload, at: r.at },
      }),
    );
    await client.query('update service_log_entries set leaf_hash = $1 where entry_id = $2', [hash, r.entry_id]);
    await client.query('insert into service_log_leaves values ($1, $2, $3, $4)', [
      frontier.size,
      hash,
      r.entry_id,
      r.elder_id,
    ]);
    for (const n of frontier.append(hash).filter(x => x.level > 0)) {
      const last = (n.index + 1) * 2 ** n.level - 1;
      await client.query('insert into service_log_nodes values ($1, $2, $3, $4)', [n.level, n.index, last, n.hash]);
    }
  }
  return frontier;
}

describe('sealing', () => {
  it('an untouched log has no findings, every entry has a receipt that proves itself against the head', async () => {
    const report = await check(heads);
    expect(report).toEqual({ checked: { leaves: 20, erased: 0, waiting: 0, heads: 2 }, findings: [] });
    for (const position of [0, 7, 11]) {
      const receipt = (await asRole('yinian_family', async () => receiptOf(sql(), await entryIdFor(position), 12)))!;
      const tree = { size: 12, root: Buffer.from(heads[0]!.root, 'hex') };
      const leaf = { hash: Buffer.from(receipt.leafHash, 'hex'), position };
      expect(
        verifyInclusion(
          leaf,
          tree,
          receipt.proof.map(h => Buffer.from(h, 'hex')),
        ),
      ).toBe(true);
    }
  });
  const entryIdFor = async (position: number) =>
    (await client.query('select entry_id from service_log_leaves where position = $1', [position])).rows[0].entry_id;

  it('is idempotent, resumes, and two sealers never both run', async () => {
    expect(await asRole('yinian_batch', () => sealEntries(sql()))).toMatchObject({ sealed: 0, size: 20 });
    await asRole('yinian_public', () => write(null, { n: 1 }));
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    await other.query('begin; set local role yinian_batch');
    expect((await sealEntries(other as unknown as Sql)).sealed).toBe(1);
    expect((await asRole('yinian_batch', () => sealEntries(sql()))).busy).toBe(true);
    await other.query('rollback');
    await other.end();
    expect(await asRole('yinian_batch', () => sealEntries(sql()))).toMatchObject({ sealed: 1, size: 21, busy: false });
    expect((await check(heads)).findings).toEqual([]);
  });
  it('a write that rolls back leaves no entry', async () => {
    const before = (await check()).checked.waiting;
    await asRole('yinian_area', async () => {
      await write(ann, { n: 1 });
      throw new Error('cancelled');
    }).catch(() => undefined);
    expect((await check()).checked.waiting).toBe(before);
  });
  it('no app role may change or remove anything, batch only empties', async () => {
    const tables = ['service_log_entries', 'service_log_leaves', 'service_log_nodes', 'service_log_heads'];
    for (const role of ['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch']) {
      for (const table of tables) {
        const first =
          { service_log_entries: 'kind = kind', service_log_heads: 'tree_size = 0' }[table] ?? 'position = 0';
        const change = first.replace('position', table.endsWith('nodes') ? 'index' : 'position');
        const refused = 'permission denied';
        await expect(asRole(`yinian_${role}`, () => client.query(`update ${table} set ${change}`))).rejects.toThrow(
          refused,
        );
        await expect(asRole(`yinian_${role}`, () => client.query(`delete from ${table}`))).rejects.toThrow(refused);
      }
    }
    const rewrite = () => client.query(`update service_log_entries set payload = '{}', erased_by = entry_id`);
    await expect(asRole('yinian_batch', rewrite)).rejects.toThrow();
  });
});

describe('verify, after the database owner', () => {
  it('S3-16.1 changed a row: names it', async () => {
    const entryId = await entryAt(5);
    await client.query(`update service_log_entries set payload = '{"step":5,"words":"没送"}' where entry_id = $1`, [
      entryId,
    ]);
    expect((await check()).findings).toMatchObject([{ kind: 'changed-row', position: 5, entryId }]);
  });
  it.each(['area_code', 'kind', 'subject_id'])('changed %s alone: names the row', async column => {
    await client.query(`update service_log_entries set ${column} = '9' where entry_id = $1`, [await entryAt(3)]);
    expect((await check()).findings).toMatchObject([{ kind: 'changed-row', position: 3 }]);
  });
  it('removed a row: names it and whose it was', async () => {
    const entryId = await entryAt(6);
    await client.query('delete from service_log_entries where entry_id = $1', [entryId]);
    expect((await check()).findings).toMatchObject([{ kind: 'removed-row', position: 6, entryId, elderId: bo }]);
  });
  it('removed a row with its leaf: names the place', async () => {
    const entryId = await entryAt(6);
    await client.query('delete from service_log_entries where entry_id = $1', [entryId]);
    await client.query('delete from service_log_leaves where entry_id = $1', [entryId]);
    expect((await check()).findings).toMatchObject([{ kind: 'removed-row', position: 6 }]);
  });
  it('removed the tail: names it, and the sealer refuses to go on', async () => {
    await cutTail(15);
    expect((await check()).findings).toMatchObject([{ kind: 'removed-tail', position: 15 }]);
    await asRole('yinian_area', () => write(ann, { n: 1 }));
    await expect(asRole('yinian_batch', () => sealEntries(sql()))).rejects.toThrow(BrokenLogError);
  });
  it('removed the tail and the head that told of it: the exported head names it', async () => {
    await cutTail(15);
    await client.query('delete from service_log_heads where tree_size = 20');
    expect((await check()).findings).toEqual([]);
    const report = await check(heads);
    expect(kindsOf(report)).toEqual(['forged-head', 'removed-tail']);
    expect(report.findings[1]?.say).toContain('第 16 至 20 条');
  });
  it('changed a row and re-hashed everything: the signed heads name the stretch', async () => {
    await client.query(`update service_log_entries set kind = 'x' where entry_id = $1`, [await entryAt(14)]);
    await rehash();
    const report = await check();
    expect(kindsOf(report)).toEqual(['rehashed-log']);
    expect(report.findings[0]?.say).toContain('第 13 至 20 条');
    await expect(asRole('yinian_batch', () => makeHead(sql(), keys.signing, '2025-06-21T00:30:00Z'))).rejects.toThrow(
      '已停止签名',
    );
  });
  it('re-hashed only the leaf: the tree names the pair', async () => {
    const entryId = await entryAt(4);
    await client.query('update service_log_leaves set leaf_hash = $1 where entry_id = $2', [
      Buffer.alloc(32, 1),
      entryId,
    ]);
    await client.query('update service_log_entries set leaf_hash = $1 where entry_id = $2', [
      Buffer.alloc(32, 1),
      entryId,
    ]);
    expect((await check()).findings.find(f => f.kind === 'rehashed-log')?.say).toContain('第 5 至 6 条');
  });
  it('re-hashed and wrote a head of his own: the signature gives him away', async () => {
    await client.query(`update service_log_entries set kind = 'x' where entry_id = $1`, [await entryAt(14)]);
    const root = (await rehash()).root().toString('hex');
    await client.query(
      `update service_log_heads set head = jsonb_set(head, '{root}', to_jsonb($1::text)) where tree_size = 20`,
      [root],
    );
    expect(kindsOf(await check())).toContain('forged-head');
    expect(kindsOf(await check(heads))).toContain('rehashed-log');
  });
  it('removed an elder: names the elder', async () => {
    await client.query('delete from elders where elder_id = $1', [bo]);
    expect((await check()).findings).toMatchObject([{ kind: 'removed-elder', elderId: bo }]);
  });
  it('removed an elder and all entries: names the elder and each entry', async () => {
    await client.query('delete from elders where elder_id = $1', [bo]);
    await client.query('delete from service_log_entries where elder_id = $1', [bo]);
    const { findings } = await check();
    expect(findings.filter(f => f.kind === 'removed-row' && f.elderId === bo)).toHaveLength(7);
    expect(findings.at(-1)).toMatchObject({ kind: 'removed-elder', elderId: bo });
  });
  it('removed a leaf only, or an entry that was still waiting', async () => {
    await client.query('delete from service_log_leaves where position = 19');
    expect(kindsOf(await check())).toEqual(['removed-tail', 'stray-row']);
    const entryId = await asRole('yinian_area', () => write(ann, { n: 1 }));
    await client.query('delete from service_log_entries where entry_id = $1', [entryId]);
    expect((await check()).findings.at(-1)).toMatchObject({ kind: 'removed-row', entryId });
  });
  const cutTail = async (from: number) => {
    await client.query(
      'delete from service_log_entries where entry_id in (select entry_id from service_log_leaves where position >= $1)',
      [from],
    );
    await client.query('delete from service_log_leaves where position >= $1', [from]);
    await client.query('delete from service_log_nodes where last_position >= $1', [from]);
  };
});

describe('erasure', () => {
  const erase = () =>
    erasePerson(sql(), {
      entryId: newId(),
      elderId: bo,
      areaCode: AREA,
      at: new Date().toISOString(),
      because: '本人申请',
    });

  it('by order empties content and salt, and the log stays whole', async () => {
    expect(await asRole('yinian_batch', erase)).toBe(7);
    await asRole('yinian_batch', () => sealEntries(sql()));
    await client.query('delete from elders where elder_id = $1', [bo]);
    const report = await check(heads);
    expect(report.findings).toEqual([]);
    expect(report.checked).toMatchObject({ leaves: 21, erased: 7 });
    const left = await client.query(
      'select count(*)::int as n from service_log_entries where elder_id = $1 and payload is not null',
      [bo],
    );
    expect(left.rows[0].n).toBe(1);
  });
  it('without an order is a finding', async () => {
    const entryId = await entryAt(2);
    await client.query(
      'update service_log_entries set payload = null, salt = null, erased_by = $1 where entry_id = $1',
      [entryId],
    );
    expect((await check()).findings).toMatchObject([{ kind: 'changed-row', entryId }]);
  });
});

describe('yinian service-log verify', () => {
  const run = async (args: string[], headsFolder: string) => {
    const lines: string[] = [];
    const code = await verifyCommand(args, {
      connect: async () => ({ sql: sql(), close: async () => undefined }),
      publicKeys: () => keys.signing.publicKeys,
      headsFolder,
      print: line => lines.push(line),
    });
    return { code, text: lines.join('\n') };
  };
  it('says what it read, names findings, answers json, and knows wrong use', async () => {
    const out = join(folder, `heads-${clones}`);
    expect(await exportHeads(sql(), out)).toHaveLength(2);
    expect(await exportHeads(sql(), out)).toEqual([]);
    expect(readHeadFiles(out)).toEqual(heads);
    const nowhere = join(folder, 'nowhere');
    expect(await run([], out)).toMatchObject({ code: 0, text: expect.stringContaining('没有发现改动') });
    await client.query('delete from service_log_heads');
    expect((await run([], nowhere)).code).toBe(0);
    const found = await run([], out);
    expect(found).toMatchObject({ code: 1, text: expect.stringContaining('【日志头不真】') });
    const file = join(folder, `kept-${clones}.json`);
    writeFileSync(file, JSON.stringify(heads[1]));
    const json = await run(['--json', '--head', file], nowhere);
    expect(JSON.parse(json.text)).toMatchObject({ checked: { leaves: 20 }, findings: [{ kind: 'forged-head' }] });
    expect((await run(['--nonsense'], nowhere)).code).toBe(2);
    writeFileSync(file, '{}');
    expect(await run(['--head', file], nowhere)).toMatchObject({
      code: 2,
      text: expect.stringContaining('不是完整的'),
    });
  });
});
