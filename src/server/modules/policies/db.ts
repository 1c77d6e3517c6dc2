import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Proposal } from './rules.ts';

export type DocumentRow = {
  document_id: string;
  area_code: string;
  status: string;
  title: string;
  issuers: unknown;
  document_number: string | null;
  issued_on: string | null;
  draft: boolean;
  period: string | null;
  body: string;
  made_at: string;
  made_by_name: string;
};

const COLUMNS = [
  'document_id',
  'area_code',
  'status',
  'title',
  'issuers',
  'document_number',
  'issued_on',
  'draft',
  'period',
  'body',
  'made_at',
  'made_by_name',
] as const;

export type NewDocument = {
  documentId: string;
  title: string;
  issuers: string[];
  number: string | null;
  issuedOn: string | null;
  draft: boolean;
  body: string;
};

export async function insertDocument(ctx: Context, document: NewDocument): Promise<void> {
  await ctx.db
    .insertInto('policy_documents')
    .values({
      document_id: document.documentId,
      area_code: ctx.actor.areaCode,
      status: 'in-review',
      title: document.title,
      issuers: JSON.stringify(document.issuers),
      document_number: document.number,
      issued_on: document.issuedOn,
      draft: document.draft,
      body: document.body,
      made_at: ctx.now,
      made_by: ctx.actor.accountId,
      made_by_name: ctx.actor.name,
    })
    .execute();
}

export async function insertItems(ctx: Context, documentId: string, proposals: readonly Proposal[]): Promise<void> {
  const rows = proposals.map((proposal, sortNo) => ({
    item_id: newId(),
    document_id: documentId,
    area_code: ctx.actor.areaCode,
    kind: proposal.kind,
    number: proposal.number,
    sort_no: sortNo,
    section: proposal.section,
    start_at: proposal.start,
    end_at: proposal.end,
    proposed: JSON.stringify(proposal.proposed),
    state: 'pending',
    doubt: proposal.doubt,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await ctx.db
      .insertInto('policy_review_items')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

export const findDocument = (ctx: Context, id: string): Promise<DocumentRow | undefined> =>
  ctx.db.selectFrom('policy_documents').select(COLUMNS).where('document_id', '=', id).executeTakeFirst();

export type Counts = { total: number; undecided: number; doubtful: number };

export async function listDocuments(ctx: Context): Promise<(DocumentRow & Counts)[]> {
  const { rows } = await ctx.client.query<DocumentRow & Counts>(
    `select ${COLUMNS.filter(c => c !== 'body')
      .map(c => `d.${c}`)
      .join(', ')}, '' as body, count(i.item_id)::int as total,
       count(i.item_id) filter (where i.state = 'pending')::int as undecided,
       count(i.item_id) filter (where i.state = 'pending' and i.doubt is not null)::int as doubtful
     from policy_documents d left join policy_review_items i on i.document_id = d.document_id
     where d.area_code = $1 group by d.document_id order by d.made_at desc limit 200`,
    [ctx.actor.areaCode],
  );
  return rows;
}

export type ItemRow = {
  item_id: string;
  kind: string;
  number: number;
  section: string | null;
  start_at: number;
  end_at: number;
  proposed: unknown;
  decided: unknown;
  state: string;
  doubt: string | null;
  decided_by_name: string | null;
};

const ITEM_COLUMNS = [
  'item_id',
  'kind',
  'number',
  'section',
  'start_at',
  'end_at',
  'proposed',
  'decided',
  'state',
  'doubt',
  'decided_by_name',
] as const;

export const listItems = (ctx: Context, documentId: string): Promise<ItemRow[]> =>
  ctx.db
    .selectFrom('policy_review_items')
    .select(ITEM_COLUMNS)
    .where('document_id', '=', documentId)
    .orderBy('sort_no')
    .execute();

export const findItem = (ctx: Context, of: { documentId: string; itemId: string }): Promise<ItemRow | undefined> =>
  ctx.db
    .selectFrom('policy_review_items')
    .select(ITEM_COLUMNS)
    .where('document_id', '=', of.documentId)
    .where('item_id', '=', of.itemId)
    .executeTakeFirst();

export async function decideItem(
  ctx: Context,
  itemId: string,
  decision: { state: string; decided: unknown },
): Promise<void> {
  const pending = decision.state === 'pending';
  await ctx.db
    .updateTable('policy_review_items')
    .set({
      state: decision.state,
      decided: decision.decided === null ? null : JSON.stringify(decision.decided),
      decided_by: pending ? null : ctx.actor.accountId,
      decided_by_name: pending ? null : ctx.actor.name,
      decided_at: pending ? null : ctx.now,
    })
    .where('item_id', '=', itemId)
    .execute();
}

type Header = {
  title: string;
  issuers: string[];
  documentNumber: string | null;
  issuedOn: string | null;
  draft: boolean;
  period: string | null;
};

export async function recordDocument(ctx: Context, id: string, header: Header): Promise<void> {
  await ctx.db
    .updateTable('policy_documents')
    .set({
      status: 'recorded',
      title: header.title,
      issuers: JSON.stringify(header.issuers),
      document_number: header.documentNumber,
      issued_on: header.issuedOn,
      draft: header.draft,
      period: header.period,
      recorded_at: ctx.now,
    })
    .where('document_id', '=', id)
    .execute();
}

export async function setStatus(ctx: Context, id: string, status: string): Promise<void> {
  await ctx.db.updateTable('policy_documents').set({ status }).where('document_id', '=', id).execute();
}

export async function countTasks(ctx: Context, documentId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('tasks_v_of_documents')
    .select('tasks')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.tasks ?? 0;
}
