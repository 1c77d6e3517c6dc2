export { mergeLetters } from './db-merge.ts';
export { endTellingOf, lettersFollowElder } from './follow-elder.ts';
export { issueLetter } from './issue-letter.ts';
export { leaveStops } from './issue-stops.ts';
export { leaveVouchers, tellOfVoucher } from './issue-vouchers.ts';
