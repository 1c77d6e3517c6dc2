/** What orders, beds, relief, home adaptations and the register ask of single schemes. */
export {
  adaptationStandard,
  adaptationSubsidy,
  bedTargetOf,
  evaluateHousehold,
  minimumStandard,
  reachesInsurance,
  reliefOf,
  standardByConsumption,
  upkeepOf,
} from '../for-others.ts';
