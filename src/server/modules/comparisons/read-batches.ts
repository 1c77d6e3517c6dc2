import type { ComparisonFeed } from '#contracts/comparison-feeds.ts';
import { COMPARISON_KINDS, DEPARTMENTS } from '#contracts/comparison-kinds.ts';
import type { ComparisonBatch, ComparisonRow, RowOutcome } from '#contracts/comparisons.ts';
import { DomainError } from '#contracts/errors.ts';
import { gateways } from '#gateways/connected.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, pageOf, readCursor } from '#platform/http/paging.ts';
import { open } from '#platform/secrets/seal.ts';
import * as db from './db/batches.ts';
import { listFeeds } from './db/feeds.ts';

const batchOf = (row: db.BatchRow, openDifferences: number): ComparisonBatch => ({
  ...{ id: row.batch_id, kind: row.kind, origin: row.origin, sequence: row.sequence, sender: row.sender },
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), asOf: row.as_of, fileName: row.file_name },
  ...{ fileSays: row.file_says, status: row.status, headings: row.headings, mapping: row.mapping, notes: row.notes },
  counts: {
    ...{ rows: row.rows, matched: row.matched, differs: row.differs },
    ...{ notFound: row.not_found, ambiguous: row.ambiguous, unreadable: row.unreadable },
  },
  ...{ full: row.full_list, missing: row.missing, unsure: row.unsure },
  ...{ openDifferences, runId: row.run_id, by: row.started_by_name, uploadedAt: row.uploaded_at },
  ...{ comparedAt: row.compared_at, error: row.error },
});

export async function readComparison(ctx: Context, id: string): Promise<ComparisonBatch> {
  const row = await db.findBatch(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这一批，或不在您的辖区');
  return batchOf(row, (await db.countOpen(ctx, [id])).get(id) ?? 0);
}

type Paging = { cursor?: string | undefined; limit: number };

export async function listComparisons(ctx: Context, asked: Paging & { kind?: string | undefined }) {
  const { cursor, limit, kind = null } = asked;
  const found = await db.listBatches(ctx, { kind, before: readCursor(cursor), limit: limit + 1 });
  const { kept, nextCursor } = pageOf(found, limit, row => [row.uploaded_at, row.batch_id]);
  const open = await db.countOpen(
    ctx,
    kept.map(row => row.batch_id),
  );
  return { rows: kept.map(row => batchOf(row, open.get(row.batch_id) ?? 0)), nextCursor, total: null };
}

export async function listComparisonRows(
  ctx: Context,
  asked: Paging & { batchId: string; outcome?: RowOutcome | undefined },
) {
  await readComparison(ctx, asked.batchId);
  const after = Number(readCursor(asked.cursor)?.sort ?? 0);
  const found = await db.listRows(ctx, asked.batchId, {
    outcome: asked.outcome ?? null,
    after,
    limit: asked.limit + 1,
  });
  const kept = found.rows.slice(0, asked.limit);
  const last = kept.at(-1);
  ctx.saw(...kept.flatMap(row => row.elder_id ?? []));
  const more = found.rows.length > asked.limit && last;
  return {
    rows: kept.map(row => rowOf(ctx, asked.batchId, row)),
    nextCursor: more ? cursorOf(String(last.row_number), asked.batchId) : null,
    total: found.total,
  };
}

type Who = { name: string; identityMasked: string };

function rowOf(ctx: Context, batchId: string, row: db.ListedRow): ComparisonRow {
  const who = row.sealed
    ? (open(ctx.keys, { table: 'comparison_rows', elderId: batchId }, row.sealed) as Who)
    : { name: row.elder_name ?? '（已不在本辖区）', identityMasked: '' };
  return {
    ...{ row: row.row_number, outcome: row.outcome, elderId: row.elder_id, ...who },
    ...{ because: row.because, differenceId: row.difference_id },
  };
}

/** 交换登记: every kind has a line, also one that never came. */
export async function readFeeds(ctx: Context): Promise<{ connected: boolean; rows: ComparisonFeed[] }> {
  const { connected } = gateways().exchange;
  const known = new Map((await listFeeds(ctx, ctx.actor.areaCode)).map(row => [row.kind, row]));
  const rows = COMPARISON_KINDS.map((kind): ComparisonFeed => {
    const row = known.get(kind);
    return {
      ...{ kind, department: DEPARTMENTS[kind], mode: connected ? 'online' : 'offline' },
      ...{ lastSequence: row?.last_sequence ?? 0, lastAt: row?.last_at ?? null, lastRows: row?.last_rows ?? null },
      ...{ lastError: row?.last_error ?? null, failedAt: row?.failed_at ?? null, batchId: row?.batch_id ?? null },
    };
  });
  return { connected, rows };
}
