import * as contract from '#contracts/elders/outside.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { lookOutside, reviewLooks } from '../access.ts';
import { openOutside } from './open-outside.ts';
import { listMyLooks, readOutside } from './read-outside.ts';
import { listLookReviews, reviewLook } from './review-look.ts';

export const outsideRoutes: Route[] = [
  serve(contract.openOutside, { access: lookOutside, audit: 'elders.open-outside' }, (ctx, { body }) =>
    openOutside(ctx, body),
  ),
  serve(contract.listMyLooks, { access: lookOutside, audit: 'elders.my-looks' }, ctx => listMyLooks(ctx)),
  serve(contract.readOutside, { access: lookOutside, audit: 'elders.read-outside' }, (ctx, { params }) =>
    readOutside(ctx, params.id),
  ),
  serve(contract.listLookReviews, { access: reviewLooks, audit: 'elders.look-reviews' }, (ctx, { query }) =>
    listLookReviews(ctx, query),
  ),
  serve(contract.reviewLook, { access: reviewLooks, audit: 'elders.review-look' }, (ctx, { params, body }) =>
    reviewLook(ctx, params.id, body),
  ),
];
