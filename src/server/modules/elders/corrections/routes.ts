import * as contract from '#contracts/elders/corrections.ts';
import { readFacts as readFactsEndpoint } from '#contracts/elders/facts.ts';
import * as trusts from '#contracts/elders/trusts.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from '../access.ts';
import { readFacts } from '../read-facts.ts';
import { addFile, readFile } from './correction-files.ts';
import { decideCorrection, withdrawCorrection } from './decide-correction.ts';
import { proposeCorrection } from './propose-correction.ts';
import { listChanges, listCorrections, readCorrection, readSealedCorrection } from './read-corrections.ts';
import { takeFeed } from './take-feed.ts';
import { allowSource, endTrust, listTrusts } from './trust-sources.ts';

const propose = (audit: string) => ({ access: access.proposeCorrection, audit });
const trust = (audit: string) => ({ access: access.trustSources, audit });

export const correctionRoutes: Route[] = [
  serve(contract.proposeCorrection, propose('elders.propose-correction'), (ctx, { params, body }) =>
    proposeCorrection(ctx, params.id, body),
  ),
  serve(contract.listCorrections, propose('elders.corrections'), (ctx, { query }) => listCorrections(ctx, query)),
  serve(contract.readCorrection, propose('elders.correction'), (ctx, { params }) => readCorrection(ctx, params.id)),
  serve(
    contract.readSealedCorrection,
    { access: access.revealElder, audit: 'elders.read-sealed-correction' },
    (ctx, at) => readSealedCorrection(ctx, at.params),
  ),
  serve(
    contract.decideCorrection,
    { access: access.checkCorrection, audit: 'elders.decide-correction' },
    (ctx, input) => decideCorrection(ctx, input.params.id, input.body),
  ),
  serve(contract.withdrawCorrection, propose('elders.withdraw-correction'), (ctx, { params }) =>
    withdrawCorrection(ctx, params.id),
  ),
  serve(contract.addCorrectionFile, propose('elders.add-correction-file'), (ctx, { params, file }) =>
    addFile(ctx, params.id, file),
  ),
  serve(contract.readCorrectionFile, propose('elders.read-correction-file'), (ctx, { params }) =>
    readFile(ctx, params),
  ),
  serve(contract.listChanges, { access: access.writeElder, audit: 'elders.changes' }, (ctx, { params, query }) =>
    listChanges(ctx, params.id, query.since),
  ),
  serve(readFactsEndpoint, { access: access.readElder, audit: 'elders.facts' }, (ctx, { params }) =>
    readFacts(ctx, params.id),
  ),
  serve(trusts.listTrusts, trust('elders.trusts'), ctx => listTrusts(ctx)),
  serve(trusts.allowSource, trust('elders.allow-source'), (ctx, { body }) => allowSource(ctx, body)),
  serve(trusts.endTrust, trust('elders.end-trust'), (ctx, { params }) => endTrust(ctx, params.id)),
  serve(trusts.takeFeed, trust('elders.take-feed'), (ctx, { body }) => takeFeed(ctx, body)),
];
