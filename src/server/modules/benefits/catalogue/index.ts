/** What orders, beds, relief and home adaptations ask of single schemes. */
export {
  adaptationStandard,
  adaptationSubsidy,
  bedTargetOf,
  evaluateHousehold,
  minimumStandard,
  reliefOf,
  standardByConsumption,
} from '../for-others.ts';
export { evaluateRecognition, type Procedure, recognitionProcedure } from '../for-recognitions.ts';
export { hasInsurance } from '../insurances/keep-insurances.ts';
