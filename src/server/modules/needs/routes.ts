import * as endpoints from '#contracts/needs.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { seeNeeds, stepNeeds, surveyNeeds } from './access.ts';
import { stepNeed, surveyNeed } from './keep-needs.ts';
import { withReach } from './reach.ts';
import { listNeeds, sumNeeds } from './read-needs.ts';

export const routes: Route[] = [
  serve(endpoints.listNeeds, { access: seeNeeds, audit: 'needs.list' }, (ctx, { query }) =>
    withReach(ctx, inner => listNeeds(inner, query)),
  ),
  serve(endpoints.sumNeeds, { access: seeNeeds, audit: 'needs.sums' }, (ctx, { query }) =>
    withReach(ctx, inner => sumNeeds(inner, query)),
  ),
  serve(endpoints.surveyNeed, { access: surveyNeeds, audit: 'needs.survey' }, (ctx, { body }) => surveyNeed(ctx, body)),
  serve(endpoints.stepNeed, { access: stepNeeds, audit: 'needs.step' }, (ctx, { params, body }) =>
    withReach(ctx, inner => stepNeed(inner, params.id, body)),
  ),
];
