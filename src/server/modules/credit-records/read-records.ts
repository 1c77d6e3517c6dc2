import type { CreditKind, CreditRecord, CreditSubjectKind, SharingScope } from '#contracts/credit-records.ts';
import { gateways } from '#gateways/connected.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import * as db from './db.ts';
import { batchOf } from './write-batch.ts';

const recordOf = (row: db.RecordRow): CreditRecord => ({
  ...{ id: row.record_id, department: row.department, sourceNumber: row.source_number, kind: row.kind },
  ...{ subjectKind: row.subject_kind, subjectId: row.subject_id, subjectName: row.subject_name, content: row.content },
  ...{ happenedOn: row.happened_on, collectedAt: row.collected_at, scope: row.scope },
});

type Paging = { cursor?: string | undefined; limit: number };
type Asked = {
  kind?: CreditKind | undefined;
  subjectKind?: CreditSubjectKind | undefined;
  scope?: SharingScope | undefined;
  name?: string | undefined;
};
export async function listRecords(ctx: Context, asked: Asked & Paging) {
  const { kind = null, subjectKind = null, scope = null } = asked;
  const of = { kind, subjectKind, scope, name: asked.name || null };
  const found = await db.listRecords(ctx, { ...of, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.collected_at, row.record_id]);
  return { rows: kept.map(recordOf), nextCursor, total: await db.countRecords(ctx, of) };
}

export async function listOf(ctx: Context, subjectId: string) {
  return { rows: (await db.listOf(ctx, subjectId)).map(recordOf) };
}

export async function listBatches(ctx: Context, asked: Paging) {
  const found = await db.listBatches(ctx, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.brought_at, row.batch_id]);
  return { rows: kept.map(batchOf), nextCursor, total: null, connected: gateways().exchange.connected };
}
