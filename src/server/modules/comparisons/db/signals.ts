import type { Context } from '#platform/http/context.ts';

export type SignalRow = {
  row_number: number;
  elder_id: string;
  member_id: string | null;
  facts: Buffer;
  period: string | null;
  sender: string;
  as_of: string;
};

/** Rows of a signal topic that were matched, of one page. */
export async function listSignalRows(
  ctx: Context,
  of: { batchId: string; fromRow: number; toRow: number },
): Promise<SignalRow[]> {
  const { rows } = await ctx.client.query<SignalRow>(
    `select r.row_number, r.elder_id, r.member_id, r.facts, r.period, b.sender, b.as_of
     from comparison_rows r join comparison_batches b on b.batch_id = r.batch_id
     where r.batch_id = $1 and r.row_number between $2 and $3 and r.outcome = 'matched' and r.elder_id is not null and r.facts is not null
     order by r.row_number`,
    [of.batchId, of.fromRow, of.toRow],
  );
  return rows;
}

export type MemberRow = { identity_index: Buffer; elder_id: string; area_code: string; entry_id: string };

/** Members of households by the index of their number; of two households the one that wrote the person down last. */
export async function findMembers(ctx: Context, indexes: readonly Buffer[]): Promise<Map<string, MemberRow>> {
  if (indexes.length === 0) return new Map();
  const { rows } = await ctx.client.query<MemberRow>(
    `select distinct on (identity_index) identity_index, elder_id, area_code, entry_id from relief_v_members
     where identity_index = any ($1) order by identity_index, entered_at desc, entry_id desc`,
    [indexes],
  );
  return new Map(rows.map(row => [row.identity_index.toString('hex'), row]));
}
