import * as endpoints from '#contracts/work.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { ownWork } from './access.ts';
import { countWork, listWork } from './read-work.ts';

export const routes: Route[] = [
  serve(endpoints.listWork, { access: ownWork, audit: 'work.list' }, (ctx, { query }) => listWork(ctx, query)),
  serve(endpoints.countWork, { access: ownWork, audit: 'work.counts' }, ctx => countWork(ctx)),
];
