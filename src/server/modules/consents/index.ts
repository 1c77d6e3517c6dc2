export { familyRefusal, ifElderAgrees, refuseWithheld, withheldFor } from './check-consent.ts';
export { mergeConsents } from './db-merge.ts';
export { elderPhotos } from './elder-photos.ts';
export { consentsFollowElder } from './follow-elder.ts';
export { insertAgreed } from './insert-consents.ts';
