import * as endpoints from '#contracts/construction.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepProjects, readProjects } from './access.ts';
import { correctStage, planProject, reachStage } from './enter-stage.ts';
import { getProject, listProjects } from './read-projects.ts';

export const routes: Route[] = [
  serve(endpoints.listProjects, { access: readProjects, audit: 'construction.list' }, (ctx, { query }) =>
    listProjects(ctx, query),
  ),
  serve(endpoints.getProject, { access: readProjects, audit: 'construction.get' }, (ctx, { params }) =>
    getProject(ctx, params.id),
  ),
  serve(endpoints.planProject, { access: keepProjects, audit: 'construction.plan' }, (ctx, { body }) =>
    planProject(ctx, body),
  ),
  serve(endpoints.reachStage, { access: keepProjects, audit: 'construction.reach' }, (ctx, { params, body }) =>
    reachStage(ctx, params.id, body),
  ),
  serve(endpoints.correctStage, { access: keepProjects, audit: 'construction.correct' }, (ctx, { params, body }) =>
    correctStage(ctx, params.id, { stage: params.stage, ...body }),
  ),
];
