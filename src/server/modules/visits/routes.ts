import * as endpoints from '#contracts/visits.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { handOver, makeVisits, seeOwnVisits, seePlans } from './access.ts';
import { assign, listPlans, listVisitors, readElder, readSummary } from './read-visits.ts';
import { recordVisit } from './record-visit.ts';

export const routes: Route[] = [
  serve(endpoints.listVisitPlans, { access: seePlans, audit: 'visits.plans' }, (ctx, { query }) =>
    listPlans(ctx, query),
  ),
  serve(endpoints.readVisitSummary, { access: seePlans, audit: 'visits.summary' }, ctx => readSummary(ctx)),
  serve(endpoints.readElderVisits, { access: seeOwnVisits, audit: 'visits.read' }, (ctx, { params }) =>
    readElder(ctx, params.elderId),
  ),
  serve(endpoints.recordVisit, { access: makeVisits, audit: 'visits.record' }, (ctx, { body }) =>
    recordVisit(ctx, body),
  ),
  serve(endpoints.listVisitors, { access: handOver, audit: 'visits.visitors' }, (ctx, { params }) =>
    listVisitors(ctx, params.id),
  ),
  serve(endpoints.assignVisitPlan, { access: handOver, audit: 'visits.assign' }, (ctx, { params, body }) =>
    assign(ctx, params.id, body.workerId),
  ),
];
