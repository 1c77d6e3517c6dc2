import {
  type Agreement,
  type AgreementRecord,
  type AgreementStatus,
  type AgreementSubject,
  agreementLifecycle,
} from '#contracts/agreements.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { Assignment } from '#contracts/tasks.ts';
import { areaName } from '#modules/areas/index.ts';
import { partsOfPapers } from '#modules/tasks/index.ts';
import { listAttachments } from '#platform/files/attachments.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from './db.ts';
import { OWNER } from './files.ts';
import { expiryOf } from './rules.ts';

type Part = Assignment & { documentId: string };

const rowOf = (ctx: Context, row: db.AgreementRow, parts: readonly Part[]): Agreement => ({
  ...{ id: row.agreement_id, areaCode: row.area_code, areaName: areaName(row.area_code), title: row.title },
  ...{ subject: row.subject, parties: row.parties, signedOn: row.signed_on, endsOn: row.ends_on },
  ...{ meeting: row.meeting, meetingNumber: row.meeting_number, status: row.status },
  expiry: expiryOf({ status: row.status, endsOn: row.ends_on }, ctx.today),
  tasks: parts
    .filter(part => part.documentId === row.agreement_id)
    .map(part => ({
      ...{ id: part.taskId, assignmentId: part.id, title: part.title, unitName: part.unitName },
      ...{ dueOn: part.dueOn, dueWords: part.dueWords, status: part.status, progress: part.progress },
    })),
});

type Asked = { subject?: AgreementSubject | undefined; status?: AgreementStatus | undefined };
export async function listAgreements(ctx: Context, asked: Asked & { cursor?: string | undefined; limit: number }) {
  const of = { subject: asked.subject ?? null, status: asked.status ?? null };
  const found = await db.listAgreements(ctx, { ...of, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.signed_on, row.agreement_id]);
  const parts = await partsOfPapers(
    ctx,
    kept.map(row => row.agreement_id),
  );
  return { rows: kept.map(row => rowOf(ctx, row, parts)), nextCursor, total: await db.countAgreements(ctx, of) };
}

export async function getAgreement(ctx: Context, id: string, lock = false): Promise<db.AgreementRow> {
  const row = await db.findAgreement(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份协议，或不在您的辖区');
  return row;
}

export async function readAgreement(ctx: Context, id: string): Promise<AgreementRecord> {
  const row = await getAgreement(ctx, id);
  const own = row.area_code === ctx.actor.areaCode;
  return {
    ...rowOf(ctx, row, await partsOfPapers(ctx, [id])),
    ...{ summary: row.summary, endedOn: row.ended_on, note: row.note, registeredBy: row.made_by_name },
    files: (await listAttachments(ctx, { kind: OWNER, id })).map(file => ({ id: file.id, name: file.name })),
    steps: await readSteps(ctx, id),
    nextActions: nextActions(agreementLifecycle, row.status, ctx.actor.role).map(each =>
      own ? each : { ...each, allowed: false, disabledBecause: `由${areaName(row.area_code)}民政部门办理` },
    ),
  };
}
