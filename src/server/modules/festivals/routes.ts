import * as contract from '#contracts/festivals.ts';
import { festivalLawOf } from '#modules/benefits/places/index.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { addPerson } from './add-person.ts';
import { makeFestival, readFestival, readFestivals, stepFestival } from './lists.ts';
import { addPhoto, listPhotos, readPhoto } from './photos.ts';
import { doVisit, leaveVisit, readVisit, readVisits, removeVisit } from './visits.ts';

export const routes: Route[] = [
  serve(contract.listFestivals, { access: access.readFestivals, audit: 'festivals.list' }, (ctx, { query }) =>
    readFestivals(ctx, query),
  ),
  serve(contract.readFestival, { access: access.readFestivals, audit: 'festivals.read' }, (ctx, { params }) =>
    readFestival(ctx, params.id),
  ),
  serve(
    contract.readFestivalDefaults,
    { access: access.makeFestivals, audit: 'festivals.defaults' },
    (ctx, { query }) => festivalLawOf(ctx, { occasion: query.occasion, onDay: ctx.today }),
  ),
  serve(contract.makeFestival, { access: access.makeFestivals, audit: 'festivals.make' }, (ctx, { body }) =>
    makeFestival(ctx, body),
  ),
  serve(contract.stepFestival, { access: access.makeFestivals, audit: 'festivals.step' }, (ctx, { params, body }) =>
    stepFestival(ctx, params.id, body),
  ),
  serve(contract.listFestivalVisits, { access: access.readVisits, audit: 'festivals.visits' }, (ctx, { query }) =>
    readVisits(ctx, query),
  ),
  serve(contract.readFestivalVisit, { access: access.readVisits, audit: 'festivals.visit' }, (ctx, { params }) =>
    readVisit(ctx, params.id),
  ),
  serve(
    contract.removeFestivalVisit,
    { access: access.makeFestivals, audit: 'festivals.remove' },
    (ctx, { params, body }) => removeVisit(ctx, params.id, body.note),
  ),
  serve(contract.doFestivalVisit, { access: access.makeVisits, audit: 'festivals.do' }, (ctx, { params, body }) =>
    doVisit(ctx, params.id, body),
  ),
  serve(contract.leaveFestivalVisit, { access: access.makeVisits, audit: 'festivals.leave' }, (ctx, { params, body }) =>
    leaveVisit(ctx, params.id, body.note),
  ),
  serve(contract.addToFestival, { access: access.makeFestivals, audit: 'festivals.add' }, (ctx, { params, body }) =>
    addPerson(ctx, params.id, body),
  ),
  serve(
    contract.addFestivalPhoto,
    { access: access.makeVisits, audit: 'festivals.add-photo' },
    (ctx, { params, file }) => addPhoto(ctx, params.id, file),
  ),
  serve(contract.listFestivalPhotos, { access: access.readVisits, audit: 'festivals.photos' }, (ctx, { params }) =>
    listPhotos(ctx, params.id),
  ),
  serve(contract.readFestivalPhoto, { access: access.readVisits, audit: 'festivals.photo' }, (ctx, { params }) =>
    readPhoto(ctx, params),
  ),
];
