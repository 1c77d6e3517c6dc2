export { mergeChecks } from './db-merge.ts';
export { checksFollowElder } from './follow-elder.ts';
