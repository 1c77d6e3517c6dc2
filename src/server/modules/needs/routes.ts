import * as endpoints from '#contracts/needs.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepNeeds, seeNeeds } from './access.ts';
import { stepNeed, surveyNeed } from './keep-needs.ts';
import { listNeeds, sumNeeds } from './read-needs.ts';

export const routes: Route[] = [
  serve(endpoints.listNeeds, { access: seeNeeds, audit: 'needs.list' }, (ctx, { query }) => listNeeds(ctx, query)),
  serve(endpoints.sumNeeds, { access: seeNeeds, audit: 'needs.sums' }, (ctx, { query }) => sumNeeds(ctx, query)),
  serve(endpoints.surveyNeed, { access: keepNeeds, audit: 'needs.survey' }, (ctx, { body }) => surveyNeed(ctx, body)),
  serve(endpoints.stepNeed, { access: keepNeeds, audit: 'needs.step' }, (ctx, { params, body }) =>
    stepNeed(ctx, params.id, body),
  ),
];
