import * as endpoints from '#contracts/books.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { enterMoney, readBooks } from './access.ts';
import { enterAppropriation } from './enter-appropriation.ts';
import { readEntries, readTrialBalance } from './read-books.ts';
import { readShares } from './read-shares.ts';

export const routes: Route[] = [
  serve(endpoints.readTrialBalance, { access: readBooks, audit: 'books.trial-balance' }, (ctx, { query }) =>
    readTrialBalance(ctx, query.month),
  ),
  serve(endpoints.readShares, { access: readBooks, audit: 'books.shares' }, ctx => readShares(ctx)),
  serve(endpoints.listBookEntries, { access: readBooks, audit: 'books.entries' }, (ctx, { query }) =>
    readEntries(ctx, query),
  ),
  serve(endpoints.enterAppropriation, { access: enterMoney, audit: 'books.enter-appropriation' }, (ctx, { body }) =>
    enterAppropriation(ctx, body),
  ),
];
