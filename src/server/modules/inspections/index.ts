export { checksFollowElder } from './follow-elder.ts';
