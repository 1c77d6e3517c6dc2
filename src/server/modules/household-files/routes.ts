import * as endpoints from '#contracts/household-files.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepFiles, seeFiles } from './access.ts';
import { planMeasure, stepMeasure } from './keep-files.ts';
import { listHouseholds, listResponsible, readFile, readOfElder, sumFiles } from './read-files.ts';
import { setResponsible } from './set-responsible.ts';

const keeping = (audit: string) => ({ access: keepFiles, audit });

export const routes: Route[] = [
  serve(endpoints.listHouseholds, { access: seeFiles, audit: 'household-files.list' }, (ctx, { query }) =>
    listHouseholds(ctx, query),
  ),
  serve(endpoints.sumHouseholds, { access: seeFiles, audit: 'household-files.sums' }, (ctx, { query }) =>
    sumFiles(ctx, query.area),
  ),
  serve(endpoints.readHouseholdFile, { access: seeFiles, audit: 'household-files.read' }, (ctx, { params }) =>
    readFile(ctx, params.id),
  ),
  serve(endpoints.readElderHousehold, { access: seeFiles, audit: 'household-files.of-elder' }, (ctx, { params }) =>
    readOfElder(ctx, params.elderId),
  ),
  serve(endpoints.listResponsible, keeping('household-files.people'), (ctx, { params }) =>
    listResponsible(ctx, params.id),
  ),
  serve(endpoints.setResponsible, keeping('household-files.set-responsible'), (ctx, { params, body }) =>
    setResponsible(ctx, params.id, body),
  ),
  serve(endpoints.planMeasure, keeping('household-files.plan'), (ctx, { params, body }) =>
    planMeasure(ctx, params.id, body),
  ),
  serve(endpoints.stepMeasure, keeping('household-files.step'), (ctx, { params, body }) =>
    stepMeasure(ctx, params.id, body),
  ),
];
