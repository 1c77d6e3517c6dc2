import * as products from '#contracts/home-adaptation-products.ts';
import * as endpoints from '#contracts/home-adaptations.ts';
import { listAssessors } from '#modules/assessments/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf } from '#platform/http/paging.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { adaptationAnswer, safetyForm, toRow } from './answer.ts';
import { applyForAdaptation, beginAdaptation } from './apply-for-adaptation.ts';
import * as db from './db.ts';
import { getAdaptation } from './get-adaptation.ts';
import { addPhoto, listPhotos, readPhoto } from './photos.ts';
import { addProduct, dropProduct, listCatalogue } from './products.ts';
import { stepAdaptation } from './step-adaptation.ts';

const reading = (audit: string) => ({ access: access.readAdaptations, audit });

export const routes: Route[] = [
  serve(endpoints.listAdaptations, reading('home-adaptations.list'), (ctx, { query }) => listAnswer(ctx, query)),
  serve(
    endpoints.beginAdaptation,
    { access: access.applyForAdaptations, audit: 'home-adaptations.begin' },
    (ctx, { query }) => beginAdaptation(ctx, query.elderId),
  ),
  serve(endpoints.readSafetyForm, reading('home-adaptations.form'), async () => safetyForm()),
  serve(
    endpoints.applyForAdaptation,
    { access: access.applyForAdaptations, audit: 'home-adaptations.apply' },
    (ctx, { body }) => applyForAdaptation(ctx, body),
  ),
  serve(endpoints.readAdaptation, reading('home-adaptations.read'), async (ctx, { params }) =>
    adaptationAnswer(ctx, await getAdaptation(ctx, params.id)),
  ),
  serve(
    endpoints.stepAdaptation,
    { access: access.stepAdaptations, audit: 'home-adaptations.step' },
    (ctx, { params, body }) => stepAdaptation(ctx, params.id, body),
  ),
  serve(
    endpoints.listAdaptationAssessors,
    { access: access.sendAssessors, audit: 'home-adaptations.assessors' },
    async (ctx, { params }) => {
      const row = await getAdaptation(ctx, params.id);
      const found = await listAssessors(ctx, row.area_code);
      return {
        rows: found.map(one => ({ accountId: one.account_id, name: one.name, organisation: one.organisation })),
      };
    },
  ),
  serve(
    endpoints.addAdaptationPhoto,
    { access: access.takePhotos, audit: 'home-adaptations.add-photo' },
    (ctx, { params, file }) => addPhoto(ctx, params.id, file),
  ),
  serve(endpoints.listAdaptationPhotos, reading('home-adaptations.photos'), (ctx, { params }) =>
    listPhotos(ctx, params.id),
  ),
  serve(endpoints.readAdaptationPhoto, reading('home-adaptations.photo'), (ctx, { params }) => readPhoto(ctx, params)),
  serve(
    products.listAdaptationProducts,
    { access: access.readCatalogue, audit: 'home-adaptations.products' },
    (ctx, { query }) => listCatalogue(ctx, query.areaCode),
  ),
  serve(
    products.addAdaptationProduct,
    { access: access.setCatalogue, audit: 'home-adaptations.add-product' },
    (ctx, { body }) => addProduct(ctx, body),
  ),
  serve(
    products.dropAdaptationProduct,
    { access: access.setCatalogue, audit: 'home-adaptations.drop-product' },
    (ctx, { params }) => dropProduct(ctx, params.id),
  ),
];

async function listAnswer(ctx: Context, query: db.Filter) {
  const found = await db.listAdaptations(ctx, query);
  const { kept, nextCursor } = pageOf(found, query.limit, row => [row.applied_on, row.adaptation_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(row => toRow(row, ctx.today)), nextCursor, ...(await db.countAdaptations(ctx, query)) };
}
