import * as endpoints from '#contracts/meals.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { ownMealPoint, readMealCounts } from './access.ts';
import { enterMealCount, listMealCounts, listOwnMealPoints } from './enter-count.ts';

export const routes: Route[] = [
  serve(endpoints.listMealCounts, { access: readMealCounts, audit: 'meals.list' }, (ctx, { query }) =>
    listMealCounts(ctx, query),
  ),
  serve(endpoints.listOwnMealPoints, { access: ownMealPoint, audit: 'meals.own-points' }, ctx =>
    listOwnMealPoints(ctx),
  ),
  serve(endpoints.enterMealCount, { access: ownMealPoint, audit: 'meals.enter' }, (ctx, { body }) =>
    enterMealCount(ctx, body),
  ),
];
