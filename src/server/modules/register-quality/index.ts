export { pairsFollowElder } from './follow-elder.ts';
