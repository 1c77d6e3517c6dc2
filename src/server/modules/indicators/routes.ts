import * as endpoints from '#contracts/indicators.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readFigures } from './access.ts';
import { getFigure, listFigureRecords, listFigures, listNames } from './read-figures.ts';

export const routes: Route[] = [
  serve(endpoints.listFigures, { access: readFigures, audit: 'indicators.list' }, (ctx, { query }) =>
    listFigures(ctx, query),
  ),
  serve(endpoints.listIndicatorNames, { access: readFigures, audit: 'indicators.names' }, () => listNames()),
  serve(endpoints.getFigure, { access: readFigures, audit: 'indicators.get' }, (ctx, { params, query }) =>
    getFigure(ctx, params.code, query),
  ),
  serve(endpoints.listFigureRecords, { access: readFigures, audit: 'indicators.records' }, (ctx, { params, query }) =>
    listFigureRecords(ctx, params.code, query),
  ),
];
