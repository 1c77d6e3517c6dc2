import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { Cycle, CycleRow, Reconciliation, ResultFile } from '#contracts/payments/cycle-nouns.ts';
import { CYCLE_ACTS, cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { gateways } from '#gateways/connected.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as checks from '../db/checks.ts';
import * as db from '../db/cycles.ts';
import { before } from '../db/prepare-lines.ts';
import { payByOf } from '../rules/words.ts';
import { checkOf } from './check-of.ts';
import { refuseSamePerson } from './three-people.ts';

const rowOf = (row: db.ListedCycle): CycleRow => ({
  id: row.cycle_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  month: row.month,
  round: row.round,
  status: row.status,
  people: row.people,
  totalFen: row.total_fen,
  preparedBy: row.prepared_by_name,
  preparedAt: row.prepared_at,
  dueOn: row.due_on,
});

type Asked = { month?: string | undefined; status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readCycles(ctx: Context, asked: Asked) {
  const filter = { month: asked.month ?? null, status: asked.status ?? null };
  const found = await db.listCycles(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.prepared_at, row.cycle_id]);
  return { rows: kept.map(rowOf), nextCursor, total: await db.countCycles(ctx, filter) };
}

const NONE = { n: 0, fen: 0 };
const countFen = ({ n, fen }: { n: number; fen: number }) => ({ count: n, fen: Number(fen) });

/** Sent, paid, failed and waiting transfers of a cycle. */
export async function reconciliationOf(ctx: Context, id: string): Promise<Reconciliation> {
  const { transfers } = await db.sumCycle(ctx, id);
  const of = (status: string) => countFen(transfers.find(row => row.status === status) ?? NONE);
  const [paid, failed, waiting] = [of('paid'), of('failed'), of('sent')];
  const sent = { count: paid.count + failed.count + waiting.count, fen: paid.fen + failed.fen + waiting.fen };
  return { sent, paid, failed, waiting };
}

const resultOf = (row: db.ResultRecord): ResultFile => ({
  ...{ id: row.result_id, fileName: row.file_name, rows: row.rows, paid: row.paid, failed: row.failed },
  ...{ problems: row.problems, takenBy: row.taken_by, takenAt: row.taken_at },
});

/** One cycle with all that is said of it: every figure is summed from its lines and transfers. */
export async function readCycle(ctx: Context, id: string): Promise<Cycle> {
  const row = await db.findListed(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  const sums = await db.sumCycle(ctx, id);
  const former = await db.sumFormer(ctx, { payerCode: row.area_code, month: before(row.month) });
  const drawn = await checks.listChecks(ctx, id);
  ctx.saw(...drawn.map(each => each.elder_id));
  return {
    ...rowOf(row),
    floorMonth: row.floor_month,
    checkedBy: row.checked_by_name,
    checkedAt: row.checked_at,
    lockedBy: row.locked_by_name,
    lockedAt: row.locked_at,
    authorisedBy: row.authorised_by_name,
    authorisedAt: row.authorised_at,
    sentAt: row.sent_at,
    reconciledBy: row.reconciled_by_name,
    reconciledAt: row.reconciled_at,
    note: row.note,
    runId: row.run_id,
    payBy: payByOf(row.month),
    bySchemeKind: sums.parts.map(part => ({ scheme: part.scheme, kind: part.kind, ...countFen(part) })),
    byCause: sums.causes.map(part => ({ cause: part.cause, ...countFen(part) })),
    stopped: countFen(sums.stopped ?? NONE),
    held: countFen(sums.held ?? NONE),
    former: former ? countFen(former) : null,
    file: fileOf(row),
    reconciliation: await reconciliationOf(ctx, id),
    results: (await db.listResults(ctx, id)).map(resultOf),
    checks: drawn.map(checkOf),
    checkSeed: drawn[0]?.seed ?? null,
    bankConnected: gateways().bank.connected,
    steps: await readSteps(ctx, id),
    nextActions: actionsOf(ctx, row),
  };
}

const fileOf = (row: db.CycleRecord): Cycle['file'] =>
  row.file_number && row.file_sm3
    ? {
        number: row.file_number,
        sm3: row.file_sm3,
        count: row.file_count ?? 0,
        fen: row.file_fen ?? 0,
        reference: row.bank_reference,
      }
    : null;

/** The table's steps with its sentences, and the one about the same person. */
function actionsOf(ctx: Context, row: db.CycleRecord): Cycle['nextActions'] {
  const acts: readonly string[] = CYCLE_ACTS;
  return nextActions(cycleLifecycle, row.status, ctx.actor.role)
    .filter(each => acts.includes(each.action))
    .map(each => {
      if (!each.allowed) return each;
      try {
        refuseSamePerson(ctx, row, each.action);
        return each;
      } catch (error) {
        return { ...each, allowed: false, disabledBecause: (error as Error).message };
      }
    });
}
