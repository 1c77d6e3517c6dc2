import { ifElderAgrees } from '#modules/consents/index.ts';
import { allow } from '#platform/http/serve.ts';

export const readBeds = ifElderAgrees(
  'family-view',
  allow('民政人员看本辖区，服务商看自己的，老人和家属看本人的家庭养老床位', [
    'city',
    'district',
    'street',
    'community',
    'finance',
    'regulator',
    'auditor',
    'centre',
    'station',
    'provider',
    'elder',
    'family',
  ]),
);
export const applyForBeds = allow('老人、家属、社区、街道都能申请', ['elder', 'family', 'community', 'street']);
export const stepBeds = allow('街道、社区和服务商按步骤办理', ['street', 'community', 'provider']);
export const signContracts = allow('老人或家属、服务商各签一次', ['elder', 'family', 'provider']);
