export { checkRecovery, dropRecovery } from './check-recovery.ts';
export type { NewDetermination } from './db/determinations.ts';
export { endBenefitsOf } from './end-benefits.ts';
export { evaluatePerson } from './evaluate-person.ts';
export { benefitsFollowElder } from './follow-elder.ts';
export { type BulkApplication, copyApplications, insertApplications, insertDeterminations } from './insert-benefits.ts';
export type { PersonRow } from './rules/person-facts.ts';
export { evaluatePage } from './run-batch.ts';
