import * as endpoints from '#contracts/payments.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readLines } from './access.ts';
import * as db from './db.ts';

export const routes: Route[] = [
  serve(endpoints.listSettleLines, { access: readLines, audit: 'payments.list' }, async (ctx, { query }) => {
    const found = await db.listLines(ctx, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.made_at, row.line_id]);
    ctx.saw(...kept.map(row => row.elder_id));
    return { rows: kept.map(db.toLine), nextCursor, ...(await db.sumLines(ctx, query)) };
  }),
];
