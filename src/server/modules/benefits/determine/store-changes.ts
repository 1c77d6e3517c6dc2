import { copyField, copyIn, copyPieces } from '#platform/database/copy-in.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Marked, Stored } from './decide-page.ts';
import { type PeopleOfRun, whereStored } from './people-of-run.ts';

/** `kept`: already paid and now lower or gone; the paid month stands, the cross-data checks say what to recover. */
export type Changes = { added: number; changed: number; removed: number; kept: number };

type StoredRow = [string, string, number, string, string | null, number | null, string];

/** What stands for a month, by person and scheme. */
export async function readStored(ctx: Context, month: string, people: PeopleOfRun): Promise<Map<string, Stored>> {
  const { sql, values } = whereStored(people);
  const { rows } = await ctx.client.query<StoredRow>({
    text: `select d.elder_id, d.scheme, d.amount_fen, d.from_month, d.payer_code, d.facts_mark, d.area_code
      from benefit_determinations d where d.month = $1 and ${sql}`,
    values: [month, ...values],
    rowMode: 'array',
  });
  const stored = new Map<string, Stored>();
  for (const [elderId, scheme, amountFen, from, payer, mark, areaCode] of rows)
    stored.set(`${elderId} ${scheme}`, { amountFen, from, payer, mark, areaCode });
  return stored;
}

/** A table of this transaction only, for what is new and what is gone. */
export async function openDraft(ctx: Context): Promise<void> {
  await ctx.client.query(
    `create temp table determination_draft (elder_id uuid, determination_id uuid, area_code text collate "C", scheme text,
       amount_fen bigint, from_month text, paid_by text, payer_code text collate "C", tier text, facts_mark bigint,
       document_numbers text[], reasons jsonb) on commit drop;
     create temp table determination_gone (elder_id uuid, scheme text) on commit drop`,
  );
}

/** Rows in the shape of COPY. */
export const draftPiece = (rows: readonly Marked[]): Buffer => Buffer.from(`${rows.map(lineOf).join('\n')}\n`);

export const fillDraft = (ctx: Context, pieces: readonly Buffer[]): Promise<void> =>
  copyPieces(ctx.client, 'determination_draft', pieces);

function lineOf(row: Marked): string {
  const documents = [...new Set(row.reasons.map(reason => reason.documentNumber))].sort();
  return [
    ...[row.elderId, newId(), row.areaCode, row.scheme, row.amountFen, row.from, row.paidBy, row.payerCode, row.tier],
    ...[row.mark, `{${documents.map(each => JSON.stringify(each)).join(',')}}`, JSON.stringify(row.reasons)],
  ]
    .map(copyField)
    .join('\t');
}

const addToGone = (ctx: Context, keys: readonly string[]): Promise<void> =>
  copyIn(
    ctx.client,
    'determination_gone',
    keys.map(key => key.replace(' ', '\t')),
  );

/** Money of a live payment line of the month forbids lowering or removing what it was paid for. */
const PAID = (row: string, month: string) =>
  `exists (select from payments_v_live l where l.elder_id = ${row}.elder_id and l.scheme = ${row}.scheme and l.month = ${month})`;

export type Found = {
  month: string;
  batchId: string | null;
  /** New and changed rows in the shape of COPY. */
  pieces: readonly Buffer[];
  /** Keys of what stands and was not found again. */
  gone: ReadonlySet<string>;
  /** Nothing stood. */
  isFirst: boolean;
};

const NOTHING: Changes = { added: 0, changed: 0, removed: 0, kept: 0 };

