import { OFFICIALS } from '#contracts/roles.ts';
import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const seePlans = allow('本辖区民政人员、驿站和中心、探访的护理员和志愿者看探访计划', [
  ...OFFICIALS,
  'centre',
  'station',
  'caregiver',
  'volunteer',
]);
export const seeOwnVisits = ifElderAgrees(
  'family-view',
  allow('看计划的人，以及老年人本人和家属看自己的探访', [
    ...OFFICIALS,
    'centre',
    'station',
    'caregiver',
    'volunteer',
    'elder',
    'family',
  ]),
);
export const makeVisits = allow('社区、街道、驿站、中心、护理员和志愿者记探访', [
  'community',
  'street',
  'centre',
  'station',
  'caregiver',
  'volunteer',
]);
export const handOver = allow('社区、街道、驿站和中心把探访交给护理员、志愿者', [
  'community',
  'street',
  'centre',
  'station',
]);
