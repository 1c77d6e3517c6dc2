import * as contract from '#contracts/subsidies.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { computeStatements } from './compute-month.ts';
import { readPeople, readStatement, readStatements } from './read-statements.ts';
import { setStationFacts, stepStatement } from './statements.ts';
import { endUse, enterUses, readPlaces, readUses, withdrawUse } from './uses.ts';

export const routes: Route[] = [
  serve(contract.listPlaceUses, { access: access.readSubsidies, audit: 'subsidies.uses' }, (ctx, { query }) =>
    readUses(ctx, query),
  ),
  serve(contract.listUsePlaces, { access: access.enterUses, audit: 'subsidies.places' }, ctx => readPlaces(ctx)),
  serve(contract.enterPlaceUses, { access: access.enterUses, audit: 'subsidies.enter' }, (ctx, { body }) =>
    enterUses(ctx, body),
  ),
  serve(contract.endPlaceUse, { access: access.enterUses, audit: 'subsidies.end' }, (ctx, { params, body }) =>
    endUse(ctx, params.id, body),
  ),
  serve(contract.withdrawPlaceUse, { access: access.enterUses, audit: 'subsidies.withdraw' }, (ctx, { params, body }) =>
    withdrawUse(ctx, params.id, body.because),
  ),
  serve(contract.listStatements, { access: access.readSubsidies, audit: 'subsidies.statements' }, (ctx, { query }) =>
    readStatements(ctx, query),
  ),
  serve(contract.readStatement, { access: access.readSubsidies, audit: 'subsidies.statement' }, (ctx, { params }) =>
    readStatement(ctx, params.id),
  ),
  serve(contract.listStatementPeople, { access: access.readSubsidies, audit: 'subsidies.people' }, (ctx, { query }) =>
    readPeople(ctx, query),
  ),
  serve(contract.computeStatements, { access: access.computeSubsidies, audit: 'subsidies.compute' }, (ctx, { body }) =>
    computeStatements(ctx, body.month),
  ),
  serve(contract.stepStatement, { access: access.stepSubsidies, audit: 'subsidies.step' }, (ctx, { params, body }) =>
    stepStatement(ctx, params.id, body),
  ),
  serve(
    contract.setStationFacts,
    { access: access.setStations, audit: 'subsidies.set-station' },
    (ctx, { params, body }) => setStationFacts(ctx, params.id, body),
  ),
];
