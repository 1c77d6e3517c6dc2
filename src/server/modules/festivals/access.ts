import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

const ABOVE = ['street', 'district', 'city'] as const;

export const readFestivals = allow('街道、区、市和资金、审计人员看慰问名单', [...ABOVE, 'finance', 'auditor']);
export const makeFestivals = allow('街道、区列慰问名单、复核、办结', ['street', 'district']);
export const readVisits = allow('本辖区的民政人员，以及上门的护理员、志愿者看要慰问的老人', [
  ...OFFICIALS,
  ...(['finance', 'auditor', 'caregiver', 'volunteer'] as const),
]);
export const makeVisits = allow('社区、街道、护理员、志愿者记慰问', [
  ...(['community', 'street', 'caregiver', 'volunteer'] as const),
]);
