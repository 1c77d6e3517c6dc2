import * as endpoints from '#contracts/benefits/funeral.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from '../access.ts';
import { readFuneral, readFunerals } from './read-funerals.ts';
import { claimFuneral, decideFuneral, declineFuneral } from './step-funeral.ts';

export const funeralRoutes: Route[] = [
  serve(endpoints.listFunerals, { access: access.funeralReaders, audit: 'benefits.funerals' }, (ctx, { query }) =>
    readFunerals(ctx, query),
  ),
  serve(endpoints.readFuneral, { access: access.funeralReaders, audit: 'benefits.funeral' }, (ctx, { params }) =>
    readFuneral(ctx, params.id),
  ),
  serve(endpoints.claimFuneral, { access: access.mourners, audit: 'benefits.claim-funeral' }, (ctx, { params, body }) =>
    claimFuneral(ctx, params.id, body),
  ),
  serve(
    endpoints.declineFuneral,
    { access: access.mourners, audit: 'benefits.decline-funeral' },
    (ctx, { params, body }) => declineFuneral(ctx, params.id, body.note),
  ),
  serve(
    endpoints.decideFuneral,
    { access: access.funeralDeciders, audit: 'benefits.decide-funeral' },
    (ctx, { params, body }) => decideFuneral(ctx, params.id, body),
  ),
];