/** Writes what a month found: one count, one insert or update, one removal; nothing at all where nothing is new. */
export async function storeChanges(ctx: Context, found: Found): Promise<Changes> {
  if (found.pieces.length === 0 && found.gone.size === 0) return NOTHING;
  await openDraft(ctx);
  await fillDraft(ctx, found.pieces);
  await addToGone(ctx, [...found.gone]);
  await ctx.client.query('analyze determination_draft (elder_id, scheme); analyze determination_gone');
  if (found.gone.size > 0) await leaveMoved(ctx, found.month);
  const kept = found.isFirst ? 0 : await keepPaid(ctx, found.month);
  const before = found.isFirst ? undefined : await countDraft(ctx, found.month);
  const fresh = await putDraft(ctx, found);
  const { rowCount } = await ctx.client.query(
    `delete from benefit_determinations d using determination_gone g
     where d.month = $1 and d.elder_id = g.elder_id and d.scheme = g.scheme`,
    [found.month],
  );
  await ctx.client.query('drop table determination_draft, determination_gone');
  return { ...(before ?? { added: fresh, changed: 0 }), removed: rowCount ?? 0, kept };
}

/** Whoever moved out of the range but not out of reach is not gone: the result goes along, their new area decides on it. */
async function leaveMoved(ctx: Context, month: string): Promise<void> {
  await ctx.client.query(
    `with moved as (update benefit_determinations d set area_code = e.area_code from determination_gone g
       join elders_v_brief e on e.elder_id = g.elder_id
       where d.month = $1 and d.elder_id = g.elder_id and d.scheme = g.scheme and d.area_code <> e.area_code
       returning d.elder_id, d.scheme)
     delete from determination_gone g using moved m where g.elder_id = m.elder_id and g.scheme = m.scheme`,
    [month],
  );
}

/** Takes out of the draft what would lower or remove money that was paid; answers how many. */
async function keepPaid(ctx: Context, month: string): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `with lower as (delete from determination_draft t using benefit_determinations d
       where d.elder_id = t.elder_id and d.scheme = t.scheme and d.month = $1 and t.amount_fen < d.amount_fen and ${PAID('d', '$1')}
       returning 1),
     gone as (delete from determination_gone g where ${PAID('g', '$1')} returning 1)
     select ((select count(*) from lower) + (select count(*) from gone))::int as n`,
    [month],
  );
  return rows[0]?.n ?? 0;
}

/** Where somebody lives is no part of the result. */
async function countDraft(ctx: Context, month: string): Promise<{ added: number; changed: number }> {
  const { rows } = await ctx.client.query<{ added: number; changed: number }>(
    `select count(*) filter (where d.elder_id is null)::int as added,
       count(*) filter (where (d.amount_fen, d.from_month, d.payer_code, d.reasons)
         is distinct from (t.amount_fen, t.from_month, t.payer_code, t.reasons) and d.elder_id is not null)::int as changed
     from determination_draft t left join benefit_determinations d
       on d.elder_id = t.elder_id and d.scheme = t.scheme and d.month = $1`,
    [month],
  );
  return rows[0] ?? { added: 0, changed: 0 };
}

/** Answers how many did not stand before. */
async function putDraft(ctx: Context, { month, batchId }: Found): Promise<number> {
  const { rows } = await ctx.client.query<{ fresh: number }>(
    `with put as (insert into benefit_determinations (elder_id, determination_id, area_code, happened_area, scheme, month, amount_fen,
       from_month, paid_by, payer_code, tier, facts_mark, document_numbers, reasons, determined_at, batch_id)
     select elder_id, determination_id, area_code, area_code, scheme, $1, amount_fen, from_month, paid_by, payer_code, tier,
       facts_mark, document_numbers, reasons, $2, $3 from determination_draft
     on conflict (elder_id, scheme, month) do update set area_code = excluded.area_code, amount_fen = excluded.amount_fen,
       from_month = excluded.from_month, paid_by = excluded.paid_by, payer_code = excluded.payer_code, tier = excluded.tier,
       facts_mark = excluded.facts_mark, document_numbers = excluded.document_numbers, reasons = excluded.reasons,
       determined_at = excluded.determined_at, batch_id = excluded.batch_id
     returning xmax = 0 as fresh)
     select count(*) filter (where fresh)::int as fresh from put`,
    [month, ctx.now, batchId],
  );
  return rows[0]?.fresh ?? 0;
}
