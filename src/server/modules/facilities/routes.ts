import * as desk from '#contracts/facilities.ts';
import * as open from '#contracts/public-facilities.ts';
import * as recognised from '#contracts/recognised-ratings.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { everybody, keepFacilities, keepRatings, ownFacilities, readFacilities, reportVacancy } from './access.ts';
import { changeFacility, linkStation, setCoverage, setPrice, setVacancy } from './change-facility.ts';
import { getFacility, listFacilities, listMealBlanks, listOwn, readLayout } from './read-facilities.ts';
import { listRatings, recordRating, withdrawRating } from './recognised/keep-ratings.ts';
import { registerFacility } from './register-facility.ts';
import { getPlace, mapPlaces, searchPlaces } from './search-places.ts';
import { takeFacilityStep } from './take-step.ts';

const read = (audit: string) => ({ access: readFacilities, audit: `facilities.${audit}` });
const write = (audit: string) => ({ access: keepFacilities, audit: `facilities.${audit}` });

export const routes: Route[] = [
  serve(open.searchPlaces, { access: everybody, audit: 'facilities.search' }, (ctx, { query }) =>
    searchPlaces(ctx, query),
  ),
  serve(open.mapPlaces, { access: everybody, audit: 'facilities.map' }, (ctx, { query }) => mapPlaces(ctx, query)),
  serve(open.getPlace, { access: everybody, audit: 'facilities.place' }, (ctx, { params }) => getPlace(ctx, params.id)),
  serve(desk.listFacilities, read('list'), (ctx, { query }) => listFacilities(ctx, query)),
  serve(desk.listOwnFacilities, { access: ownFacilities, audit: 'facilities.own' }, ctx => listOwn(ctx)),
  serve(desk.readLayout, read('layout'), (ctx, { query }) => readLayout(ctx, query.area)),
  serve(desk.listMealBlanks, read('meal-blanks'), (ctx, { query }) => listMealBlanks(ctx, query)),
  serve(desk.getFacility, read('get'), (ctx, { params }) => getFacility(ctx, params.id)),
  serve(desk.registerFacility, write('register'), (ctx, { body }) => registerFacility(ctx, body)),
  serve(desk.changeFacility, write('change'), (ctx, { params, body }) => changeFacility(ctx, params.id, body)),
  serve(desk.takeFacilityStep, write('step'), (ctx, { params, body }) => takeFacilityStep(ctx, params.id, body)),
  serve(desk.linkStation, write('link'), (ctx, { params, body }) => linkStation(ctx, params.id, body)),
  serve(desk.setCoverage, write('coverage'), (ctx, { params, body }) => setCoverage(ctx, params.id, body)),
  serve(desk.setPrice, write('price'), (ctx, { params, body }) => setPrice(ctx, params.id, body)),
  serve(recognised.listRecognisedRatings, read('ratings'), (ctx, { query }) => listRatings(ctx, query)),
  serve(
    recognised.recordRecognisedRating,
    { access: keepRatings, audit: 'facilities.record-rating' },
    (ctx, { body }) => recordRating(ctx, body),
  ),
  serve(
    recognised.withdrawRecognisedRating,
    { access: keepRatings, audit: 'facilities.withdraw-rating' },
    (ctx, { params, body }) => withdrawRating(ctx, params.id, body.note),
  ),
  serve(desk.setVacancy, { access: reportVacancy, audit: 'facilities.vacancy' }, (ctx, { params, body }) =>
    setVacancy(ctx, params.id, body),
  ),
];
