/** What orders, beds and relief ask of single schemes. */
export { bedTargetOf, minimumStandard, reachesInsurance, reliefOf, standardByConsumption } from '../for-others.ts';
