export { runCheck } from './check-register.ts';
export { pairsFollowElder } from './follow-elder.ts';
