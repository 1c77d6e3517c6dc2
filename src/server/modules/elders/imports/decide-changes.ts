import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { Role } from '#contracts/roles.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import { alone } from '#platform/database/alone.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import { startRun } from '#platform/runs/runs.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { decideCorrection } from '../corrections/decide-correction.ts';
import { CHECK_WORKING_DAYS } from '../corrections/propose-correction.ts';
import { countByImport, listOpenOfImport } from '../db/corrections.ts';
import * as db from '../db/imports.ts';
import { lockImport } from './read-imports.ts';

export const DecideJob = {
  name: 'elders.decide-import-changes',
  payload: z.object({
    importId: z.string(),
    areaCode: z.string(),
    approve: z.boolean(),
    note: z.string().optional(),
    by: z.object({ accountId: z.string(), postId: z.string(), name: z.string(), role: Role }),
  }),
} as const;
type Payload = z.infer<typeof DecideJob.payload>;

const subjectOf = (row: db.ImportRow) => ({ kind: 'elder-import', id: row.import_id, areaCode: row.area_code });

/** All corrections of a table are one thing to check, owed by whoever answers for the table's area. */
export async function oweCheck(ctx: Context, row: db.ImportRow, waiting: number): Promise<void> {
  await db.updateImport(ctx, row.import_id, { changes_status: 'proposed' });
  const level = areaLevel(row.area_code);
  await openDuty(ctx, subjectOf(row), {
    ...{ forRole: level === 'city' || level === 'district' ? level : 'street', withinWorkingDays: CHECK_WORKING_DAYS },
    ...{ kindLabel: '核对更正', actionLabel: '去核对', path: `/desk/elders/imports/${row.import_id}` },
    title: `核对“${row.file_name}”带来的更正，${waiting}件`,
    reason: `${row.started_by_name}导入，来源：${row.sender}`,
  });
}

/** The second person decides on the whole table; what others changed meanwhile stays open, to be looked at one by one. */
export async function startDecision(
  ctx: Context,
  id: string,
  body: { approve: boolean; note?: string | undefined },
): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row.changes_status !== 'proposed')
    throw new DomainError('platform.wrong-state', '这份表没有等着核对的更正，或正在按核对的结果办');
  if (row.started_by === ctx.actor.accountId) throw new DomainError('elders.same-person');
  const { accountId, postId, name, role } = ctx.actor;
  const { approve, note } = body;
  const payload = { importId: id, areaCode: row.area_code, approve, by: { accountId, postId, name, role } };
  const title = approve ? `更正“${row.file_name}”带来的各项` : `退回“${row.file_name}”带来的更正`;
  const runId = await startRun(ctx, DecideJob, {
    payload: { ...payload, ...(note && { note }) },
    about: { title, path: `/desk/elders/imports/${id}`, areaCode: row.area_code },
  });
  await db.updateImport(ctx, id, { changes_status: 'deciding', run_id: runId });
  await record(ctx, {
    ...{ action: 'elders.decide-import-changes', subject: { kind: 'elder-import', id }, areaCode: row.area_code },
    ...{ note: note ?? '核对无误', after: { approve } },
  });
}

const A_PAGE = 50;

/** The job: page by page, each of its own; decided once, wherever the process was killed. */
export async function runDecision(tools: JobTools, of: Payload): Promise<void> {
  const inArea = <T>(work: (ctx: Context, row: db.ImportRow) => Promise<T>) =>
    tools.inArea(of.areaCode, '核对一份表带来的更正', async batch => {
      const row = await db.findImport(batch, of.importId);
      return row?.changes_status === 'deciding' ? work(asDecider(batch, of), row) : undefined;
    });
  const open = await inArea(async ctx => (await countByImport(ctx, [of.importId])).get(of.importId)?.proposed ?? 0);
  let after: string | null = null;
  for (let done = 0; ; ) {
    const page = await inArea(ctx => decidePage(ctx, of, after));
    after = page?.at(-1) ?? null;
    if (!page || after === null) break;
    done += page.length;
    if (!(await tools.progress(Math.min(done, (open ?? 0) - 1), open ?? 0, `已核对 ${done} 件`))) return;
  }
  await inArea((ctx, row) => finish(ctx, row, of));
}

const asDecider = (batch: Context, { areaCode, by }: Payload): Context =>
  inTheNameOf(batch, {
    ...{ area_code: areaCode, started_by: by.accountId, started_by_post: by.postId },
    ...{ started_by_name: by.name, started_by_role: by.role },
  });

async function decidePage(ctx: Context, of: Payload, after: string | null): Promise<string[]> {
  const page = await listOpenOfImport(ctx, of.importId, { after, limit: A_PAGE });
  for (const { correction_id: id, version } of page) {
    try {
      await alone(ctx, () => decideCorrection(ctx, id, { approve: of.approve, version, choices: {}, note: of.note }));
    } catch (error) {
      // Changed by others meanwhile, or the person has died or left: stays open.
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return page.map(row => row.correction_id);
}

async function finish(ctx: Context, row: db.ImportRow, of: Payload): Promise<void> {
  const {
    proposed = 0,
    applied = 0,
    refused = 0,
  } = (await countByImport(ctx, [row.import_id])).get(row.import_id) ?? {};
  await closeDuties(ctx, row.import_id);
  if (proposed > 0) await oweCheck(ctx, row, proposed);
  else await db.updateImport(ctx, row.import_id, { changes_status: 'decided' });
  await record(ctx, {
    ...{ action: 'elders.import-changes-decided', subject: { kind: 'elder-import', id: row.import_id } },
    ...{ areaCode: row.area_code, after: { proposed, applied, refused } },
  });
  await notify(ctx, {
    ...{ toAccountId: row.started_by, template: 'correction.decided' as const },
    values: {
      what: `“${row.file_name}”里的${applied + refused}件`,
      result: of.approve ? `更正了${applied}件` : '没有更正',
      next: of.note ? `说明：${of.note}` : '',
      path: `/desk/elders/imports/${row.import_id}`,
    },
    about: { kind: 'elder-import', id: row.import_id },
    areaCode: row.area_code,
  });
}

/** Stopped or failed: what is decided stays, the rest waits for a second person as before. */
export async function endDecisionEarly(tools: JobTools, of: Payload, _how: EarlyEnd): Promise<void> {
  await tools.inArea(of.areaCode, '核对没有办完', async ctx => {
    const row = await db.findImport(ctx, of.importId, true);
    if (row?.changes_status === 'deciding') await db.updateImport(ctx, of.importId, { changes_status: 'proposed' });
  });
}
