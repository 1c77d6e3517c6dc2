export { applyForAdaptation } from './apply-for-adaptation.ts';
export { mergeAdaptations } from './db-merge.ts';
export { adaptationFollowsElder, endAdaptationOf } from './end-adaptation.ts';
export { addProduct } from './products.ts';
export { stepAdaptation } from './step-adaptation.ts';
