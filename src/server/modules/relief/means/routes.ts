import * as contract from '#contracts/relief-means.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { judgeMeans as judges, readMeans as readers } from '../access.ts';
import { addMeansEntry, authoriseMeans, endMeansEntry, judgeMeans } from './keep-means.ts';
import { readMeans } from './read-means.ts';

export const meansRoutes: Route[] = [
  serve(contract.readMeans, { access: readers, audit: 'relief.means' }, (ctx, { params }) =>
    readMeans(ctx, params.elderId),
  ),
  serve(contract.authoriseMeans, { access: readers, audit: 'relief.authorise-means' }, (ctx, { params, body }) =>
    authoriseMeans(ctx, params.elderId, body),
  ),
  serve(contract.addMeans, { access: readers, audit: 'relief.add-means' }, (ctx, { params, body }) =>
    addMeansEntry(ctx, params.elderId, body),
  ),
  serve(contract.endMeans, { access: readers, audit: 'relief.end-means' }, (ctx, { params, body }) =>
    endMeansEntry(ctx, params, body.note),
  ),
  serve(contract.judgeMeans, { access: judges, audit: 'relief.judge-means' }, (ctx, { params, body }) =>
    judgeMeans(ctx, params.elderId, body),
  ),
];
