export { familyRefusal, ifElderAgrees, refuseWithheld, withheldFor } from './check-consent.ts';
export { mergeConsents } from './db-merge.ts';
export { decideConsent } from './decide-consent.ts';
export { elderPhotos } from './elder-photos.ts';
export { consentsFollowElder } from './follow-elder.ts';
export { insertAgreed } from './insert-consents.ts';
export { closedBecause, judgeClass, refuseClosed } from './judge-class.ts';
export { CLASSES } from './load-classes.ts';
export { wordingOf } from './load-purposes.ts';
