import * as endpoints from '#contracts/benefits/endpoints.ts';
import * as insurance from '#contracts/benefits/insurance.ts';
import { readOneForm as readOneFormEndpoint } from '#contracts/benefits/one-form.ts';
import * as catalogue from '#contracts/benefits/scheme-endpoints.ts';
import * as settings from '#contracts/benefits/setting-proposals.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { answerOffer } from './answer-offer.ts';
import { applyForBenefit, readApplication, withdrawApplication } from './apply-for-benefit.ts';
import { askBenefits, otherBenefits } from './ask-benefits.ts';
import { askScheme } from './ask-scheme.ts';
import { listBatches } from './db/batches.ts';
import { decideApplication } from './decide-application.ts';
import { explainBenefits, explainMine, keepFacts } from './explain-benefits.ts';
import { explainEntitlements, explainMyEntitlements, findForElder } from './explain-entitlements.ts';
import { startFinding } from './find-entitlements.ts';
import { funeralRoutes } from './funeral/routes.ts';
import { endInsurance, enterInsurance, readInsurances } from './insurances/keep-insurances.ts';
import { readOneForm } from './one-form/read-form.ts';
import { readApplications, readDetermination, readDeterminations, readOffers } from './read-lists.ts';
import { readParameters } from './read-parameters.ts';
import { readScheme, readSchemes } from './read-schemes.ts';
import { batchOf, getBatch, startBatch } from './run-batch.ts';
import { decideProposal, proposeValue, readProposals } from './set-scheme-value.ts';

const { readers, listReaders, owners, appliers, formReaders, deciders, factKeepers, batchRunners, everybody } = access;
const { valueReaders, valueSetters, finders } = access;

const people: Route[] = [
  serve(endpoints.explainBenefits, { access: listReaders, audit: 'benefits.explain' }, (ctx, { params, query }) =>
    explainBenefits(ctx, params.elderId, query.month),
  ),
  serve(endpoints.explainMyBenefits, { access: owners, audit: 'benefits.mine' }, (ctx, { query }) =>
    explainMine(ctx, query.month),
  ),
  serve(endpoints.saveBenefitFacts, { access: factKeepers, audit: 'benefits.keep-facts' }, (ctx, { params, body }) =>
    keepFacts(ctx, params.elderId, body),
  ),
  serve(endpoints.askBenefits, { access: everybody, audit: 'benefits.ask' }, (ctx, { body }) => askBenefits(ctx, body)),
  serve(endpoints.listBenefitParameters, { access: everybody, audit: 'benefits.parameters' }, async (ctx, { query }) =>
    readParameters(ctx, query.month),
  ),
  serve(endpoints.listOtherBenefits, { access: everybody, audit: 'benefits.other-benefits' }, async () =>
    otherBenefits(),
  ),
];

const papers: Route[] = [
  serve(endpoints.listApplications, { access: listReaders, audit: 'benefits.applications' }, (ctx, { query }) =>
    readApplications(ctx, query),
  ),
  serve(endpoints.readApplication, { access: listReaders, audit: 'benefits.application' }, (ctx, { params }) =>
    readApplication(ctx, params.id),
  ),
  serve(readOneFormEndpoint, { access: formReaders, audit: 'benefits.form' }, (ctx, { params }) =>
    readOneForm(ctx, params),
  ),
  serve(endpoints.applyForBenefit, { access: appliers, audit: 'benefits.apply' }, (ctx, { body }) =>
    applyForBenefit(ctx, body),
  ),
  serve(endpoints.decideApplication, { access: deciders, audit: 'benefits.decide' }, (ctx, { params, body }) =>
    decideApplication(ctx, params.id, body),
  ),
  serve(endpoints.withdrawApplication, { access: appliers, audit: 'benefits.withdraw' }, (ctx, { params, body }) =>
    withdrawApplication(ctx, params.id, body.note),
  ),
  serve(endpoints.listOffers, { access: listReaders, audit: 'benefits.offers' }, (ctx, { query }) =>
    readOffers(ctx, query),
  ),
  serve(endpoints.answerOffer, { access: appliers, audit: 'benefits.answer-offer' }, (ctx, { params, body }) =>
    answerOffer(ctx, params.id, body),
  ),
];

const months: Route[] = [
  serve(endpoints.listDeterminations, { access: listReaders, audit: 'benefits.determinations' }, (ctx, { query }) =>
    readDeterminations(ctx, query),
  ),
  serve(endpoints.readDetermination, { access: listReaders, audit: 'benefits.determination' }, (ctx, { params }) =>
    readDetermination(ctx, params.id),
  ),
  serve(endpoints.startBatch, { access: batchRunners, audit: 'benefits.batch' }, (ctx, { body }) =>
    startBatch(ctx, body),
  ),
  serve(endpoints.listBatches, { access: readers, audit: 'benefits.batches' }, async ctx => ({
    rows: (await listBatches(ctx)).map(batchOf),
  })),
  serve(endpoints.readBatch, { access: readers, audit: 'benefits.batch-progress' }, async (ctx, { params }) =>
    batchOf(await getBatch(ctx, params.id)),
  ),
];

const schemes: Route[] = [
  serve(catalogue.listSchemes, { access: everybody, audit: 'benefits.schemes' }, (ctx, { query }) =>
    readSchemes(ctx, query),
  ),
  serve(catalogue.readScheme, { access: everybody, audit: 'benefits.scheme' }, (ctx, { params, query }) =>
    readScheme(ctx, params.key, query),
  ),
  serve(catalogue.evaluateScheme, { access: everybody, audit: 'benefits.ask-scheme' }, (ctx, { params, body }) =>
    askScheme(ctx, params.key, body),
  ),
  serve(settings.proposeSchemeValue, { access: valueSetters, audit: 'benefits.propose-value' }, (ctx, input) =>
    proposeValue(ctx, input.params.key, input.body),
  ),
  serve(
    settings.listSettingProposals,
    { access: valueReaders, audit: 'benefits.setting-proposals' },
    (ctx, { query }) => readProposals(ctx, query),
  ),
  serve(settings.decideSettingProposal, { access: valueSetters, audit: 'benefits.decide-value' }, (ctx, input) =>
    decideProposal(ctx, input.params.id, input.body),
  ),
  serve(catalogue.readEntitlements, { access: listReaders, audit: 'benefits.entitlements' }, (ctx, input) =>
    explainEntitlements(ctx, input.params.elderId, input.query.on),
  ),
  serve(catalogue.readMyEntitlements, { access: owners, audit: 'benefits.my-entitlements' }, (ctx, { query }) =>
    explainMyEntitlements(ctx, query.on),
  ),
  serve(catalogue.findEntitlements, { access: finders, audit: 'benefits.find' }, (ctx, { params }) =>
    findForElder(ctx, params.elderId),
  ),
  serve(catalogue.startFinding, { access: batchRunners, audit: 'benefits.find-all' }, ctx => startFinding(ctx)),
];

const insurances: Route[] = [
  serve(insurance.readInsurances, { access: readers, audit: 'benefits.insurances' }, (ctx, { params }) =>
    readInsurances(ctx, params.elderId),
  ),
  serve(insurance.enterInsurance, { access: factKeepers, audit: 'benefits.enter-insurance' }, (ctx, input) =>
    enterInsurance(ctx, input.params.elderId, input.body),
  ),
  serve(insurance.endInsurance, { access: factKeepers, audit: 'benefits.end-insurance' }, (ctx, { params, body }) =>
    endInsurance(ctx, params, body),
  ),
];

export const routes: Route[] = [...people, ...papers, ...funeralRoutes, ...months, ...schemes, ...insurances];
