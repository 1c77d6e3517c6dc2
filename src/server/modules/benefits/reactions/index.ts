/** What happens to benefits when something happened to a person; called by the tables of reactions only. */
export { mergeBenefits } from '../db/merge.ts';
export { endBenefitsOf } from '../end-benefits.ts';
export { benefitsFollowElder } from '../follow-elder.ts';
export { lapseFuneral, offerFuneral } from '../funeral/offer-funeral.ts';
export { funeralPaid, funeralToPay } from '../funeral/step-funeral.ts';
export { markChanged, markManyChanged } from '../mark-changed.ts';
