import type { PaidScheme } from '#contracts/payments/payables.ts';
import type { RECOVERY_ENTRY_KINDS } from '#contracts/payments/recoveries.ts';
import type { FindingRule, FindingStatus, RecoveryStatus } from '#contracts/payments/recovery-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type RecoveryRecord = {
  /** Null where an organisation owes. */
  elder_id: string | null;
  other_payee_id: string | null;
  recovery_id: string;
  area_code: string;
  payer_code: string;
  elder_name: string;
  payee_name: string;
  scheme: PaidScheme;
  rule: FindingRule;
  reason: string;
  status: RecoveryStatus;
  total_fen: number;
  balance_fen: number;
  offset_fen: number;
  opened_by_name: string;
  opened_at: string;
  write_off_asked_by: string | null;
  write_off_asked_by_name: string | null;
  write_off_reason: string | null;
  write_off_approved_by_name: string | null;
};

export type NewRecovery = Pick<
  RecoveryRecord,
  | 'elder_id'
  | 'other_payee_id'
  | 'area_code'
  | 'payer_code'
  | 'elder_name'
  | 'payee_name'
  | 'scheme'
  | 'rule'
  | 'reason'
  | 'total_fen'
  | 'offset_fen'
>;

export async function insertRecovery(ctx: Context, row: NewRecovery): Promise<string> {
  const id = newId();
  await ctx.client.query(
    `insert into payment_recoveries (elder_id, recovery_id, area_code, payer_code, elder_name, scheme, rule, reason, status,
       total_fen, balance_fen, opened_by, opened_by_name, opened_at, other_payee_id, payee_name, offset_fen)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[row.elder_id, id, row.area_code, row.payer_code, row.elder_name, row.scheme, row.rule, row.reason],
      ...[row.total_fen, ctx.actor.accountId, ctx.actor.name, ctx.now, row.other_payee_id, row.payee_name],
      row.offset_fen,
    ],
  );
  return id;
}

export async function findRecovery(ctx: Context, id: string, lock = false): Promise<RecoveryRecord | undefined> {
  const { rows } = await ctx.client.query<RecoveryRecord>(
    `select * from payment_recoveries where recovery_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

type Filter = { status: string | null; elderId: string | null };
const WHERE = '($1::text is null or status = $1) and ($2::uuid is null or elder_id = $2)';

export type Due = { due_on: string | null; next_part_on: string | null };
/** What came in before the plan was made covers none of it. */
const DUE = `(select min(d.due_on) from due_items d where d.subject_id = r.recovery_id and d.closed_at is null) as due_on,
  (select min(p.due_on) from (select due_on, sum(amount_fen) over (order by number) as so_far, sum(amount_fen) over () as planned
     from recovery_instalments i where i.recovery_id = r.recovery_id) p where p.so_far > p.planned - r.balance_fen) as next_part_on`;

export async function listRecoveries(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<(RecoveryRecord & Due)[]> {
  const { rows } = await ctx.client.query<RecoveryRecord & Due>(
    `select *, ${DUE} from payment_recoveries r where ${WHERE} and ($3::timestamptz is null or (opened_at, recovery_id) < ($3, $4::uuid))
     order by opened_at desc, recovery_id desc limit $5`,
    [filter.status, filter.elderId, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function sumRecoveries(ctx: Context, filter: Filter): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    `select count(*)::int as n, coalesce(sum(balance_fen), 0)::bigint as fen from payment_recoveries where ${WHERE}`,
    [filter.status, filter.elderId],
  );
  return rows[0] ?? { n: 0, fen: 0 };
}

export async function setRecovery(
  ctx: Context,
  id: string,
  set: Partial<RecoveryRecord> & { write_off_approved_by?: string | null; closed_at?: string | null },
): Promise<void> {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined);
  const sql = entries.map(([name], at) => `${name} = $${at + 2}`).join(', ');
  await ctx.client.query(`update payment_recoveries set ${sql} where recovery_id = $1`, [
    id,
    ...entries.map(([, v]) => v),
  ]);
}

export type EntryKind = (typeof RECOVERY_ENTRY_KINDS)[number];
type NewEntry = { kind: EntryKind; fen: number; note: string; lineId?: string };

/** Answers the entry's id; undefined when this line was entered before. */
export async function insertEntry(
  ctx: Context,
  of: Pick<RecoveryRecord, 'elder_id' | 'recovery_id' | 'area_code'>,
  entry: NewEntry,
): Promise<string | undefined> {
  const id = newId();
  const { rowCount } = await ctx.client.query(
    `insert into recovery_entries (elder_id, entry_id, recovery_id, area_code, kind, amount_fen, line_id, note, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      ...[of.elder_id, id, of.recovery_id, of.area_code, entry.kind, entry.fen, entry.lineId ?? null],
      ...[entry.note, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1 ? id : undefined;
}

export async function listEntries(ctx: Context, recoveryId: string) {
  const { rows } = await ctx.client.query<{
    kind: EntryKind;
    amount_fen: number;
    note: string;
    entered_by: string;
    entered_at: string;
  }>(
    'select kind, amount_fen, note, entered_by, entered_at from recovery_entries where recovery_id = $1 order by entered_at desc, entry_id desc',
    [recoveryId],
  );
  return rows;
}

/** Deadline of what is owed on a record now. */
export async function findDue(ctx: Context, id: string): Promise<Due> {
  const { rows } = await ctx.client.query<Due>(`select ${DUE} from payment_recoveries r where recovery_id = $1`, [id]);
  return rows[0] ?? { due_on: null, next_part_on: null };
}

export type Instalment = { number: number; due_on: string; amount_fen: number };

export async function listInstalments(ctx: Context, recoveryId: string): Promise<Instalment[]> {
  const { rows } = await ctx.client.query<Instalment>(
    'select number, due_on, amount_fen from recovery_instalments where recovery_id = $1 order by number',
    [recoveryId],
  );
  return rows;
}

/** A new plan replaces the former one (batch role). */
export async function replaceInstalments(ctx: Context, of: RecoveryRecord, plan: readonly Instalment[]): Promise<void> {
  await ctx.client.query('delete from recovery_instalments where recovery_id = $1', [of.recovery_id]);
  await ctx.client.query(
    `insert into recovery_instalments (elder_id, recovery_id, number, area_code, due_on, amount_fen)
     select $1, $2, r.number, $3, r.due_on, r.fen from unnest($4::int[], $5::date[], $6::bigint[]) as r (number, due_on, fen)`,
    [
      ...[of.elder_id, of.recovery_id, of.area_code],
      ...[plan.map(p => p.number), plan.map(p => p.due_on), plan.map(p => p.amount_fen)],
    ],
  );
}

/** The payments a recovery asks back. */
export async function listAsked(ctx: Context, recoveryId: string) {
  const { rows } = await ctx.client.query<{ month: string; line_id: string; payable_id: string | null; fen: number }>(
    `select m->>'month' as month, l.line_id, l.payable_id, (m->>'fen')::bigint as fen
     from payment_findings f cross join jsonb_array_elements(f.months) m join payment_lines l on l.line_id = (m->>'lineId')::uuid
     where f.recovery_id = $1 order by 1, 2`,
    [recoveryId],
  );
  return rows;
}

export type FindingRecord = {
  elder_id: string | null;
  other_payee_id: string | null;
  finding_id: string;
  area_code: string;
  payer_code: string;
  elder_name: string;
  rule: FindingRule;
  scheme: PaidScheme;
  months: { month: string; lineId: string; fen: number }[];
  amount_fen: number;
  sentence: string;
  status: FindingStatus;
  note: string | null;
  found_at: string;
  decided_by: string | null;
  recovery_id: string | null;
};
