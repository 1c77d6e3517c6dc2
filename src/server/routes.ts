import type { Route } from '#platform/http/serve.ts';
import { runRoutes } from '#platform/runs/routes.ts';
import { exportRoutes } from './exports.ts';
import { routes as accounts } from './modules/accounts/routes.ts';
import { routes as agreements } from './modules/agreements/routes.ts';
import { routes as alarms } from './modules/alarms/routes.ts';
import { routes as areas } from './modules/areas/routes.ts';
import { routes as assessments } from './modules/assessments/routes.ts';
import { routes as audits } from './modules/audits/routes.ts';
import { routes as benefits } from './modules/benefits/routes.ts';
import { routes as books } from './modules/books/routes.ts';
import { routes as cardUses } from './modules/card-uses/routes.ts';
import { routes as catalogue } from './modules/catalogue/routes.ts';
import { routes as comparisons } from './modules/comparisons/routes.ts';
import { routes as consents } from './modules/consents/routes.ts';
import { routes as construction } from './modules/construction/routes.ts';
import { routes as creditRecords } from './modules/credit-records/routes.ts';
import { routes as devices } from './modules/devices/routes.ts';
import { routes as directoryChanges } from './modules/directory-changes/routes.ts';
import { routes as doctors } from './modules/doctors/routes.ts';
import { routes as elders } from './modules/elders/routes.ts';
import { routes as facilities } from './modules/facilities/routes.ts';
import { routes as festivals } from './modules/festivals/routes.ts';
import { routes as fhirResources } from './modules/fhir-resources/routes.ts';
import { routes as filialModels } from './modules/filial-models/routes.ts';
import { routes as homeAdaptations } from './modules/home-adaptations/routes.ts';
import { routes as homeCareBeds } from './modules/home-care-beds/routes.ts';
import { routes as householdFiles } from './modules/household-files/routes.ts';
import { routes as indicators } from './modules/indicators/routes.ts';
import { routes as inspections } from './modules/inspections/routes.ts';
import { routes as letters } from './modules/letters/routes.ts';
import { routes as meals } from './modules/meals/routes.ts';
import { routes as messages } from './modules/messages/routes.ts';
import { routes as needs } from './modules/needs/routes.ts';
import { routes as orders } from './modules/orders/routes.ts';
import { routes as overviews } from './modules/overviews/routes.ts';
import { routes as payments } from './modules/payments/routes.ts';
import { routes as policies } from './modules/policies/routes.ts';
import { routes as providers } from './modules/providers/routes.ts';
import { routes as publications } from './modules/publications/routes.ts';
import { routes as registerQuality } from './modules/register-quality/routes.ts';
import { routes as rehearsals } from './modules/rehearsals/routes.ts';
import { routes as relief } from './modules/relief/routes.ts';
import { routes as subsidies } from './modules/subsidies/routes.ts';
import { routes as tasks } from './modules/tasks/routes.ts';
import { routes as visits } from './modules/visits/routes.ts';
import { routes as vouchers } from './modules/vouchers/routes.ts';
import { routes as work } from './modules/work/routes.ts';
import { routes as workforce } from './modules/workforce/routes.ts';

/** Table of contents of the API: one line per module. */
const own: readonly Route[] = [
  ...accounts,
  ...agreements,
  ...alarms,
  ...areas,
  ...assessments,
  ...audits,
  ...benefits,
  ...books,
  ...cardUses,
  ...catalogue,
  ...comparisons,
  ...consents,
  ...construction,
  ...creditRecords,
  ...devices,
  ...directoryChanges,
  ...doctors,
  ...elders,
  ...facilities,
  ...festivals,
  ...fhirResources,
  ...filialModels,
  ...homeAdaptations,
  ...homeCareBeds,
  ...householdFiles,
  ...indicators,
  ...inspections,
  ...letters,
  ...meals,
  ...messages,
  ...needs,
  ...orders,
  ...overviews,
  ...payments,
  ...policies,
  ...providers,
  ...publications,
  ...registerQuality,
  ...rehearsals,
  ...runRoutes,
  ...relief,
  ...subsidies,
  ...tasks,
  ...visits,
  ...vouchers,
  ...work,
  ...workforce,
];

export const routes: readonly Route[] = [...own, ...exportRoutes(own)];
