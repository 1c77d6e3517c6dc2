export { refuseWithheld, withheldFor } from './check-consent.ts';
export { consentsFollowElder } from './follow-elder.ts';
