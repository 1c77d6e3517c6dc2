import * as endpoints from '#contracts/areas.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { everybody } from './access.ts';
import * as db from './db.ts';
import { readOutlines } from './divisions.ts';
import { expandGroupUnit, getArea } from './read-areas.ts';

export const routes: Route[] = [
  serve(endpoints.listAreas, { access: everybody, audit: 'areas.list' }, async (ctx, { query }) => ({
    rows: await db.listChildren(ctx, query.parent, query.on ?? ctx.today),
  })),
  serve(endpoints.getOutlines, { access: everybody, audit: 'areas.outlines' }, async () => readOutlines()),
  serve(endpoints.expandAreas, { access: everybody, audit: 'areas.expand' }, (ctx, { query }) =>
    expandGroupUnit(ctx, query.parent, query),
  ),
  serve(endpoints.getArea, { access: everybody, audit: 'areas.get' }, (ctx, { params }) => getArea(ctx, params.code)),
];
