import { DomainError } from '#contracts/errors.ts';
import {
  documentLifecycle,
  type PolicyDocument,
  REVIEW_VALUES,
  type ReviewItem,
  type ReviewKind,
} from '#contracts/policies/documents.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from './db.ts';
import { documentAnswer, itemOf } from './document-answer.ts';

type Where = { documentId: string; itemId: string };
type Decision = { decision: 'confirm' | 'correct' | 'reject' | 'reopen'; value?: unknown };

const STATES = { confirm: 'confirmed', correct: 'corrected', reject: 'rejected', reopen: 'pending' } as const;

/** One piece is confirmed, corrected (with the reviewer's value), rejected as 不是, or opened again. */
export async function decideItem(ctx: Context, where: Where, form: Decision): Promise<ReviewItem> {
  const document = await openDocument(ctx, where.documentId);
  const item = await db.findItem(ctx, where);
  if (!item) throw new DomainError('platform.not-found');
  const decided = decidedValue(item, form);
  const state = STATES[form.decision];
  await db.decideItem(ctx, where.itemId, { state, decided });
  await record(ctx, {
    action: `policies.${form.decision}`,
    subject: { kind: 'policy-review-item', id: where.itemId },
    areaCode: document.area_code,
    before: { state: item.state },
    after: { state, ...(form.decision === 'correct' ? { value: decided } : {}) },
  });
  return itemOf({ ...item, state, decided, decided_by_name: state === 'pending' ? null : ctx.actor.name });
}

function decidedValue(item: db.ItemRow, form: Decision): unknown {
  if (form.decision === 'reject' || form.decision === 'reopen') return null;
  if (form.decision === 'confirm') return item.proposed;
  const parsed = REVIEW_VALUES[item.kind as ReviewKind].safeParse(form.value);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map(issue => [issue.path.join('.'), issue.message]));
  throw new DomainError('platform.invalid-input', Object.values(fields)[0], fields);
}

async function openDocument(ctx: Context, id: string): Promise<db.DocumentRow> {
  const document = await db.findDocument(ctx, id);
  if (!document) throw new DomainError('platform.not-found');
  if (document.status !== 'in-review') throw new DomainError('policies.already-recorded');
  return document;
}

export async function withdrawDocument(ctx: Context, id: string, note: string): Promise<PolicyDocument> {
  const document = await openDocument(ctx, id);
  const subject = { kind: 'policy-document', id, areaCode: document.area_code };
  const status = await advance(ctx, {
    table: documentLifecycle,
    subject,
    status: 'in-review',
    action: 'withdraw',
    note,
  });
  await db.setStatus(ctx, id, status);
  await record(ctx, { action: 'policies.withdraw', subject, areaCode: document.area_code, note });
  return documentAnswer(ctx, id);
}

/** Confirms every open piece as it was read, with the header's missing parts filled in: for the demo's own documents. */
export async function decideAll(
  ctx: Context,
  documentId: string,
  header: { title: string; period: string | null },
): Promise<void> {
  for (const item of await db.listItems(ctx, documentId)) {
    if (item.state !== 'pending') continue;
    const where = { documentId, itemId: item.item_id };
    const value = item.kind === 'header' ? { ...(item.proposed as object), ...header } : undefined;
    await decideItem(ctx, where, value ? { decision: 'correct', value } : { decision: 'confirm' });
  }
}
