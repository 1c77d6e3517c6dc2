import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, type RowScope } from '#platform/database/transaction.ts';
import { batchContext, type Context } from '#platform/http/context.ts';
import { loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { attach, listAttachments, readAttachment, withdrawAttachment } from './attachments.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinian-attachments-'));
const keys = loadKeys({ file: join(folder, 'keys', 'k.json'), dataFolder: join(folder, 'data'), create: true });
let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const clock = { today: '2025-06-20', now: '2025-06-20T02:00:00.000Z', demo: true };
const as = <T>(scope: RowScope, work: (ctx: Context) => Promise<T>) =>
  inTransaction(database.pool, { scope }, tx => work(batchContext(tx, { clock, scope, keys, requestId: newId() })));
const area = (from: string, to: string): RowScope => ({ way: 'area', areaFrom: from, areaTo: to });
const east = area('110101000000', '110102000000');
const west = area('110102000000', '110103000000');

it('is kept, listed, given back and withdrawn by its own area, and does not exist for another', async () => {
  const owner = { kind: 'order', id: newId() };
  const file = { name: '说明.txt', content: Buffer.from('家属签字的说明') };
  const to = { owner, areaCode: '110101001001' };
  const { id } = await as(east, ctx => attach(ctx, folder, { file, to }));
  expect(await as(east, ctx => listAttachments(ctx, owner))).toMatchObject([{ id, name: '说明.txt', bytes: 21 }]);
  expect((await as(east, ctx => readAttachment(ctx, folder, id))).content).toEqual(file.content);
  expect(await as(west, ctx => listAttachments(ctx, owner))).toEqual([]);
  await expect(as(west, ctx => readAttachment(ctx, folder, id))).rejects.toMatchObject({ code: 'platform.not-found' });
  expect(await as(west, ctx => withdrawAttachment(ctx, id))).toBe(false);
  expect(await as(east, ctx => withdrawAttachment(ctx, id))).toBe(true);
  expect(await as(east, ctx => listAttachments(ctx, owner))).toEqual([]);
  await expect(as(west, ctx => attach(ctx, folder, { file, to }))).rejects.toThrow('row-level security');
});
