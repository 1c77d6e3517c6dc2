export { mergeVouchers } from './db-merge.ts';
export { endVouchersOf, reviveVouchersOf, vouchersFollowElder } from './follow-elder.ts';
export { makeIssue, stepIssue } from './issues.ts';
export { listIssued, readVoucherPaper } from './paper.ts';
export { makeScheme, stepScheme } from './schemes.ts';
export { holdVouchers, returnVouchers, type Spent, spendVouchers, voucherLimit } from './spend.ts';
export { makeStatements, voucherStatementPaid } from './statements.ts';
