export type { NewDetermination } from './db/determinations.ts';
export { endBenefitsOf } from './end-benefits.ts';
export { evaluatePage } from './evaluate-page.ts';
export { evaluatePerson } from './evaluate-person.ts';
export { type BulkApplication, insertApplications, insertDeterminations } from './insert-benefits.ts';
export { benefitsFollowElder, markChanged } from './mark-changed.ts';
export type { PersonRow } from './rules/person-facts.ts';
