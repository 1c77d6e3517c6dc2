/** What orders, beds, relief and home adaptations ask of single schemes. */
export {
  adaptationStandard,
  adaptationSubsidy,
  bedTargetOf,
  evaluateHousehold,
  minimumStandard,
  reachesInsurance,
  reliefOf,
  standardByConsumption,
} from '../for-others.ts';
export { evaluateRecognition, type Procedure, recognitionProcedure } from '../for-recognitions.ts';
