/** Many at once, as the demo brings them. */
export type { NewDetermination } from '../db/determinations.ts';
export { evaluatePage } from '../evaluate-page.ts';
export {
  type BulkApplication,
  copyApplications,
  insertApplications,
  insertDeterminations,
} from '../insert-benefits.ts';
export { type InsuranceRow, insertInsurances } from '../insurances/db.ts';
export { determineHere } from '../run-batch.ts';
