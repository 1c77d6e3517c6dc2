export { REMEDY, readApplication } from './apply-for-benefit.ts';
export { determineForPayer, explainStops } from './determine-for-payer.ts';
export { explainBenefits } from './explain-benefits.ts';
export { readFuneral } from './funeral/read-funerals.ts';
