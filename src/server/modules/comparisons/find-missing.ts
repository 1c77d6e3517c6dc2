import { FULL_LISTS, type FullKind, isFullKind } from '#contracts/comparison-kinds.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { type BatchRow, updateBatch } from './db/batches.ts';
import { listJudged, type NewDifference } from './db/differences.ts';
import { countExpected, type Expected, listExpected, listUnclear } from './db/missing.ts';
import { judgedBefore, openDifferences } from './open-differences.ts';

const PAGE = 500;
/** A list that names less than half of those whom the register expects is no full list (designDefault). */
const LEAST_NAMED = 0.5;
const TOO_FEW_TO_JUDGE = 20;

type Unclear = { ids: ReadonlySet<string>; names: ReadonlySet<string> };

/**
 * One page of the register against a full list, in the caller's transaction: who is not on it becomes work for a person,
 * never by rule. Answers how many were looked at; fewer than a page is the end.
 */
export async function findMissing(ctx: Context, batch: BatchRow): Promise<number> {
  const { kind } = batch;
  if (!isFullKind(kind)) return 0;
  if (batch.swept_to === null) await refusePartial(ctx, batch, kind);
  const page = await listExpected(ctx, batch, { kind, limit: PAGE });
  const absent = page.filter(one => !one.found);
  const unclear = absent.length > 0 ? await unclearOf(ctx, batch) : { ids: new Set(), names: new Set() };
  const isUnsure = (one: Expected) => unclear.ids.has(one.elder_id) || unclear.names.has(one.name);
  const missing = absent.filter(one => !isUnsure(one));
  const known = await listJudged(
    ctx,
    kind,
    missing.map(one => one.elder_id),
  );
  const fresh = missing.map(one => differenceOf(batch, kind, one)).filter(one => isNew(one, known));
  await openDifferences(ctx, fresh);
  await updateBatch(ctx, batch.batch_id, {
    missing: batch.missing + missing.length,
    unsure: batch.unsure + absent.length - missing.length,
    swept_to: page.at(-1)?.elder_id ?? batch.swept_to,
  });
  return page.length;
}
export const isLastPage = (looked: number): boolean => looked < PAGE;

function isNew(one: NewDifference, known: Awaited<ReturnType<typeof listJudged>>): boolean {
  const { open: asked, refused } = judgedBefore(known, one.elder_id, one.fields);
  return !asked && !refused;
}

const differenceOf = (batch: BatchRow, kind: FullKind, one: Expected): NewDifference => ({
  ...{ elder_id: one.elder_id, difference_id: newId(), area_code: one.area_code, elder_name: one.name },
  ...{ batch_id: batch.batch_id, row_number: 0, kind, sender: batch.sender, source_number: null, as_of: batch.as_of },
  fields: [{ field: FULL_LISTS[kind].field, ours: one.ours, theirs: FULL_LISTS[kind].absent }],
  ...{ owner_role: 'community', missing: true },
});

/** Thousands of wrong differences from a part that was called the whole would help nobody. */
async function refusePartial(ctx: Context, batch: BatchRow, kind: FullKind): Promise<void> {
  const { expected, found } = await countExpected(ctx, batch, kind);
  if (expected <= TOO_FEW_TO_JUDGE || found >= expected * LEAST_NAMED) return;
  const said = `档案里${FULL_LISTS[kind].label}的有${expected}人，这份名单只比中${found}人，不像全量名单`;
  throw new DomainError('comparisons.mapping', `${said}；逐行的比对都留着，请核对后按不是全量的再发起，或重新上传`);
}

async function unclearOf(ctx: Context, batch: BatchRow): Promise<Unclear> {
  const rows = await listUnclear(ctx, batch.batch_id);
  const names = rows.flatMap(row => {
    if (!row.sealed || row.maybe?.length) return [];
    const who = open(ctx.keys, { table: 'comparison_rows', elderId: batch.batch_id }, row.sealed) as { name: string };
    return who.name ? [who.name] : [];
  });
  return { ids: new Set(rows.flatMap(row => row.maybe ?? [])), names: new Set(names) };
}
