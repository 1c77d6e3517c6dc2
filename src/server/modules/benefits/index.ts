export { REMEDY, readApplication } from './apply-for-benefit.ts';
export type { NewDetermination } from './db/determinations.ts';
export { mergeBenefits } from './db/merge.ts';
export { countChangedSince, readRegisterMark } from './db/register-mark.ts';
export { determineForPayer, explainStops } from './determine-for-payer.ts';
export { endBenefitsOf } from './end-benefits.ts';
export { evaluatePage } from './evaluate-page.ts';
export { explainBenefits } from './explain-benefits.ts';
export { benefitsFollowElder } from './follow-elder.ts';
export {
  adaptationStandard,
  adaptationSubsidy,
  bedTargetOf,
  evaluateHousehold,
  minimumStandard,
  reachesInsurance,
  reliefOf,
  standardByConsumption,
} from './for-others.ts';
export {
  basicServiceOf,
  type Diner,
  festivalLawOf,
  institutionOf,
  institutionParameter,
  judgeDiner,
  type PersonFacts,
  type SubsidyPlace,
  sayMeals,
  stationOf,
  subsidyPlace,
} from './for-subsidies.ts';
export { lapseFuneral, offerFuneral } from './funeral/offer-funeral.ts';
export { readFuneral } from './funeral/read-funerals.ts';
export { funeralPaid, funeralToPay } from './funeral/step-funeral.ts';
export { type BulkApplication, copyApplications, insertApplications, insertDeterminations } from './insert-benefits.ts';
export { markChanged, markManyChanged } from './mark-changed.ts';
export { type Compared, comparePeople } from './rehearse/compare-people.ts';
export { draftFields } from './rehearse/draft-fields.ts';
export { checkChanges, lawMark } from './rehearse/draft-law.ts';
export { type LawPair, lawPair } from './rehearse/law-pair.ts';
export type { PersonRow } from './rules/person-facts.ts';
export { partsOf } from './run-batch.ts';
