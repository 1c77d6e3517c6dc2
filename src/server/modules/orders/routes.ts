import { DomainError } from '#contracts/errors.ts';
import * as photos from '#contracts/order-photos.ts';
import * as endpoints from '#contracts/orders.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { orderAnswer, toOrderRow } from './answer.ts';
import { acceptOrder, refuseOrder } from './answer-offer.ts';
import { cancelOrder, confirmOrder, evaluateOrder } from './close-order.ts';
import { createOrder } from './create-order.ts';
import * as db from './db.ts';
import { dispatchOrder, findCandidates, recallOrder } from './dispatch-order.ts';
import { addPhoto, listPhotos, readPhoto } from './photos.ts';
import { withReach } from './reach.ts';
import { checkIn, openAddress, writeRecord } from './serve-order.ts';

export const routes: Route[] = [
  serve(endpoints.listOrders, { access: access.readOrders, audit: 'orders.list' }, (ctx, { query }) =>
    listAnswer(ctx, query),
  ),
  serve(endpoints.getOrder, { access: access.readOrders, audit: 'orders.read' }, (ctx, { params }) =>
    withReach(ctx, async inner => {
      const order = await db.findOrder(inner, params.id);
      if (!order) throw new DomainError('platform.not-found');
      return orderAnswer(inner, order);
    }),
  ),
  serve(endpoints.createOrder, { access: access.makeOrders, audit: 'orders.create' }, (ctx, { body }) =>
    createOrder(ctx, body),
  ),
  serve(endpoints.findCandidates, { access: access.dispatchOrders, audit: 'orders.candidates' }, (ctx, { params }) =>
    findCandidates(ctx, params.id),
  ),
  serve(endpoints.dispatchOrder, { access: access.dispatchOrders, audit: 'orders.dispatch' }, (ctx, input) =>
    dispatchOrder(ctx, input.params.id, input.body.caregiverId),
  ),
  serve(endpoints.recallOrder, { access: access.dispatchOrders, audit: 'orders.recall' }, (ctx, { params, body }) =>
    recallOrder(ctx, params.id, body.reason),
  ),
  serve(endpoints.acceptOrder, { access: access.serveOrders, audit: 'orders.accept' }, (ctx, { params }) =>
    acceptOrder(ctx, params.id),
  ),
  serve(endpoints.refuseOrder, { access: access.serveOrders, audit: 'orders.refuse' }, (ctx, { params, body }) =>
    refuseOrder(ctx, params.id, body.reason),
  ),
  serve(endpoints.openAddress, { access: access.serveOrders, audit: 'orders.open-address' }, (ctx, { params }) =>
    openAddress(ctx, params.id),
  ),
  serve(endpoints.checkIn, { access: access.serveOrders, audit: 'orders.check-in' }, (ctx, { params, body }) =>
    checkIn(ctx, params.id, body),
  ),
  serve(endpoints.writeRecord, { access: access.serveOrders, audit: 'orders.record' }, (ctx, { params, body }) =>
    writeRecord(ctx, params.id, body),
  ),
  serve(endpoints.confirmOrder, { access: access.confirmOrders, audit: 'orders.confirm' }, (ctx, { params, body }) =>
    confirmOrder(ctx, params.id, body.note),
  ),
  serve(endpoints.evaluateOrder, { access: access.evaluateOrders, audit: 'orders.evaluate' }, (ctx, input) =>
    evaluateOrder(ctx, input.params.id, input.body),
  ),
  serve(endpoints.cancelOrder, { access: access.cancelOrders, audit: 'orders.cancel' }, (ctx, { params, body }) =>
    cancelOrder(ctx, params.id, body.reason),
  ),
  serve(photos.addOrderPhoto, { access: access.serveOrders, audit: 'orders.add-photo' }, (ctx, { params, file }) =>
    addPhoto(ctx, params.id, file),
  ),
  serve(photos.listOrderPhotos, { access: access.readOrders, audit: 'orders.photos' }, (ctx, { params }) =>
    withReach(ctx, inner => listPhotos(inner, params.id)),
  ),
  serve(photos.readOrderPhoto, { access: access.readOrders, audit: 'orders.photo' }, (ctx, { params }) =>
    withReach(ctx, inner => readPhoto(inner, params)),
  ),
];

function listAnswer(ctx: Context, query: db.Filter) {
  return withReach(ctx, async inner => {
    const found = await db.listOrders(inner, query);
    const { kept, nextCursor } = pageOf(found, query.limit, row => [row.ordered_at, row.order_id]);
    const counts = await db.countOrders(inner, query);
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const total = query.status ? (counts[query.status] ?? 0) : all;
    return { rows: kept.map(row => toOrderRow(row, ctx.today)), nextCursor, total, counts };
  });
}
