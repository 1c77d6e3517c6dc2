import { DomainError } from '#contracts/errors.ts';
import type {
  DocumentStatus,
  PolicyDocument,
  ReviewItem,
  ReviewKind,
  ReviewState,
} from '#contracts/policies/documents.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export const itemOf = (row: db.ItemRow): ReviewItem => ({
  id: row.item_id,
  kind: row.kind as ReviewKind,
  number: row.number,
  section: row.section,
  start: row.start_at,
  end: row.end_at,
  proposed: row.proposed,
  decided: row.decided,
  state: row.state as ReviewState,
  doubt: row.doubt,
  decidedBy: row.decided_by_name,
});

export const rowOf = (row: db.DocumentRow, counts: db.Counts) => ({
  id: row.document_id,
  title: row.title,
  documentNumber: row.document_number,
  issuedOn: row.issued_on,
  areaCode: row.area_code,
  status: row.status as DocumentStatus,
  draft: row.draft,
  ...counts,
  madeAt: row.made_at,
  madeBy: row.made_by_name,
});

export async function documentAnswer(ctx: Context, id: string): Promise<PolicyDocument> {
  const row = await db.findDocument(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const items = (await db.listItems(ctx, id)).map(itemOf);
  const pending = items.filter(item => item.state === 'pending');
  const counts = {
    total: items.length,
    undecided: pending.length,
    doubtful: pending.filter(item => item.doubt !== null).length,
  };
  const issuers = Array.isArray(row.issuers) ? (row.issuers as string[]) : [];
  return { ...rowOf(row, counts), issuers, text: row.body, items, tasks: await db.countTasks(ctx, id) };
}
