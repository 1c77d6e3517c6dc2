import { DomainError } from '#contracts/errors.ts';
import * as endpoints from '#contracts/publications.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readReports, writeReports } from './access.ts';
import * as db from './db.ts';
import { MEDIA_TYPES, writeReport } from './files.ts';
import { reportAnswer, reportRows } from './report-answer.ts';
import { draftReport, takeReportStep } from './steps.ts';

export const routes: Route[] = [
  serve(endpoints.listReports, { access: readReports, audit: 'publications.list' }, async ctx => {
    const rows = await db.listReports(ctx);
    return {
      rows: rows.map(r => ({
        id: r.report_id,
        period: r.period,
        title: r.title,
        version: r.version,
        status: r.status,
        asOf: r.as_of,
      })),
    };
  }),
  serve(endpoints.draftReport, { access: writeReports, audit: 'publications.draft' }, (ctx, { body }) =>
    draftReport(ctx, body),
  ),
  serve(endpoints.getReport, { access: readReports, audit: 'publications.get' }, async (ctx, { params }) => {
    const stored = await db.findReport(ctx, params.id);
    if (!stored) throw new DomainError('platform.not-found');
    return reportAnswer(ctx, stored);
  }),
  serve(endpoints.takeReportStep, { access: writeReports, audit: 'publications.step' }, (ctx, { params, body }) =>
    takeReportStep(ctx, params.id, body),
  ),
  serve(
    endpoints.downloadReport,
    { access: readReports, audit: 'publications.download' },
    async (ctx, { params, query }) => {
      const stored = await db.findReport(ctx, params.id);
      if (!stored) throw new DomainError('platform.not-found');
      const rows = await reportRows(ctx, stored);
      const { title, heading } = stored;
      const content = await writeReport({ title, heading, asOf: stored.as_of, rows }, query.format);
      return { fileName: `${title}.${query.format}`, mediaType: MEDIA_TYPES[query.format], content };
    },
  ),
];
