import * as endpoints from '#contracts/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { publishItems, readItems } from './access.ts';
import * as db from './db.ts';
import { publishVersion } from './publish-version.ts';

export const routes: Route[] = [
  serve(endpoints.listServiceItems, { access: readItems, audit: 'catalogue.list' }, async (ctx, { query }) => {
    const on = query.on ?? ctx.today;
    const rows = await db.listInForce(ctx, on);
    const wanted = rows.filter(
      row => (!query.list || row.list === query.list) && (!query.family || row.family === query.family),
    );
    return { on, rows: wanted.map(row => db.toItem(row, ctx.today)) };
  }),
  serve(endpoints.getServiceItem, { access: readItems, audit: 'catalogue.read' }, async (ctx, { params }) => {
    const rows = await db.listVersions(ctx, params.code);
    if (rows.length === 0) throw new DomainError('platform.not-found');
    return { versions: rows.map(row => db.toItem(row, ctx.today)) };
  }),
  serve(endpoints.addItemVersion, { access: publishItems, audit: 'catalogue.publish-version' }, (ctx, input) =>
    publishVersion(ctx, input.params.code, input.body),
  ),
];
