/** What orders, beds, relief, home adaptations and the register ask of single schemes. */
export {
  adaptationStandard,
  adaptationSubsidy,
  bedTargetOf,
  evaluateHousehold,
  incomeStandard,
  minimumStandard,
  reliefOf,
  standardByConsumption,
  upkeepOf,
} from '../for-others.ts';
export { amountLawChangedOn, evaluateRecognition, type Procedure, recognitionProcedure } from '../for-recognitions.ts';
export { hasInsurance } from '../insurances/keep-insurances.ts';
