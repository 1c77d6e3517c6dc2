import * as endpoints from '#contracts/inspections.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { everybody, inspect, readInspections } from './access.ts';
import { announceDraw, cancelDraw, drawRecords } from './draw-records.ts';
import { getCheck, listChecks, listDraws, listPublishedDraws } from './read-inspections.ts';
import { closeCheck, correctChecked, enterResult, startCheck } from './take-check.ts';

const read = (audit: string) => ({ access: readInspections, audit: `inspections.${audit}` });
const write = (audit: string) => ({ access: inspect, audit: `inspections.${audit}` });

export const routes: Route[] = [
  serve(endpoints.listPublishedDraws, { access: everybody, audit: 'inspections.published' }, ctx =>
    listPublishedDraws(ctx),
  ),
  serve(endpoints.listDraws, read('draws'), (ctx, { query }) => listDraws(ctx, query)),
  serve(endpoints.announceDraw, write('announce'), (ctx, { body }) => announceDraw(ctx, body)),
  serve(endpoints.drawRecords, write('draw'), (ctx, { params }) => drawRecords(ctx, params.id)),
  serve(endpoints.cancelDraw, write('cancel'), (ctx, { params, body }) => cancelDraw(ctx, params.id, body.reason)),
  serve(endpoints.listChecks, read('checks'), (ctx, { query }) => listChecks(ctx, query)),
  serve(endpoints.getCheck, read('check'), (ctx, { params }) => getCheck(ctx, params.id)),
  serve(endpoints.startCheck, write('start'), (ctx, { params }) => startCheck(ctx, params.id)),
  serve(endpoints.enterResult, write('result'), (ctx, { params, body }) => enterResult(ctx, params.id, body)),
  serve(endpoints.correctChecked, write('correct'), (ctx, { params, body }) =>
    correctChecked(ctx, params.id, body.reason),
  ),
  serve(endpoints.closeCheck, write('close'), (ctx, { params, body }) => closeCheck(ctx, params.id, body.note)),
];
