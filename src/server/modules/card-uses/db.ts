import type { AgeGroup, CardBatchStatus, CardUseField, CardUseSum, MerchantType } from '#contracts/card-uses.ts';
import type { Context } from '#platform/http/context.ts';
import type { CivilDate } from '#shared/dates.ts';

export type Use = {
  number: string;
  areaCode: string;
  usedOn: CivilDate;
  merchant: string;
  type: MerchantType;
  fen: number;
  age: AgeGroup;
};
export type BatchRow = {
  batch_id: string;
  area_code: string;
  sender: string;
  file_name: string;
  file_sm3: string;
  rows: number;
  taken: number;
  repeated: number;
  refused: number;
  taken_fen: number;
  repeated_fen: number;
  refusals: { row: number; because: string }[];
  brought_by: string;
  brought_at: string;
  status: CardBatchStatus;
  sheet: number;
  heading_row: number;
  mapping: (CardUseField | null)[];
  last_row: number;
  sealed: Buffer | null;
  run_id: string | null;
  error: string | null;
  started_by: string;
  started_by_post: string | null;
  started_by_role: string;
};

/** The columns that a batch has from its beginning. */
export type NewBatch = Omit<BatchRow, 'run_id' | 'error' | 'last_row' | Count>;
type Count = 'rows' | 'taken' | 'repeated' | 'refused' | 'taken_fen' | 'repeated_fen' | 'refusals';

export async function insertBatch(ctx: Context, row: NewBatch): Promise<void> {
  await ctx.client.query(
    `insert into card_use_batches (batch_id, area_code, sender, file_name, file_sm3, rows, taken, repeated, refused, taken_fen,
       repeated_fen, refusals, brought_by, brought_at, status, sheet, heading_row, mapping, sealed, started_by, started_by_post,
       started_by_role)
     values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, 0, '[]', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[
        row.batch_id,
        row.area_code,
        row.sender,
        row.file_name,
        row.file_sm3,
        row.brought_by,
        row.brought_at,
        row.status,
      ],
      ...[row.sheet, row.heading_row, JSON.stringify(row.mapping), row.sealed],
      ...[row.started_by, row.started_by_post, row.started_by_role],
    ],
  );
}

export async function findBatch(ctx: Context, id: string, lock = false): Promise<BatchRow | undefined> {
  const { rows } = await ctx.client.query<BatchRow>(
    `select * from card_use_batches where batch_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export type Page = Record<Exclude<Count, 'refusals'>, number> & { refusals: BatchRow['refusals']; last_row: number };

/** What came of one page, added to the batch; of the refusals the first are kept. */
export async function addPage(ctx: Context, batchId: string, of: Page & { kept: number }): Promise<BatchRow> {
  const { rows } = await ctx.client.query<BatchRow>(
    `update card_use_batches set rows = rows + $2, taken = taken + $3, repeated = repeated + $4, refused = refused + $5,
       taken_fen = taken_fen + $6, repeated_fen = repeated_fen + $7, last_row = greatest(last_row, $8),
       refusals = case when jsonb_array_length(refusals) < $10 then refusals || $9::jsonb else refusals end
     where batch_id = $1 returning *`,
    [
      ...[batchId, of.rows, of.taken, of.repeated, of.refused, of.taken_fen, of.repeated_fen, of.last_row],
      ...[JSON.stringify(of.refusals), of.kept],
    ],
  );
  const row = rows[0];
  if (!row) throw new Error('update returning answers the locked row');
  return row;
}

export async function setState(
  ctx: Context,
  batchId: string,
  of: { status: CardBatchStatus; error?: string | null; run_id?: string },
): Promise<void> {
  await ctx.client.query(
    `update card_use_batches set status = $2, error = $3, run_id = coalesce($4, run_id),
       sealed = case when $2 = 'reading' then sealed end where batch_id = $1`,
    [batchId, of.status, of.error ?? null, of.run_id ?? null],
  );
}

/** Answers the serial numbers that were new; the others were sent before. */
export async function insertUses(
  ctx: Context,
  of: { batchId: string; sender: string },
  uses: readonly Use[],
): Promise<Set<string>> {
  const column = <K extends keyof Use>(key: K) => uses.map(use => use[key]);
  const { rows } = await ctx.client.query<{ number: string }>(
    `insert into card_uses (sender, number, batch_id, area_code, used_on, merchant, merchant_type, amount_fen, age_group)
     select $1, u.number, $2, u.area, u.on_day, u.merchant, u.type, u.fen, u.age
     from unnest($3::text[], $4::text[], $5::date[], $6::text[], $7::text[], $8::bigint[], $9::text[])
       u(number, area, on_day, merchant, type, fen, age)
     on conflict do nothing returning number`,
    [
      ...[of.sender, of.batchId, column('number'), column('areaCode'), column('usedOn'), column('merchant')],
      ...[column('type'), column('fen'), column('age')],
    ],
  );
  return new Set(rows.map(row => row.number));
}

export async function listBatches(
  ctx: Context,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<BatchRow[]> {
  const { rows } = await ctx.client.query<BatchRow>(
    `select * from card_use_batches where $1::timestamptz is null or (brought_at, batch_id) < ($1, $2::uuid)
     order by brought_at desc, batch_id desc limit $3`,
    [page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export type ReportRow = CardUseSum & {
  month: string | null;
  type: MerchantType | null;
  prefix: string | null;
  age: AgeGroup | null;
  level: number;
};

/** Cells and every margin, each summed from the transactions; `level` tells them apart (grouping bits month, type, place, age). */
export async function sumUses(
  ctx: Context,
  of: { range: { from: string; to: string }; from: string; to: string; digits: number },
): Promise<ReportRow[]> {
  const { rows } = await ctx.client.query<ReportRow>(
    `select month, merchant_type as type, prefix, age_group as age, grouping(month, merchant_type, prefix, age_group) as level,
       count(*)::int as uses, coalesce(sum(amount_fen), 0)::bigint as fen
     from (select to_char(used_on, 'YYYY-MM') as month, merchant_type, substr(area_code, 1, $5) as prefix, age_group, amount_fen
       from card_uses where area_code >= $1 and area_code < $2 and used_on >= $3::date and used_on < $4::date) u
     group by grouping sets ((month, merchant_type, prefix), (month), (merchant_type), (prefix), (age_group), ())
     order by month, merchant_type, prefix`,
    [of.range.from, of.range.to, of.from, of.to, of.digits],
  );
  return rows.map(row => ({ ...row, fen: Number(row.fen) }));
}
