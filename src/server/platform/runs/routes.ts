import { ROLES } from '#contracts/roles.ts';
import * as endpoints from '#contracts/runs.ts';
import { allow, type Route, serve } from '../http/serve.ts';
import { listRuns, readRun, stopRun } from './runs.ts';

const starters = allow(
  '能发起后台工作的岗位看自己的；看得到别人的哪些由行规则决定',
  ROLES.filter(role => !['elder', 'family', 'administrator'].includes(role)),
);

export const runRoutes: Route[] = [
  serve(endpoints.listRuns, { access: starters, audit: 'runs.list' }, (ctx, { query }) => listRuns(ctx, query)),
  serve(endpoints.readRun, { access: starters, audit: 'runs.read' }, (ctx, { params }) => readRun(ctx, params.id)),
  serve(endpoints.stopRun, { access: starters, audit: 'runs.stop' }, (ctx, { params }) => stopRun(ctx, params.id)),
];
