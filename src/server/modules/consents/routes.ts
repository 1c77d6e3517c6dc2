import * as endpoints from '#contracts/consents.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { decideConsent } from './decide-consent.ts';
import { readConsents } from './read-consents.ts';

export const routes: Route[] = [
  serve(endpoints.listConsents, { access: access.readConsents, audit: 'consents.list' }, (ctx, { params }) =>
    readConsents(ctx, params.elderId),
  ),
  serve(endpoints.decideConsent, { access: access.decideConsents, audit: 'consents.decide' }, (ctx, { params, body }) =>
    decideConsent(ctx, params.elderId, body),
  ),
];
