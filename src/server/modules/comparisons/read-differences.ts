import { type DifferenceStatus, differenceLifecycle } from '#contracts/comparison-lifecycle.ts';
import type { ComparisonDifference, ComparisonDifferenceRow } from '#contracts/comparisons.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaNames } from '#modules/areas/index.ts';
import { getElder, sayField } from '#modules/elders/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from './db/differences.ts';

type Query = {
  status?: DifferenceStatus | undefined;
  kind?: string | undefined;
  batchId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function listDifferences(ctx: Context, query: Query) {
  const of = { status: query.status ?? null, kind: query.kind ?? null, batchId: query.batchId ?? null };
  const found = await db.listDifferences(ctx, { ...of, limit: query.limit + 1, after: readCursor(query.cursor) });
  const rows = found.slice(0, query.limit);
  ctx.saw(...rows.map(row => row.elder_id));
  const last = rows.at(-1);
  return {
    rows: await listed(ctx, rows),
    nextCursor: found.length > query.limit && last ? cursorOf(last.sort, last.difference_id) : null,
    total: await db.countDifferences(ctx, of),
  };
}

async function listed(ctx: Context, rows: readonly db.ListedDifference[]): Promise<ComparisonDifferenceRow[]> {
  const names = await areaNames(
    ctx,
    rows.map(row => row.area_code),
  );
  return rows.map(row => ({
    ...{ id: row.difference_id, kind: row.kind, elderId: row.elder_id, elderName: row.elder_name },
    ...{ areaCode: row.area_code, areaName: names.get(row.area_code) ?? row.area_code, status: row.status },
    ...{ fieldLabels: row.fields.map(f => labelOfField(f.field)), missing: row.missing },
    ...{ ownerRole: row.owner_role, sender: row.sender },
    ...{ asOf: row.as_of, foundAt: row.found_at, decidedBy: row.decided_by },
    due: dueStateOf(ctx.today, row),
  }));
}

/** Both values of each field beside each other, and what the register says now. */
export async function readDifference(ctx: Context, id: string): Promise<ComparisonDifference> {
  const row = await db.readListed(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条差异，或不在您的辖区');
  ctx.saw(row.elder_id);
  const now = (await getElder(ctx, row.elder_id)) as unknown as Record<string, unknown> | undefined;
  const fields: ComparisonDifference['fields'] = [];
  for (const { field, ours, theirs } of row.fields) {
    const say = (value: unknown) => sayField(ctx, field, value);
    const label = labelOfField(field);
    fields.push({ field, label, ours: await say(ours), theirs: await say(theirs), now: await say(now?.[field]) });
  }
  const [shown] = await listed(ctx, [row]);
  const steps = await readSteps(ctx, id);
  return {
    ...(shown as ComparisonDifferenceRow),
    ...{ batchId: row.batch_id, row: row.row_number, fields, correctionId: row.correction_id, note: row.note },
    ...{ decidedAt: row.decided_at, actions: nextActions(differenceLifecycle, row.status, ctx.actor.role) },
    steps: steps.map(({ at, label, actor: by, note }) => ({ at, label, by, note })),
  };
}
