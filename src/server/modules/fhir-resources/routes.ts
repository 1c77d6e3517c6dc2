import * as endpoints from '#contracts/fhir.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { everybody, readers } from './access.ts';
import { capabilityStatement } from './capability.ts';
import { fhirAnswer, readPatient, readQuestionnaire, searchObservations, searchResponses } from './read-resources.ts';

export const routes: Route[] = [
  serve(endpoints.readCapability, { access: everybody, audit: 'fhir.metadata' }, async () =>
    fhirAnswer(capabilityStatement),
  ),
  serve(endpoints.readPatient, { access: readers, audit: 'fhir.patient' }, (ctx, { params }) =>
    readPatient(ctx, params.id),
  ),
  serve(endpoints.readQuestionnaire, { access: readers, audit: 'fhir.questionnaire' }, (_, { params }) =>
    readQuestionnaire(params.id),
  ),
  serve(endpoints.searchQuestionnaireResponses, { access: readers, audit: 'fhir.responses' }, (ctx, { query }) =>
    searchResponses(ctx, query),
  ),
  serve(endpoints.searchObservations, { access: readers, audit: 'fhir.observations' }, (ctx, { query }) =>
    searchObservations(ctx, query),
  ),
];
