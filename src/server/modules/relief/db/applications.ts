import type pg from 'pg';
import type {
  FactState,
  RecognitionKind,
  RecognitionStatus,
  ReliefKind,
  ReliefStatus,
  SUCCESSIONS,
  TemporaryStatus,
} from '#contracts/relief-lifecycle.ts';
import type { Recognition } from '#contracts/relief-recognitions.ts';
import type { Context } from '#platform/http/context.ts';

/** An officer's entry with who made it. */
export type Survey = NonNullable<Recognition['survey']>;
export type Notice = NonNullable<Recognition['notice']>;
export type Submission = { on: string; by: string; accountId: string; note: string };

type Common = {
  elder_id: string;
  application_id: string;
  area_code: string;
  number: string;
  responsible: boolean;
  responsible_area: string;
  applied_area: string;
  elder_name: string;
  warning_id: string | null;
  economic_class: string;
  severely_disabled: boolean;
  reason: string;
  amount_fen: number | null;
  applied_by: string;
  applied_at: string;
  decided_by: string | null;
  decision_note: string | null;
  outcome: string | null;
};
export type TemporaryRow = Common & { kind: 'temporaryRelief'; status: TemporaryStatus; spent_fen: number };
export type RecognitionRow = Common & {
  kind: RecognitionKind;
  status: RecognitionStatus;
  spent_fen: null;
  applicant: Recognition['applicant'];
  survey: Survey | null;
  notice: Notice | null;
  submission: Submission | null;
  sealed: Buffer | null;
  decided_on: string | null;
  correction_id: string | null;
  fact: FactState | null;
  review_on: string | null;
  /** After a death or a move: how far it is that another of the household receives. */
  succession: (typeof SUCCESSIONS)[number] | null;
  continues_id: string | null;
};
export type ApplicationRow = TemporaryRow | RecognitionRow;

export const isTemporaryRow = (row: ApplicationRow): row is TemporaryRow => row.kind === 'temporaryRelief';

type Made = Omit<Common, 'area_code' | 'responsible' | 'amount_fen' | 'decided_by' | 'decision_note' | 'outcome'>;
type New = Made &
  (Pick<TemporaryRow, 'kind' | 'spent_fen'> | Pick<RecognitionRow, 'kind' | 'spent_fen' | 'applicant'>) & {
    status: ApplicationRow['status'];
  };

/** A person who lives and is registered in one area has one side. */
export type Sides = Pick<ApplicationRow, 'responsible_area' | 'applied_area'>;
export const areasOf = (of: Sides): string[] => [...new Set([of.responsible_area, of.applied_area])];

/** One row at each of the areas that see it; the batch role of the city writes them. */
export async function insertApplication(ctx: Context, row: New): Promise<void> {
  await ctx.client.query(
    `insert into relief_applications (elder_id, application_id, area_code, number, responsible, responsible_area, applied_area,
       elder_name, warning_id, economic_class, severely_disabled, spent_fen, reason, status, applied_by, applied_at, kind, applicant)
     select $1, $2, area, $3, area = $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $16, $17 from unnest($15::text[]) area`,
    [
      ...[row.elder_id, row.application_id, row.number, row.responsible_area, row.applied_area, row.elder_name],
      ...[row.warning_id, row.economic_class, row.severely_disabled, row.spent_fen, row.reason, row.status],
      ...[row.applied_by, row.applied_at, areasOf(row), row.kind, 'applicant' in row ? row.applicant : null],
    ],
  );
}

