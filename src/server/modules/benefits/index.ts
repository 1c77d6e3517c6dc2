export { checkRecovery, dropRecovery } from './check-recovery.ts';
export type { NewDetermination } from './db/determinations.ts';
export { determineForPayer, explainStops } from './determine-for-payer.ts';
export { endBenefitsOf } from './end-benefits.ts';
export { evaluatePage } from './evaluate-page.ts';
export { benefitsFollowElder } from './follow-elder.ts';
export { type BulkApplication, copyApplications, insertApplications, insertDeterminations } from './insert-benefits.ts';
export { markChanged } from './mark-changed.ts';
export type { PersonRow } from './rules/person-facts.ts';
