import type { ReportRow, ReportStatus } from '#contracts/publications.ts';
import type { Context } from '#platform/http/context.ts';

export type StoredReport = {
  report_id: string;
  area_code: string;
  period: string;
  title: string;
  heading: string;
  as_of: string;
  version: number;
  status: ReportStatus;
  revised_because: string | null;
  content: ReportRow[] | null;
  submitted_by: string | null;
};

const COLUMNS = [
  'report_id',
  'area_code',
  'period',
  'title',
  'heading',
  'as_of',
  'version',
  'status',
  'revised_because',
  'content',
  'submitted_by',
] as const;

export async function findReport(ctx: Context, id: string): Promise<StoredReport | undefined> {
  const row = await ctx.db.selectFrom('reports').select(COLUMNS).where('report_id', '=', id).executeTakeFirst();
  return row as StoredReport | undefined;
}

/** Versions of every period the caller may see, newest first. */
export async function listReports(ctx: Context): Promise<StoredReport[]> {
  const query = ctx.db.selectFrom('reports').select(COLUMNS);
  return (await query
    .orderBy('period', 'desc')
    .orderBy('area_code')
    .orderBy('version', 'desc')
    .execute()) as StoredReport[];
}

export async function listVersions(ctx: Context, of: { areaCode: string; period: string }): Promise<StoredReport[]> {
  const query = ctx.db
    .selectFrom('reports')
    .select(COLUMNS)
    .where('area_code', '=', of.areaCode)
    .where('period', '=', of.period);
  return (await query.orderBy('version', 'desc').execute()) as StoredReport[];
}

export type NewReport = Omit<StoredReport, 'content' | 'submitted_by' | 'status'>;

export async function insertReport(ctx: Context, report: NewReport): Promise<void> {
  const row = { ...report, status: 'draft', content: null, made_at: ctx.now, made_by: ctx.actor.accountId };
  await ctx.db.insertInto('reports').values(row).execute();
}

type Change = { status: ReportStatus; content?: ReportRow[] | null; submittedBy?: string; approvedBy?: string };

export async function updateReport(ctx: Context, id: string, change: Change): Promise<void> {
  const { status, content, submittedBy, approvedBy } = change;
  await ctx.db
    .updateTable('reports')
    .set({
      status,
      ...(content === undefined ? {} : { content: content && JSON.stringify(content) }),
      ...(submittedBy ? { submitted_by: submittedBy } : {}),
      ...(approvedBy ? { approved_by: approvedBy } : {}),
    })
    .where('report_id', '=', id)
    .execute();
}
