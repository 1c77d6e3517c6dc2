import * as endpoints from '#contracts/audits.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readAudit } from './access.ts';
import { listAudit } from './read-audit.ts';

export const routes: Route[] = [
  serve(endpoints.listAudit, { access: readAudit, audit: 'audits.list' }, (ctx, { query }) => listAudit(ctx, query)),
];
