import * as endpoints from '#contracts/overviews.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { readOverview } from './read-overview.ts';
import { listServed, readServed } from './read-served.ts';

export const routes: Route[] = [
  serve(endpoints.readOverview, { access: access.readOverviews, audit: 'overviews.read' }, (ctx, { params }) =>
    readOverview(ctx, params.elderId),
  ),
  serve(endpoints.listServed, { access: access.readServed, audit: 'overviews.served' }, (ctx, { query }) =>
    listServed(ctx, query),
  ),
  serve(endpoints.readServed, { access: access.readServed, audit: 'overviews.read-served' }, (ctx, { params }) =>
    readServed(ctx, params.elderId),
  ),
];