/** The caller's side of it; the deciding one where both are in reach. */
export async function findApplication(ctx: Context, id: string, lock = false): Promise<ApplicationRow | undefined> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    `select * from relief_applications where application_id = $1 order by responsible desc ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function findOfWarning(ctx: Context, warningId: string): Promise<TemporaryRow | undefined> {
  const { rows } = await ctx.client.query<TemporaryRow>(
    'select * from relief_applications where warning_id = $1 order by applied_at desc, responsible desc limit 1',
    [warningId],
  );
  return rows[0];
}

/** One side of each number is enough: both change together. */
export async function listOfElder(ctx: Context, elderId: string): Promise<ApplicationRow[]> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    'select * from relief_applications where elder_id = $1 and responsible for update',
    [elderId],
  );
  return rows;
}

/** What a person may see of his own applications: the columns granted to the family, nothing of what was found or earned. */
export type OwnRow = Pick<
  RecognitionRow,
  | 'application_id'
  | 'number'
  | 'responsible_area'
  | 'elder_name'
  | 'reason'
  | 'amount_fen'
  | 'applied_at'
  | 'notice'
  | 'decided_on'
  | 'outcome'
  | 'review_on'
> & { kind: ReliefKind; status: ReliefStatus };
export async function listOwn(ctx: Context, elderId: string): Promise<OwnRow[]> {
  const { rows } = await ctx.client.query<OwnRow>(
    `select application_id, number, responsible_area, elder_name, kind, reason, amount_fen, status, applied_at, notice, decided_on,
       outcome, review_on from relief_applications where elder_id = $1 and responsible order by applied_at desc, application_id desc limit 50`,
    [elderId],
  );
  return rows;
}

type Asked = {
  status: string | null;
  kind: ReliefKind | null;
  elderId: string | null;
  limit: number;
  before: { sort: string; id: string } | undefined;
};
export type Due = { due_on: string | null; provisional: boolean | null };
const ONE_SIDE = `(a.responsible or not exists (select from relief_applications o
  where o.elder_id = a.elder_id and o.application_id = a.application_id and o.responsible))`;
const DUE = `left join lateral (select due_on, provisional from due_items
  where subject_id = a.application_id and closed_at is null order by due_on nulls last limit 1) d on true`;

/** Each number once, whatever sides the caller reaches. */
export async function listApplications(ctx: Context, asked: Asked): Promise<(ApplicationRow & Due)[]> {
  const { sort, id } = asked.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<ApplicationRow & Due>(
    `select a.*, d.due_on, d.provisional from relief_applications a ${DUE}
     where ${ONE_SIDE} and ($1::text is null or a.status = $1)
       and (a.applied_at, a.application_id) < ($2, $3::uuid) and ($5::text is null or a.kind = $5)
       and ($6::uuid is null or a.elder_id = $6)
     order by a.applied_at desc, a.application_id desc limit $4`,
    [asked.status, sort, id, asked.limit, asked.kind, asked.elderId],
  );
  return rows;
}

/** How long is left of what is owed on an application now. */
export async function dueOf(ctx: Context, id: string): Promise<Due> {
  const { rows } = await ctx.client.query<Due>(
    'select due_on, provisional from due_items where subject_id = $1 and closed_at is null order by due_on nulls last limit 1',
    [id],
  );
  return rows[0] ?? { due_on: null, provisional: null };
}

export async function findByCorrection(ctx: Context, correctionId: string): Promise<RecognitionRow | undefined> {
  const { rows } = await ctx.client.query<RecognitionRow>(
    'select * from relief_applications where correction_id = $1 and responsible for update',
    [correctionId],
  );
  return rows[0];
}

/** Applications that go on another and are not over. */
export async function listContinuing(ctx: Context, id: string): Promise<RecognitionRow[]> {
  const { rows } = await ctx.client.query<RecognitionRow>(
    `select * from relief_applications where continues_id = $1 and responsible
       and status in ('applied', 'surveyed', 'posted', 'submitted', 'approved') for update`,
    [id],
  );
  return rows;
}

/** Every application that has gone on another, the newest first. */
export async function listContinued(ctx: Context, id: string): Promise<ApplicationRow[]> {
  const { rows } = await ctx.client.query<ApplicationRow>(
    'select distinct on (application_id) * from relief_applications where continues_id = $1 order by application_id desc',
    [id],
  );
  return rows;
}

/** Recognised people whose time for a re-check comes by a day and who have none open. */
export async function listReviews(ctx: Context, of: { by: string; limit: number }): Promise<RecognitionRow[]> {
  const { rows } = await ctx.client.query<RecognitionRow>(
    `select * from relief_applications a where status = 'approved' and responsible and review_on <= $1
       and not exists (select from relief_rechecks r where r.elder_id = a.elder_id and r.result = 'drawn')
     order by review_on, application_id limit $2`,
    [of.by, of.limit],
  );
  return rows;
}

type Decided = Pick<Common, 'amount_fen' | 'decided_by' | 'decision_note' | 'outcome'>;
type Kept = Pick<RecognitionRow, 'survey' | 'notice' | 'submission' | 'sealed' | 'decided_on' | 'review_on'>;
type Set = Partial<
  Decided &
    Kept &
    Pick<RecognitionRow, 'correction_id' | 'fact' | 'succession' | 'continues_id'> & {
      status: ApplicationRow['status'];
    }
>;
export async function setApplication(ctx: Context, id: string, change: Set): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.values(change);
  await ctx.client.query(`update relief_applications set ${sets.join(', ')} where application_id = $1`, [
    id,
    ...values,
  ]);
}

/** Recognitions that stand since before the product was there, as a loader brings them (as batch; nothing is sent out). */
export async function insertStanding(client: pg.ClientBase, rows: readonly RecognitionRow[]): Promise<void> {
  await client.query(
    'insert into relief_applications select * from jsonb_populate_recordset(null::relief_applications, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
