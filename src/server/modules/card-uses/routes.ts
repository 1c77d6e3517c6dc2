import * as endpoints from '#contracts/card-uses.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { bringUses as mayBring, seeUses } from './access.ts';
import { bringUses } from './bring-uses.ts';
import { listBatches, readReport } from './read-uses.ts';

export const routes: Route[] = [
  serve(endpoints.bringCardUses, { access: mayBring, audit: 'card-uses.bring' }, (ctx, { upload, query }) =>
    bringUses(ctx, upload, query.sender),
  ),
  serve(endpoints.listCardUseBatches, { access: mayBring, audit: 'card-uses.batches' }, (ctx, { query }) =>
    listBatches(ctx, query),
  ),
  serve(endpoints.readCardUseReport, { access: seeUses, audit: 'card-uses.report' }, (ctx, { query }) =>
    readReport(ctx, query),
  ),
];
