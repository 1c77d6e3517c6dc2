export { type DemoPlan, type DemoVisit, insertVisitPlans, insertVisits } from './db-bulk.ts';
export { mergeVisits } from './db-merge.ts';
export { keepPlan, makePlans, moveVisits, visitMoreAfterAlarm } from './keep-plan.ts';
export { responsibleStation } from './responsible-station.ts';
