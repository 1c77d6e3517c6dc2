import * as find from '#contracts/elders/find.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { findElders } from './find-elders.ts';

export const routes: Route[] = [
  serve(find.listElders, { access: access.findElders, audit: 'elders.list' }, (ctx, { query }) =>
    findElders(ctx, query),
  ),
];
