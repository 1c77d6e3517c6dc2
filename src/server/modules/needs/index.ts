export { insertNeeds, type NeedRow } from './db.ts';
export { mergeNeeds } from './db-merge.ts';
export { endNeedsOf, matchByOrder, needsFollowElder, settleByOrder, takeFoundNeeds } from './keep-needs.ts';
