import * as beds from '#contracts/rehearsals/beds.ts';
import * as endpoints from '#contracts/rehearsals/endpoints.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { budgetKeepers, forecasters, makers, readers } from './access.ts';
import { editRehearsal, makeRehearsal, readForm } from './draft-rehearsal.ts';
import { listBedPlaces, listBedResidents, readBedAreas } from './read-beds.ts';
import { readBudgets, setBudget, startForecast } from './read-budgets.ts';
import { listRehearsals, listRehearsedPeople, readCells } from './read-lists.ts';
import { readRehearsal } from './read-rehearsal.ts';
import { runRehearsal } from './run-rehearsal.ts';
import { stepRehearsal } from './take-step.ts';

export const routes: Route[] = [
  serve(endpoints.listRehearsals, { access: readers, audit: 'rehearsals.list' }, (ctx, { query }) =>
    listRehearsals(ctx, query),
  ),
  serve(endpoints.readDraftForm, { access: readers, audit: 'rehearsals.form' }, async (ctx, { query }) =>
    readForm(ctx, query.month),
  ),
  serve(endpoints.makeRehearsal, { access: makers, audit: 'rehearsals.make' }, (ctx, { body }) =>
    makeRehearsal(ctx, body),
  ),
  serve(endpoints.readRehearsal, { access: readers, audit: 'rehearsals.read' }, (ctx, { params }) =>
    readRehearsal(ctx, params.id),
  ),
  serve(endpoints.editRehearsal, { access: makers, audit: 'rehearsals.edit' }, (ctx, { params, body }) =>
    editRehearsal(ctx, params.id, body),
  ),
  serve(endpoints.runRehearsal, { access: makers, audit: 'rehearsals.run' }, (ctx, { params }) =>
    runRehearsal(ctx, params.id),
  ),
  serve(endpoints.stepRehearsal, { access: makers, audit: 'rehearsals.step' }, (ctx, { params, body }) =>
    stepRehearsal(ctx, params.id, body),
  ),
  serve(endpoints.readCells, { access: readers, audit: 'rehearsals.cells' }, (ctx, { params, query }) =>
    readCells(ctx, params.id, query),
  ),
  serve(endpoints.listRehearsedPeople, { access: readers, audit: 'rehearsals.people' }, (ctx, { params, query }) =>
    listRehearsedPeople(ctx, params.id, query),
  ),
  serve(beds.readBedAreas, { access: readers, audit: 'rehearsals.bed-areas' }, (ctx, { params, query }) =>
    readBedAreas(ctx, params.id, query),
  ),
  serve(beds.listBedPlaces, { access: readers, audit: 'rehearsals.places' }, (ctx, { params, query }) =>
    listBedPlaces(ctx, params.id, query),
  ),
  serve(beds.listBedResidents, { access: readers, audit: 'rehearsals.residents' }, (ctx, { params, query }) =>
    listBedResidents(ctx, params.id, query),
  ),
  serve(endpoints.readBudgets, { access: readers, audit: 'rehearsals.budgets' }, (ctx, { query }) =>
    readBudgets(ctx, query),
  ),
  serve(endpoints.setBudget, { access: budgetKeepers, audit: 'rehearsals.set-budget' }, (ctx, { body }) =>
    setBudget(ctx, body),
  ),
  serve(endpoints.startForecast, { access: forecasters, audit: 'rehearsals.forecast' }, ctx => startForecast(ctx)),
];
