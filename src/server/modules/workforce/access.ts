import { allow } from '#platform/http/serve.ts';

export const readCaregivers = allow('民政人员看本辖区的护理员，服务商看自己的，护理员看自己', [
  'city',
  'district',
  'street',
  'community',
  'regulator',
  'centre',
  'station',
  'provider',
  'institution',
  'caregiver',
]);
export const manageCaregivers = allow('市、区、街道民政和护理员所在的单位管核验、停派和负面清单', [
  'city',
  'district',
  'street',
  'centre',
  'provider',
]);
