export { mergeAdaptations } from './db-merge.ts';
export { adaptationFollowsElder, endAdaptationOf } from './end-adaptation.ts';
